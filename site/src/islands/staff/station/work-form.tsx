// Writing down or correcting an activity, money or supervision: few fields, in the order in which one knows them.
import { holdsNumber } from '../../../../../functions/domain/activities/checks.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../../../functions/domain/activities/kinds.ts';
import {
  SUPERVISIONS,
  type Supervision,
  type Work,
  type WorkType,
} from '../../../../../functions/domain/activities/record.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, PickField, TextField, WhyField } from '../forms/fields.tsx';
import { type Form, missing } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { useEverybody } from '../people/everybody.ts';
import type { Faults } from '../problem-text.ts';
import { useRequestId } from '../training/request-id.ts';
import type { WorkLine } from './answers.ts';
import { centsOf, useStationWords, wholeOf } from './words.ts';

interface Typed {
  day: string;
  kind: ActivityKind;
  title: string;
  place: string;
  served: string;
  volunteers: string;
  minutes: string;
  amount: string;
  source: string;
  level: Supervision['kind'];
  supervisor: string;
  people: string[];
  summary: string;
  why: string;
}

interface Props {
  unit: string;
  type: WorkType;
  /** The month that is open; the day begins in it. */
  month?: string;
  /** What is corrected. */
  line?: WorkLine;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

const FIELDS: Readonly<Record<WorkType, readonly (keyof Typed & string)[]>> = {
  activity: ['day', 'title', 'served', 'volunteers', 'minutes'],
  fund: ['day', 'amount', 'source'],
  supervision: ['day', 'supervisor', 'minutes'],
};

/** What is written in words. */
const TEXTS = {
  activity: ['title', 'place'],
  fund: ['source'],
  supervision: ['supervisor', 'summary'],
} as const satisfies Readonly<Record<WorkType, readonly (keyof Typed)[]>>;

export function WorkForm({ unit, type, month, line, onChanged, onClose }: Props) {
  const { t, call, today } = useStaff();
  const w = useStationWords();
  const request = useRequestId();
  const send = async (typed: Typed) => {
    const work = workOf(type, typed);
    if (line === undefined) {
      await call('addWork', { params: { unit }, body: { work, request: request.idOf(work) } });
    } else {
      const { id: record, version } = line;
      const change = { kind: 'correct' as const, work };
      const body = { year: line.work.day.slice(0, 4), version, why: typed.why.trim(), change };
      await call('changeWork', { params: { unit, record }, body: { ...body, request: request.idOf(body) } });
    }
    request.done();
  };
  const check = (typed: Typed): Faults => ({
    ...numberFaults(type, typed, w),
    ...textFaults(type, typed, w),
    ...missing(typed, [...FIELDS[type], ...(line === undefined ? [] : ['why' as const])], t.form.missing),
  });
  const first = month === undefined || today.startsWith(month) ? today : `${month}-01`;
  return (
    <FormDialog
      title={line === undefined ? w.add[type] : w.correct}
      start={typedOf(first, line?.work)}
      tells={() => w.numbersOnly}
      check={check}
      submit={w.save}
      send={send}
      done={w.saved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DayField form={form} name="day" label={w.fields.day} />
          {type === 'activity' && <ActivityFields form={form} />}
          {type === 'fund' && <FundFields form={form} />}
          {type === 'supervision' && <SupervisionFields form={form} unit={unit} />}
          {line !== undefined && <WhyField form={form} />}
        </>
      )}
    </FormDialog>
  );
}

function ActivityFields({ form }: { form: Form<Typed> }) {
  const { fields, kinds } = useStationWords();
  return (
    <>
      <PickField form={form} name="kind" label={fields.kind} options={ACTIVITY_KINDS} text={(kind) => kinds[kind]} />
      <TextField form={form} name="title" label={fields.activity} />
      <TextField form={form} name="place" label={fields.place} />
      <TextField form={form} name="served" label={fields.served} type="number" />
      <TextField form={form} name="volunteers" label={fields.volunteers} type="number" />
      <TextField form={form} name="minutes" label={fields.minutes} type="number" />
    </>
  );
}

