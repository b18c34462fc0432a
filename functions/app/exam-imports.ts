// Importing registrations and results: each row of a slice is matched with a person, judged against what is known of that exam, and written with its audit
// line. What was written is 'same' when it comes again, so a slice may be sent any number of times.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { subjectsOf } from '../domain/exams/cycle.ts';
import { hasBegun, isOutcome } from '../domain/exams/results.ts';
import { FIRST_EXAM_YEAR } from '../domain/imports/exam-row.ts';
import { signedIn, standingFor, today } from './access.ts';
import type { ExamDeps } from './deps.ts';
import { type Line, linesFor, type Matched, type Row, refusal, type Slice } from './exam-import-lines.ts';
import { inParallel } from './in-parallel.ts';
import { hashOfNumber, placesOf } from './person-records.ts';

/** Queues that are worked at once. */
const AT_ONCE = 8;

/** Says of each row what an import would do, or does it. Problem `not_found` when the unit of the path is not the actor's to import to. */
export function importExams(means: ExamDeps) {
  return async (actor: Actor, { params, body }: Input<'importExams'>): Promise<Answer<'importExams'>> => {
    const deps = withTree(means);
    const me = signedIn(actor);
    await standingFor(deps, actor)('importExams', params.unit);
    const slice = { me, top: params.unit, dry: body.dry, replace: body.replace, regions: new Map() };
    const lines = new Map<Row, Line>();
    const matched = await matchAll(deps, slice, { rows: body.rows, lines });
    for (const { row, person } of doubled(matched)) lines.set(row, { ...refusal(row, 'duplicate'), person: person.id });
    const left = matched.filter(({ row }) => !lines.has(row));
    await inParallel(AT_ONCE, queuesOf(left), async (queue) => {
      for (const [row, line] of await linesFor(deps, slice, queue)) lines.set(row, line);
    });
    return { lines: body.rows.map((row) => lines.get(row) as Line) };
  };
}

/** The means with units that are read once a request: rows are many, the units of their people few. */
function withTree(deps: ExamDeps): ExamDeps {
  const { units } = deps.store;
  const known = new Map<string, ReturnType<typeof units.ancestors>>();
  const ancestors: typeof units.ancestors = (id, day) => {
    const path = known.get(`${id} ${day}`) ?? units.ancestors(id, day);
    known.set(`${id} ${day}`, path);
    return path;
  };
  return { ...deps, store: { ...deps.store, units: { ...units, ancestors } } };
}

/** Rows that are written to one unit follow each other: they would only wait for its audit chain. */
function queuesOf(rows: readonly Matched[]): Matched[][] {
  return [...Map.groupBy(rows, ({ place }) => place.ancestors[0]).values()];
}

/** The rows whose person was found; of the others the line says why not. */
async function matchAll(
  deps: ExamDeps,
  slice: Slice,
  { rows, lines }: { rows: readonly Row[]; lines: Map<Row, Line> },
): Promise<Matched[]> {
  const found = new Map<Row, Matched>();
  await inParallel(AT_ONCE, rows, async (row) => {
    const fault = faultOf(deps, row);
    const match = fault === undefined ? await matchOf(deps, slice, row) : undefined;
    if (fault !== undefined) lines.set(row, fault);
    else if (match === undefined) lines.set(row, refusal(row, 'unknown-person'));
    else if (folded(match.person.name) !== folded(row.name))
      lines.set(row, { ...refusal(row, 'name-differs'), column: 'name' });
    else if (match.person.id === slice.me.person)
      lines.set(row, { ...refusal(row, 'own-record'), person: match.person.id });
    else found.set(row, match);
  });
  return rows.flatMap((row) => found.get(row) ?? []);
}

/** Everything that is refused without a look at who is known. */
function faultOf(deps: ExamDeps, row: Row): Line | undefined {
  const own = subjectsOf(row.level);
  const subjects = row.papers.map(({ subject }) => subject);
  const now = today(deps);
  if (row.year < FIRST_EXAM_YEAR || row.year > Number(now.slice(0, 4)) + 1) return invalid(row, 'year');
  if (new Set(subjects).size < subjects.length || !subjects.every((subject) => own.includes(subject))) {
    return invalid(row, 'level');
  }
  if (row.idNumber === undefined && row.person === undefined && row.phone === undefined)
    return invalid(row, 'idNumber');
  if (row.idNumber !== undefined && hashOfNumber(deps, 'idNumber', row.idNumber) === undefined) {
    return invalid(row, 'idNumber');
  }
  const isKnown = row.papers.some(({ result }) => isOutcome(result));
  return isKnown && !hasBegun(deps.exams.sittings, row.year, now) ? refusal(row, 'exam-future') : undefined;
}

/** Who a row is about, at a unit below the path's at which the caller may import; undefined for anybody else, and for nobody. */
async function matchOf(deps: ExamDeps, { me, top }: Slice, row: Row): Promise<Matched | undefined> {
  const id = await idOf(deps, row);
  const person = id === undefined ? undefined : await deps.store.people.get(id);
  if (person === undefined || person.deletedAt !== undefined || person.mergedInto !== undefined) return undefined;
  const places = await placesOf(deps, person);
  const place = places.find((one) => one.ancestors.includes(top) && can.importExams(me, one));
  return place && { row, person, place };
}

async function idOf(deps: ExamDeps, { person, idNumber, phone }: Row): Promise<string | undefined> {
  if (idNumber !== undefined) {
    const hash = hashOfNumber(deps, 'idNumber', idNumber);
    const id = hash && (await deps.store.people.findByIdHash(hash));
    // Two ways of naming a person that lead to two people lead to nobody.
    if (id !== undefined) return person === undefined || person === id ? id : undefined;
  }
  if (person !== undefined) return person;
  const hash = phone === undefined ? undefined : hashOfNumber(deps, 'phone', phone);
  return hash && deps.store.people.findByPhoneHash(hash);
}

/** Rows of one person, year and level. */
function doubled(rows: readonly Matched[]): Matched[] {
  const groups = Map.groupBy(rows, ({ row, person }) => `${person.id} ${row.year} ${row.level}`);
  return [...groups.values()].filter(({ length }) => length > 1).flat();
}

function invalid(row: Row, column: NonNullable<Line['column']>): Line {
  return { ...refusal(row, 'invalid'), column };
}

/** Spaces, the width of signs and the dot of names make no difference. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・.]/g, '')
    .toLowerCase();
}
