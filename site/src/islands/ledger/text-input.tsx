// A field of the form with its label above and its hint and fault below, tied together for screen readers.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Draft } from './draft.ts';
import type { PartProps } from './part.ts';

type TextName = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];

interface Props extends PartProps {
  name: TextName;
  label: string;
  hint?: string;
  most?: number;
  type?: 'text' | 'date';
  inputMode?: 'decimal';
}

export function TextInput({ draft, faults, set, name, label, hint, most, type = 'text', inputMode }: Props) {
  return (
    <Framed label={label} hint={hint} fault={faults[name]}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          autoComplete="off"
          maxLength={most}
          inputMode={inputMode}
          value={draft[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Framed>
  );
}

interface Option {
  value: string;
  text: string;
}

/** One of several, as a list that opens. */
export function PickInput(props: Omit<Props, 'most' | 'type' | 'inputMode'> & { options: readonly Option[] }) {
  const { draft, faults, set, name, label, hint, options } = props;
  return (
    <Framed label={label} hint={hint} fault={faults[name]}>
      {(tied) => (
        <select {...tied} value={draft[name]} onChange={(event) => set({ [name]: event.currentTarget.value })}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

interface Tied {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FramedProps {
  label: string;
  hint?: string | undefined;
  fault: string | undefined;
  children: (tied: Tied) => ComponentChildren;
}

/** A control with its label above, its hint and its fault below. */
export function Framed({ label, hint, fault, children }: FramedProps) {
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
        <p class="small ledger-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
