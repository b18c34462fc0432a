// What becomes of the matched rows of an import: each is judged against what is known of that exam, and what is news is written with its audit line, many
// people in one transaction. Where somebody else wrote on one of them meanwhile, each person is tried alone.
import type { Answer, Input } from '../contract/index.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { entryOf, type Saying, withFacts } from '../domain/exams/record.ts';
import { judged } from '../domain/exams/results.ts';
import { decideExam, type ExamDecision } from '../domain/imports/exam-decide.ts';
import type { StoredExams } from '../store/exam-records.ts';
import type { Person as Record } from '../store/person-writes.ts';
import type { Person } from './access.ts';
import { entryOf as lineOf } from './audit.ts';
import type { ExamDeps } from './deps.ts';
import { emptyRecord, regionOf, unitsAt } from './exam-finding.ts';
import type { placesOf } from './person-records.ts';

export type Row = Input<'importExams'>['body']['rows'][number];
export type Line = Answer<'importExams'>['lines'][number];
type Reason = NonNullable<Line['reason']>;

export interface Slice {
  me: Person;
  top: string;
  dry: boolean;
  replace: string | undefined;
  /** Unit → the division whose pass line is taken; each is read once. */
  regions: Map<string, Promise<string | undefined>>;
}

/** A row and whose it is. */
export interface Matched {
  row: Row;
  person: Record;
  place: Awaited<ReturnType<typeof placesOf>>[number];
}

/** Rows of one transaction: three writes each, and the head of the unit's chain. */
const ROWS_AT_ONCE = 24;

/** How often a person's rows are judged anew when somebody else wrote the same record in between. */
const ATTEMPTS = 3;

/** Judges rows of one unit, and writes what was judged unless the slice is dry. */
export async function linesFor(deps: ExamDeps, slice: Slice, rows: readonly Matched[]): Promise<Map<Row, Line>> {
  const lines = new Map<Row, Line>();
  const keep = (some: ReadonlyMap<Row, Line>) => {
    for (const [row, line] of some) lines.set(row, line);
  };
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE);
    const together = await tried(deps, slice, part);
    if (together !== undefined) keep(together);
    else for (const own of Map.groupBy(part, ({ person }) => person.id).values()) keep(await alone(deps, slice, own));
  }
  return lines;
}

/** The rows of one person, tried a few times. */
async function alone(deps: ExamDeps, slice: Slice, rows: readonly Matched[]): Promise<ReadonlyMap<Row, Line>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const lines = await tried(deps, slice, rows);
    if (lines !== undefined) return lines;
  }
  const late = ({ row, person }: Matched) =>
    [row, { ...refusal(row, 'changed-meanwhile'), person: person.id }] as const;
  return new Map(rows.map(late));
}

/** The lines of what was written in one transaction; undefined when one of the records was no longer as it was read. */
async function tried(
  deps: ExamDeps,
  slice: Slice,
  rows: readonly Matched[],
): Promise<ReadonlyMap<Row, Line> | undefined> {
  const held = await deps.store.examRecords.ofMany(rows.map(({ person }) => person.id));
  const judgements: Judgement[] = [];
  for (const [id, own] of Map.groupBy(rows, ({ person }) => person.id)) {
    judgements.push(await judgeAll(deps, slice, { rows: own, record: held.get(id) ?? emptyRecord(deps, id) }));
  }
  const changed = judgements.flatMap(({ after }) => after ?? []);
  const entries = judgements.flatMap(({ entries: own }) => own);
  const isDone = slice.dry || (await deps.store.examRecords.putMany(changed, entries)) === 'done';
  return isDone ? new Map(judgements.flatMap(({ lines }) => [...lines])) : undefined;
}

/** What the rows of one person come to; `after` is missing where nothing is news. */
interface Judgement {
  lines: Map<Row, Line>;
  entries: AuditEntry[];
  after?: StoredExams;
}

async function judgeAll(
  deps: ExamDeps,
  slice: Slice,
  { rows, record }: { rows: readonly Matched[]; record: StoredExams },
): Promise<Judgement> {
  const judgement: Judgement = { lines: new Map(), entries: [] };
  const next = { version: record.version + 1, at: deps.now() };
  for (const one of rows) {
    const { row, person } = one;
    const before = judgement.after ?? record;
    const said = await sayingOf(deps, slice, one);
    const decision = decideExam({ entry: entryOf(before, row), row: said, replaces: slice.replace !== undefined });
    const after = 'facts' in decision ? withFacts(before, row, decision.facts) : before;
    if (after === undefined) judgement.lines.set(row, { ...refusal(row, 'list-full'), person: person.id });
    else judgement.lines.set(row, viewOf(one, decision));
    if (after === undefined || after === before) continue;
    judgement.after = { ...after, person: person.id, ...next };
    judgement.entries.push(auditLine(deps, slice, one));
  }
  return judgement;
}

/** The row as it would be said. */
async function sayingOf(deps: ExamDeps, slice: Slice, { row, person }: Matched): Promise<Saying> {
  const { me, replace } = slice;
  const { year, level, papers, site, ticket } = row;
  const at = unitsAt(deps, person, year);
  const region = row.region ?? (await knownRegion(deps, slice, at.units));
  return {
    ...{ kind: 'said', at: deps.now(), by: me.person, how: 'import', evidence: [] },
    papers: papers.map((paper) => judged(deps.exams.passLines, paper, { year, level, region })),
    ...(replace === undefined ? {} : { why: replace }),
    ...(site === undefined ? {} : { site }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(region === undefined ? {} : { region }),
    ...at,
  };
}

function knownRegion(deps: ExamDeps, { regions }: Slice, units: readonly string[]): Promise<string | undefined> {
  const [unit = ''] = units;
  const known = regions.get(unit) ?? regionOf(deps, units);
  regions.set(unit, known);
  return known;
}

/** The line says whose exam and which; marks are no matter of the audit. */
function auditLine(deps: ExamDeps, { me, replace }: Slice, { row, person, place }: Matched): AuditEntry {
  const after = { year: row.year, level: row.level, state: 'confirmed' };
  const thing = { type: 'exams', id: person.id };
  return lineOf(deps, { me, right: 'importExams', place, thing, after, why: replace });
}

function viewOf({ row, person }: Matched, decision: ExamDecision): Line {
  const { outcome } = decision;
  const line = { line: row.line, outcome, person: person.id };
  if (!('stands' in decision) || outcome === 'new') return line;
  return {
    ...line,
    stands: decision.stands.map(({ result, ...rest }) => ({ ...rest, result: result && { ...result } })),
  };
}

/** A row that is not taken, and why. */
export function refusal({ line }: Row, reason: Reason): Line {
  return { line, outcome: 'refused', reason };
}
