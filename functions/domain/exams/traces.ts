// What becomes of somebody's exams when their account is deleted, and when they turn out to be the person of another record.
import { type Employment, employmentsOn } from '../people/employment.ts';
import {
  type ExamEntry,
  type ExamFact,
  type ExamRecord,
  entryOf,
  holdingOf,
  inOrder,
  type Paper,
  type Saying,
} from './record.ts';
import { relationOf, unmarked } from './results.ts';

/**
 * What is counted of each exam and no more: papers as passed or not, where the person worked, whether it was confirmed. Marks, tickets, places, proofs and
 * reasons go, and whatever was refused, withdrawn or said over since.
 */
export function namelessExams<R extends ExamRecord>(record: R): R {
  const entries = record.entries.flatMap((entry) => {
    const facts = countedFacts(entry);
    return facts.length === 0 ? [] : [{ ...entry, facts }];
  });
  return { ...record, entries };
}

function countedFacts(entry: ExamEntry): ExamFact[] {
  const { held, confirmed } = holdingOf(entry);
  const decision = entry.facts.findLast(({ kind }) => kind === 'confirmed');
  return [
    ...(confirmed === undefined || decision === undefined
      ? []
      : [bare(confirmed), { kind: 'confirmed' as const, at: decision.at, by: decision.by }]),
    ...(held === undefined || held === confirmed ? [] : [bare(held)]),
  ];
}

function bare({ kind, at, by, how, papers, units, day }: Saying): Saying {
  return { kind, at, by, how, papers: papers.map(unmarked), evidence: [], units, day };
}

/** Somebody, and the exams that are kept under their id. */
interface Kept {
  record: ExamRecord;
  employments: readonly Employment[];
}

/**
 * The exams of a record with those that its person has kept under another id. What they have said themselves goes on waiting to be confirmed, beside what
 * stands there; what is there already is not said twice, so that joining again changes nothing.
 */
export function joinedExams({ record, employments }: Kept, own: ExamRecord): ExamEntry[] {
  const added = own.entries.map((entry) =>
    joinedEntry(entryOf(record, entry), renamed(entry, { record, employments }, own)),
  );
  const rest = record.entries.filter((one) => entryOf(own, one) === undefined);
  return inOrder([...rest, ...added]);
}

function joinedEntry(there: ExamEntry | undefined, come: ExamEntry): ExamEntry {
  if (there === undefined) return come;
  const { held: said } = holdingOf(come);
  const isThere = there.facts.some((fact) => fact.kind === 'said' && fact.at === said?.at && fact.by === said.by);
  const { held } = holdingOf(there);
  const isNews = said?.papers.some((paper) => tellsMore(held?.papers ?? [], paper)) ?? false;
  return said === undefined || isThere || !isNews ? there : { ...there, facts: [...there.facts, said] };
}

function tellsMore(known: readonly Paper[], paper: Paper): boolean {
  const before = known.find(({ subject }) => subject === paper.subject);
  return before === undefined || !['same', 'less'].includes(relationOf(before, paper));
}

/** An entry as the person of the record has said it, who worked where the record says. */
function renamed(entry: ExamEntry, { record, employments }: Kept, own: ExamRecord): ExamEntry {
  const facts = entry.facts.map((fact) => {
    const by = fact.by === own.person ? record.person : fact.by;
    if (fact.kind !== 'said') return { ...fact, by };
    return { ...fact, by, units: [...new Set(employmentsOn(employments, fact.day).map(({ unit }) => unit))].sort() };
  });
  return { ...entry, facts };
}

/** Whether somebody other than its person has said or decided something of a record. */
export function isOthersToo({ person, entries }: ExamRecord): boolean {
  return entries.some(({ facts }) => facts.some(({ by }) => by !== person));
}
