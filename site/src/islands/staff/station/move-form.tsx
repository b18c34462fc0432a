// Moving an appraisal on: marks by indicator where they are given, a note, and for a decision its grade. What is counted is proposed.
import {
  GRADES,
  type Grade,
  gradeFor,
  indicatorsOf,
  type Template,
  totalOf,
} from '../../../../../functions/domain/appraisal/template.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { DayField, Framed, PickField, TextField } from '../forms/fields.tsx';
import type { Form } from '../forms/form.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import type { Faults } from '../problem-text.ts';
import { useRequestId } from '../training/request-id.ts';
import type { Read } from './answers.ts';
import { halfOf, pointsOf, useStationWords } from './words.ts';

interface Typed {
  marks: Record<string, string>;
  day: string;
  grade: Grade | '';
  note: string;
}

interface Props {
  unit: string;
  value: Read;
  move: Read['moves'][number];
  onChanged: () => Promise<void>;
  onClose: () => void;
}

const SCORED: readonly Props['move'][] = ['score', 'visit', 'decide', 'settle'];
const GRADED: readonly Props['move'][] = ['decide', 'settle'];
const REASONED: readonly Props['move'][] = ['object', 'settle', 'withdraw'];

export function MoveForm({ unit, value, move, onChanged, onClose }: Props) {
  const { call, today } = useStaff();
  const words = useStationWords();
  const w = words.appraisals;
  const request = useRequestId();
  const send = async (typed: Typed) => {
    const body = { version: value.version, moving: movingOf(value, move, typed) };
    const params = { unit, appraisal: value.appraisal.appraisal };
    await call('moveAppraisal', { params, body: { ...body, request: request.idOf(body) } });
    request.done();
  };
  const check = (typed: Typed): Faults => {
    const bad = indicatorsOf(templateIn(value)).filter(
      ({ id, most }) => halfOf(typed.marks[id] ?? '', most) === undefined,
    );
    const marks = SCORED.includes(move) ? bad.map(({ id }) => [`marks-${id}`, w.scoreFault]) : [];
    const isOther = GRADED.includes(move) && typed.grade !== '' && typed.grade !== gradeBy(value, typed);
    const needsNote = REASONED.includes(move) || isOther;
    return { ...Object.fromEntries(marks), ...(needsNote && typed.note.trim() === '' ? { note: w.noteMissing } : {}) };
  };
  return (
    <FormDialog
      title={w.moves[move]}
      start={startOf(value, today)}
      tells={() => (move in w.tells ? w.tells[move as keyof typeof w.tells] : undefined)}
      check={check}
      submit={w.submits[move]}
      isGrave={move === 'publish' || move === 'withdraw'}
      send={send}
      done={words.saved}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(form) => (
        <>
          {move === 'settle' && value.objection && (
            <p>
              <strong>{w.objection}：</strong>
              {value.objection}
            </p>
          )}
          {move === 'visit' && <DayField form={form} name="day" label={w.visitDay} />}
          {SCORED.includes(move) && <Marks form={form} value={value} />}
          {GRADED.includes(move) && (
            <PickField
              form={form}
              name="grade"
              label={w.grade}
              options={['', ...GRADES] as const}
              text={(one) => (one === '' ? `${w.byPoints}（${w.grades[gradeBy(value, form.value)]}）` : w.grades[one])}
            />
          )}
          {move !== 'publish' && <TextField form={form} name="note" label={w.note} />}
        </>
      )}
    </FormDialog>
  );
}

function Marks({ form, value }: { form: Form<Typed>; value: Read }) {
  const { lang } = useStaff();
  const w = useStationWords().appraisals;
  return (
    <>
      {indicatorsOf(templateIn(value)).map(({ id, title, most, figure }) => (
        <Framed
          key={id}
          label={`${title[lang]}（${w.most(pointsOf(most))}）`}
          hint={
            figure &&
            w.counted(w.figures[figure.name], String(value.counted.figures[figure.name] ?? 0), String(figure.full))
          }
          fault={form.faults[`marks-${id}`]}
        >
          {(tied) => (
            <input
              {...tied}
              inputMode="decimal"
              autoComplete="off"
              value={form.value.marks[id] ?? ''}
              onInput={({ currentTarget }) => form.set({ marks: { ...form.value.marks, [id]: currentTarget.value } })}
            />
          )}
        </Framed>
      ))}
    </>
  );
}

/** The wire's indicators may hold an `undefined` that the template has not: the same data. */
function templateIn(value: Read): Template {
  return value as unknown as Template;
}

/** What was given last stands there to begin with, and before anything was given what the counted figures propose. */
function startOf(value: Read, today: string): Typed {
  const scores = (value.settlement ?? value.decision ?? value.visit ?? value.self)?.scores ?? value.counted.proposed;
  const marks = Object.entries(scores).map(([id, half]) => [id, pointsOf(half)]);
  return { marks: Object.fromEntries(marks), day: today, grade: '', note: '' };
}

function scoresOf(value: Read, { marks }: Typed): Record<string, number> {
  return Object.fromEntries(
    indicatorsOf(templateIn(value)).map(({ id, most }) => [id, halfOf(marks[id] ?? '', most) ?? 0]),
  );
}

function gradeBy(value: Read, typed: Typed): Grade {
  return gradeFor(templateIn(value), totalOf(scoresOf(value, typed)));
}

function movingOf(value: Read, move: Props['move'], typed: Typed) {
  const note = typed.note.trim();
  const scores = scoresOf(value, typed);
  switch (move) {
    case 'score':
      return { move, scores, note };
    case 'visit':
      return { move, scores, note, day: typed.day };
    case 'decide':
    case 'settle':
      return { move, scores, note, grade: typed.grade === '' ? gradeBy(value, typed) : typed.grade };
    case 'publish':
      return { move };
    default:
      return { move, note };
  }
}
