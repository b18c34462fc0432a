// Adding sessions: one, some days in a row, or weekly. What will be added is listed before it is.

import { Choice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Framed, TextField } from '../../forms/fields.tsx';
import type { Form } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { MomentField } from '../../forms/moment-field.tsx';
import { spanText } from '../moments.ts';
import type { ViewProps } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';
import { useChange } from './course-acts.tsx';
import { LinesField, lessonFaults, placeFaults, SessionFields } from './session-fields.tsx';
import { emptyPattern, type PatternDraft, sessionsOf, timesOf } from './session-form.ts';

export function AddSessions({ course, reload, onClose }: ViewProps & { onClose: () => void }) {
  const { today, t } = useStaff();
  const w = useTeachWords();
  const change = useChange({ course });
  const check = (value: PatternDraft) => {
    const times = timesOf(value);
    return {
      ...(!times.ok && { [FAULTY[times.reason]]: w.sessions.faults[times.reason] }),
      ...placeFaults(value, w),
      ...lessonFaults(value, t),
    };
  };
  const form = course.plan.form === 'mixed' ? 'on-site' : course.plan.form;
  return (
    <FormDialog
      title={w.sessions.add}
      start={emptyPattern(form, today)}
      tells={() => (course.state === 'draft' ? undefined : w.sessions.addTell(course.seats.taken))}
      check={(value) => asShown(value, check(value))}
      submit={w.sessions.add}
      send={(value) => change({ kind: 'add-sessions', sessions: sessionsOf(value) })}
      done={w.sessions.changed}
      onChanged={reload}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <Choice
            legend={w.sessions.how}
            name="how"
            options={['single', 'days', 'weeks'] as const}
            label={(how) => w.sessions.hows[how]}
            value={shown.value.how}
            onPick={(how) => shown.set({ how })}
          />
          <When form={shown} />
          <Occurrences value={shown.value} />
          <SessionFields form={shown} isMixed={course.plan.form === 'mixed'} />
        </>
      )}
    </FormDialog>
  );
}

/** Fault of a pattern → the field it is told at. */
const FAULTY = {
  'day-invalid': 'first',
  'time-invalid': 'from',
  'time-order': 'to',
  none: 'count',
  'too-many': 'count',
} as const;

/** One session has other fields than a pattern: its faults are told there. */
function asShown({ how }: PatternDraft, faults: Record<string, string>): Record<string, string> {
  if (how !== 'single') return faults;
  const { from, to, ...rest } = faults;
  return { ...rest, ...(from && { startsAt: from }), ...(to && { endsAt: to }) };
}

function When({ form }: { form: Form<PatternDraft> }) {
  const w = useTeachWords();
  if (form.value.how === 'single') {
    return (
      <>
        <MomentField form={form} name="startsAt" label={w.sessions.startsAt} hint={w.editor.chinaTime} />
        <MomentField form={form} name="endsAt" label={w.sessions.endsAt} />
      </>
    );
  }
  return (
    <>
      <TextField form={form} name="first" type="date" label={w.sessions.first} hint={w.editor.chinaTime} />
      <div class="pair">
        <TimeField form={form} name="from" label={w.sessions.from} />
        <TimeField form={form} name="to" label={w.sessions.to} />
      </div>
      <TextField
        form={form}
        name="count"
        type="number"
        label={form.value.how === 'days' ? w.sessions.days : w.sessions.weeks}
      />
      {form.value.how === 'weeks' && <Weekdays form={form} />}
      <LinesField form={form} name="except" label={w.sessions.except} />
    </>
  );
}

function TimeField({ form, name, label }: { form: Form<PatternDraft>; name: 'from' | 'to'; label: string }) {
  return (
    <Framed label={label} hint={undefined} fault={form.faults[name]}>
      {(tied) => (
        <input
          {...tied}
          type="time"
          value={form.value[name]}
          onInput={(event) => form.set({ [name]: event.currentTarget.value })}
        />
      )}
    </Framed>
  );
}

function Weekdays({ form }: { form: Form<PatternDraft> }) {
  const w = useTeachWords();
  const { weekdays } = form.value;
  const toggle = (n: number) => {
    const digit = String(n);
    form.set({ weekdays: weekdays.includes(digit) ? weekdays.replace(digit, '') : weekdays + digit });
  };
  return (
    <fieldset class="choice">
      <legend>{w.sessions.weekdays}</legend>
      <div class="chips">
        {[1, 2, 3, 4, 5, 6, 7].map((n) => (
          <label key={n} class="chip">
            <input type="checkbox" checked={weekdays.includes(String(n))} onChange={() => toggle(n)} />
            {w.sessions.weekday(n)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Occurrences({ value }: { value: PatternDraft }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const found = timesOf(value);
  if (!found.ok) return null;
  return (
    <div class="notice" role="status">
      <p>{w.sessions.occurrences(found.times.length)}</p>
      <ol class="plain-list">
        {found.times.map((time) => (
          <li key={time.startsAt}>{spanText(time, words)}</li>
        ))}
      </ol>
    </div>
  );
}
