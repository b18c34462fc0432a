// The fields that one session and a pattern of sessions have in common.
import { FORMS } from '../../../../../../functions/domain/courses/course.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Framed, PickField, TextField } from '../../forms/fields.tsx';
import type { Form } from '../../forms/form.ts';
import { useTeachWords } from '../use-words.ts';
import { lessonsIn } from './lesson-lines.ts';
import type { SessionDraft } from './session-form.ts';

type Common = Pick<SessionDraft, 'name' | 'form' | 'trainers' | 'lessons' | 'division' | 'address'>;

export function SessionFields<T extends Common>({ form: whole, isMixed }: { form: Form<T>; isMixed: boolean }) {
  const { t } = useStaff();
  const w = useTeachWords();
  // The fields below are a part of whatever form they stand in.
  const form = whole as unknown as Form<Common>;
  return (
    <>
      <TextField form={form} name="name" label={w.sessions.name} />
      {isMixed && (
        <PickField form={form} name="form" label={w.plan.form} options={FORMS} text={(one) => w.forms[one]} />
      )}
      <LinesField form={form} name="trainers" label={w.sessions.trainers} />
      {form.value.form === 'recorded' && (
        <LinesField form={form} name="lessons" label={t.lessons.label} hint={t.lessons.hint} rows={4} />
      )}
      <details class="fold">
        <summary>{w.editor.address}</summary>
        <div class="stack">
          <TextField form={form} name="address" label={w.editor.address} hint={w.sessions.own} />
          <TextField form={form} name="division" label={w.editor.division} hint={w.editor.divisionHint} />
        </div>
      </details>
    </>
  );
}

interface LinesProps<T> {
  form: Form<T>;
  name: keyof T & string;
  label: string;
  hint?: string;
  rows?: number;
}

/** Several lines of text. */
export function LinesField<T>({ form, name, label, hint, rows = 2 }: LinesProps<T>) {
  return (
    <Framed label={label} hint={hint} fault={form.faults[name]}>
      {(tied) => (
        <textarea
          {...tied}
          rows={rows}
          value={form.value[name] as string}
          onInput={(event) => form.set({ [name]: event.currentTarget.value } as Partial<T>)}
        />
      )}
    </Framed>
  );
}

/** The faults of a place that is half filled in. */
export function placeFaults(
  { division, address }: Pick<Common, 'division' | 'address'>,
  w: ReturnType<typeof useTeachWords>,
) {
  const isNone = address.trim() === '' && division.trim() === '';
  if (isNone) return {};
  return {
    ...(address.trim() === '' && { address: w.moreFaults.address }),
    ...(!/^[1-9]\d{5}(\d{3})?$/.test(division.trim()) && { division: w.moreFaults.division }),
  };
}

/** The fault of lessons that cannot be read. */
export function lessonFaults({ form, lessons }: Pick<Common, 'form' | 'lessons'>, t: ReturnType<typeof useStaff>['t']) {
  const { fault } = lessonsIn(form === 'recorded' ? lessons : '');
  return fault === undefined ? {} : { lessons: t.lessons.fault(fault) };
}