function FundFields({ form }: { form: Form<Typed> }) {
  const { fields } = useStationWords();
  return (
    <>
      <TextField form={form} name="amount" label={fields.amount} />
      <TextField form={form} name="source" label={fields.source} />
    </>
  );
}

function SupervisionFields({ form, unit }: { form: Form<Typed>; unit: string }) {
  const { fields, supervisions } = useStationWords();
  const { value: everybody } = useEverybody(unit);
  const names = new Map(
    (everybody?.workers ?? []).map(({ person }) => [person, everybody?.names.get(person) ?? person]),
  );
  const toggle = (person: string) => {
    const { people } = form.value;
    form.set({ people: people.includes(person) ? people.filter((one) => one !== person) : [...people, person] });
  };
  return (
    <>
      <PickField
        form={form}
        name="level"
        label={fields.kind}
        options={SUPERVISIONS}
        text={(one) => supervisions[one]}
      />
      <TextField form={form} name="supervisor" label={fields.supervisor} />
      <TextField form={form} name="minutes" label={fields.minutes} type="number" />
      <fieldset class="choice">
        <legend>{fields.people}</legend>
        {[...names].map(([person, name]) => (
          <label key={person} class="radio">
            <input type="checkbox" checked={form.value.people.includes(person)} onChange={() => toggle(person)} />
            {name}
          </label>
        ))}
      </fieldset>
      <TextField form={form} name="summary" label={fields.summary} />
    </>
  );
}

function numberFaults(type: WorkType, typed: Typed, w: { number: string; amount: string }): Faults {
  if (type === 'fund') return centsOf(typed.amount) === undefined ? { amount: w.amount } : {};
  const numbers = type === 'activity' ? (['served', 'volunteers', 'minutes'] as const) : (['minutes'] as const);
  return Object.fromEntries(
    numbers.filter((name) => wholeOf(typed[name]) === undefined).map((name) => [name, w.number]),
  );
}

/** Somebody's number is told at once, at its field: the server would refuse it, too. */
function textFaults(type: WorkType, typed: Typed, w: { somebody: string }): Faults {
  return Object.fromEntries(TEXTS[type].filter((name) => holdsNumber(typed[name])).map((name) => [name, w.somebody]));
}

function typedOf(day: string, work: Work | undefined): Typed {
  const empty: Typed = {
    ...{ day, kind: 'community', title: '', place: '', served: '', volunteers: '0', minutes: '' },
    ...{ amount: '', source: '', level: 'station', supervisor: '', people: [], summary: '', why: '' },
  };
  if (work === undefined) return empty;
  if (work.type === 'fund') {
    return { ...empty, day: work.day, amount: (work.cents / 100).toFixed(2), source: work.source };
  }
  if (work.type === 'supervision') {
    const { day: held, kind: level, supervisor, people, summary, minutes } = work;
    return { ...empty, day: held, level, supervisor, people, summary, minutes: String(minutes) };
  }
  const { type: _, served, volunteers, minutes, ...same } = work;
  return { ...empty, ...same, served: String(served), volunteers: String(volunteers), minutes: String(minutes) };
}

function workOf(type: WorkType, typed: Typed): Work {
  const { day, kind, level, people } = typed;
  const [title, place, source, supervisor, summary] = (
    ['title', 'place', 'source', 'supervisor', 'summary'] as const
  ).map((name) => typed[name].trim()) as [string, string, string, string, string];
  const minutes = wholeOf(typed.minutes) ?? 0;
  if (type === 'fund') return { type, day, cents: centsOf(typed.amount) ?? 0, source };
  if (type === 'supervision') return { type, day, kind: level, supervisor, minutes, people, summary };
  const [served, volunteers] = [wholeOf(typed.served) ?? 0, wholeOf(typed.volunteers) ?? 0];
  return { type, day, kind, title, place, served, volunteers, minutes };
}
