// What somebody's exams are to their account as a whole: made nameless when it is deleted, taken along when they turn out to be the person of a record.
import { canonical } from '../domain/canonical.ts';
import { isOthersToo, joinedExams, namelessExams } from '../domain/exams/traces.ts';
import type { StoredExams } from '../store/exam-records.ts';
import type { AccountDeps } from './deps.ts';
import { Problem } from './problem.ts';

/** How often a record is read anew when somebody else wrote it in between. */
const ATTEMPTS = 5;

/** Leaves what is counted of a person's exams, and nothing else of them. Again: the same. */
export async function releaseExams(deps: AccountDeps, person: string): Promise<void> {
  const { examRecords } = deps.store;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const record = await examRecords.get(person);
    if (record === undefined) return;
    const after = namelessExams(record);
    if (sameEntries(record, after) || (await examRecords.replace(next(deps, after)))) return;
  }
  throw new Problem('conflict');
}

/** Whether staff have said or decided something about a person's exams: that does not move with a code. */
export async function hasDecidedExams(deps: AccountDeps, person: string): Promise<boolean> {
  const record = await deps.store.examRecords.get(person);
  return record !== undefined && isOthersToo(record);
}

/** Takes what somebody has said of their exams to the record of whom they have become. Again: what has come since. */
export async function moveExams(deps: AccountDeps, from: string, to: string): Promise<void> {
  const { examRecords } = deps.store;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const own = await examRecords.get(from);
    if (own === undefined || own.entries.length === 0) return;
    if (!(await joined(deps, own, to))) continue;
    if (await examRecords.replace(next(deps, { ...own, entries: [] }))) return;
  }
  throw new Problem('conflict');
}

/** Whether all of it stands in the other record; of an account that was deleted meanwhile nothing is kept. */
async function joined(deps: AccountDeps, own: StoredExams, to: string): Promise<boolean> {
  const person = await deps.store.people.get(to);
  if (person === undefined || person.deletedAt !== undefined) return true;
  const held = await deps.store.examRecords.get(to);
  const record: StoredExams = held ?? { person: to, entries: [], version: 0, at: deps.now() };
  const after = { ...record, entries: joinedExams({ record, employments: person.employments }, own) };
  return sameEntries(record, after) || (await deps.store.examRecords.put({ record: next(deps, after) }, [])) === 'done';
}

function next(deps: AccountDeps, record: StoredExams): StoredExams {
  return { ...record, version: record.version + 1, at: deps.now() };
}

function sameEntries(a: StoredExams, b: StoredExams): boolean {
  return canonical(a.entries) === canonical(b.entries);
}
