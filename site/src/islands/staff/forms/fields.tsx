// The fields of staff forms: a label, a hint, the fault in words, tied together for screen readers.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import type { Form } from './form.ts';

/** The names of a form's fields of one kind. */
type Named<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T] & string;

interface Of<T, V> {
  form: Form<T>;
  name: Named<T, V>;
  label: string;
  hint?: string;
}

interface TextProps<T> extends Of<T, string> {
  type?: 'text' | 'tel' | 'date' | 'number';
  /** Said as one types; a fault of the whole form's check stands in its place. */
  live?: string | undefined;
}

/** A line of text, a number, a day. */
export function TextField<T>({ form, name, label, hint, type = 'text', live }: TextProps<T>) {
  return (
    <Framed label={label} hint={hint} fault={form.faults[name] ?? live}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          autoComplete="off"
          inputMode={type === 'number' ? 'numeric' : undefined}
          value={form.value[name] as string}
          onInput={(event) => form.set({ [name]: event.currentTarget.value } as Partial<T>)}
        />
      )}
    </Framed>
  );
}

/** From which day on: the first field of every dated act. */
export function DayField<T>(props: Of<T, string>) {
  return <TextField {...props} type="date" />;
}

const WHY_MOST = 200;

/** Why it is done; stands in the audit. */
export function WhyField<T extends { why: string }>({
  form,
  isOptional = false,
}: {
  form: Form<T>;
  isOptional?: boolean;
}) {
  const { t } = useStaff();
  return (
    <Framed label={isOptional ? t.form.whyOptional : t.form.why} hint={t.form.whyHint} fault={form.faults.why}>
      {(tied) => (
        <textarea
          {...tied}
          rows={2}
          maxLength={WHY_MOST}
          value={form.value.why}
          onInput={(event) => form.set({ why: event.currentTarget.value } as Partial<T>)}
        />
      )}
    </Framed>
  );
}

/** The two fields of every act that ends something: the first day without it, and why. */
export function EndFields({ form }: { form: Form<{ day: string; why: string }> }) {
  const { t } = useStaff();
  return (
    <>
      <DayField form={form} name="day" label={t.form.fromDay} hint={t.form.firstDayWithout} />
      <WhyField form={form} />
    </>
  );
}

interface PickProps<T, V extends string> extends Of<T, V> {
  options: readonly V[];
  text: (option: V) => string;
}

/** One of several, as a list that opens. */
export function PickField<T, V extends string>({ form, name, label, hint, options, text }: PickProps<T, V>) {
  return (
    <Framed label={label} hint={hint} fault={form.faults[name]}>
      {(tied) => (
        <select
          {...tied}
          value={form.value[name] as string}
          onChange={(event) => form.set({ [name]: event.currentTarget.value } as Partial<T>)}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {text(option)}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

/** Yes or no. */
export function CheckField<T>({ form, name, label }: Omit<Of<T, boolean>, 'hint'>) {
  return (
    <label class="radio">
      <input
        type="checkbox"
        checked={form.value[name] as boolean}
        onChange={(event) => form.set({ [name]: event.currentTarget.checked } as Partial<T>)}
      />
      {label}
    </label>
  );
}

/** What ties a control to its hint and its fault. */
export interface Tied {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FrameProps {
  label: string;
  hint: string | undefined;
  fault: string | undefined;
  children: (tied: Tied) => ComponentChildren;
}

/** A control with its label above, its hint and its fault below. */
export function Framed({ label, hint, fault, children }: FrameProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined })}
      {hint && (
        <p class="small soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="small fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
