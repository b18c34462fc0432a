// Practice of people of the demo world: of the demo candidate, and of some workers in all its towns, so that figures of practice have somebody behind them.
import type { CoreDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { addBatch } from '../app/practice.ts';
import { Problem } from '../app/problem.ts';
import { BATCH_MOST, type Stamped } from '../domain/practice/journal.ts';
import { drawer } from '../domain/practice/shuffle.ts';
import type { Question } from '../domain/questions/question.ts';
import { everyNth } from './seed-courses.ts';
import type { PlannedPerson } from './seed-plan.ts';
import { threeWeeks } from './seed-practice.ts';

const DEVICE = 'demo-phone-01';
const SEED = 20260523;
const WORKERS = 24;
const AT_ONCE = 6;

/** Some workers' three weeks. */
export async function seedWorkersPractice(
  deps: CoreDeps,
  people: readonly PlannedPerson[],
  questions: readonly Question[],
): Promise<void> {
  const workers = everyNth(people, Math.floor(people.length / WORKERS), WORKERS);
  await inParallel(AT_ONCE, [...workers.entries()], ([i, id]) => seedJournal(deps, { id, seed: i + 1 }, questions));
}

/**
 * Three weeks of somebody's practice, counted from their first day, so that a second attempt writes the same batches again. What was kept from another
 * bank, by an earlier version, stays as it is. Nothing for somebody who is not there.
 */
export async function seedJournal(
  deps: CoreDeps,
  { id, seed = SEED }: { id: string; seed?: number },
  questions: readonly Question[],
): Promise<void> {
  const person = await deps.store.people.get(id);
  if (person === undefined) return;
  const journal = threeWeeks(questions, { draw: drawer(seed), now: person.createdAt });
  await keep(deps, id, journal).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'batch_differs') throw error;
  });
}

async function keep(deps: CoreDeps, person: string, entries: Stamped[]): Promise<void> {
  for (let at = 0; at < entries.length; at += BATCH_MOST) {
    const body = { device: DEVICE, first: at + 1, entries: entries.slice(at, at + BATCH_MOST) };
    await addBatch(deps)({ kind: 'person', person, grants: [] }, { params: { person }, query: undefined, body });
  }
}
