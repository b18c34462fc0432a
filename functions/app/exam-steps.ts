// The names behind a step of the funnel, for a unit with all below it as the tree stands today: for whoever may list people there. A walk that stops
// when a page is full, or has read enough, and goes on from its cursor.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { plannedYear } from '../domain/exams/cycle.ts';
import { type AtUnit, examStepsOf, isAtStep, type StepAsked } from '../domain/exams/funnel.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import { signedIn, standingFor, today } from './access.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { ExamDeps } from './deps.ts';
import { emptyRecord } from './exam-finding.ts';
import { below, type Step, walkOn } from './tree-walk.ts';
import { nameFor } from './units-reading.ts';

type Listed = Answer<'listSteps'>;
type Row = Listed['people'][number];

const ROWS_MOST = 100;

/** Units that are read at once, and how often one page does that: some thirty milliseconds each time. */
const AT_ONCE = 12;
const ROUNDS_MOST = 12;

/** People of one unit who are read at once. */
const PEOPLE_AT_ONCE = 50;

/** Units that are fetched at once. */
const UNITS_AT_ONCE = 50;

/** Stands for any unit below: whether one may list its people says how far one reads. */
const ANY_CHILD = '';

/** Where a page goes on: within the first of the units that are next, then with what is left of the tree. */
interface State {
  units: string[];
  after?: string;
  stack: Step[];
}

interface Asked extends StepAsked {
  day: Day;
  missing: boolean;
}

export function listSteps(deps: ExamDeps) {
  return async (actor: Actor, { params, query }: Input<'listSteps'>): Promise<Listed> => {
    const me = signedIn(actor);
    const { place } = await standingFor(deps, actor)('listPeople', params.unit);
    const day = today(deps);
    const year = query.year ?? plannedYear(deps.exams.sittings, day);
    const { step, level, missing } = query;
    const question = { actor: me, route: 'listSteps', asked: { ...query, year: String(year), unit: params.unit } };
    const isDeep = can.listPeople(me, { ancestors: [ANY_CHILD, ...place.ancestors] });
    const start: State = { units: [params.unit], stack: isDeep ? below(params.unit) : [] };
    const state = stateOf<State>(deps, question, query.cursor) ?? start;
    const { rows, next } = await pageFrom(deps, { step, year, level, missing: missing === 'true', day }, state);
    const people = await named(deps, rows, day);
    return next === undefined ? { day, year, people } : { day, year, people, cursor: cursorOf(deps, question, next) };
  };
}

type Nameless = Omit<Row, 'unitName'>;

async function pageFrom(deps: ExamDeps, asked: Asked, from: State): Promise<{ rows: Nameless[]; next?: State }> {
  const rows: Nameless[] = [];
  let state = from;
  for (let round = 0; round < ROUNDS_MOST && rows.length < ROWS_MOST; round += 1) {
    if (state.units.length === 0) {
      if (state.stack.length === 0) return { rows };
      state = await walked(deps, state.stack, asked.day);
    }
    const read = await roundOf(deps, asked, state);
    rows.push(...read.rows);
    state = read.next;
  }
  return state.units.length === 0 && state.stack.length === 0 ? { rows } : { rows, next: state };
}

/** The next units at once, as far as each is done; one that goes on is where the next round begins, and what was read past it is read again. */
async function roundOf(deps: ExamDeps, asked: Asked, { units, after, stack }: State) {
  const rows: Nameless[] = [];
  const now = units.slice(0, AT_ONCE);
  const parts = await Promise.all(
    now.map((unit, i) => partOf(deps, asked, { unit, after: i === 0 ? after : undefined })),
  );
  for (const [i, part] of parts.entries()) {
    rows.push(...part.rows);
    if (part.next !== undefined) return { rows, next: { units: units.slice(i), after: part.next, stack } };
  }
  return { rows, next: { units: units.slice(AT_ONCE), stack } };
}

async function walked(deps: ExamDeps, stack: readonly Step[], day: Day): Promise<State> {
  const children = (parent: string | null) => deps.store.units.children(parent, day);
  const { found, stack: left } = await walkOn(stack, { children, limit: UNITS_AT_ONCE });
  return { units: found.map(({ id }) => id), stack: left };
}

interface Part {
  unit: string;
  after: string | undefined;
}

/** Some people of a unit: those who work there today, or ever did where that is what the step counts. */
async function partOf(
  deps: ExamDeps,
  asked: Asked,
  { unit, after }: Part,
): Promise<{ rows: Nameless[]; next?: string }> {
  const { day, step, year, missing } = asked;
  const isOfToday = missing || step === 'target' || step === 'valid' || step === 'certified';
  const { found, next } = await deps.store.workers.list(unit, {
    ...(isOfToday ? { day } : {}),
    ...(after === undefined ? {} : { cursor: after }),
    limit: PEOPLE_AT_ONCE,
  });
  // Somebody with several employments is one; their lines follow each other, and may be parted by the end of a page.
  const shown = after?.split('#')[1];
  const everybody = [...new Set(found.map(({ person }) => person))].filter((id) => id !== shown);
  const [records, years] = await Promise.all([
    deps.store.examRecords.ofMany(everybody),
    step === 'trained' ? deps.store.trained.ofMany(everybody, [String(year)]) : [],
  ]);
  // Few have come to a step of the exam: the others need not be read whole.
  const mayBe = (id: string) =>
    isOfToday || step === 'trained' || records.get(id)?.entries.some((entry) => entry.year === year);
  const ids = everybody.filter(mayBe);
  const cards = await deps.store.personCards.of(ids);
  const rows = ids.flatMap((id) => {
    const card = cards.get(id);
    if (card === undefined) return [];
    const known: AtUnit = {
      ...{ unit, day, certificates: card.certificates, record: records.get(id) ?? emptyRecord(deps, id) },
      present: employmentsOn(card.employments, day).some((one) => one.unit === unit),
      training: years.find(({ person }) => person === id)?.entries ?? [],
    };
    const isShown = missing ? known.present && !isAtStep(known, asked) : isAtStep(known, asked);
    return isShown ? [rowOf(known, { id, name: card.name }, asked)] : [];
  });
  return next === undefined ? { rows } : { rows, next };
}

function rowOf(known: AtUnit, { id, name }: { id: string; name: string }, asked: Asked): Nameless {
  const { unit, present, certificates } = known;
  const levels = present ? [...new Set(certificates.map(({ level }) => level))] : [];
  return { person: id, name, unit, present, exams: examStepsOf(known, asked), certificates: levels };
}

async function named(deps: ExamDeps, rows: readonly Nameless[], day: Day): Promise<Row[]> {
  const units = await deps.store.units.getMany(new Set(rows.map(({ unit }) => unit)));
  return rows.map((row) => {
    const unit = units.get(row.unit);
    return { ...row, unitName: unit === undefined ? '' : nameFor(unit, day) };
  });
}
