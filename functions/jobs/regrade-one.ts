// One result graded anew after a key was corrected. Done twice it is done once: that it was done stands in the result itself.
import type { GraderDeps } from '../app/deps.ts';
import { sumOf } from '../app/mock-closing.ts';
import { Problem } from '../app/problem.ts';
import { type Regrade, type Result, regraded } from '../domain/attempts/result.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import type { Instant } from '../domain/time.ts';
import type { MadeCorrection } from '../store/key-corrections.ts';

/** What is graded anew: after which correction, and in which of its rounds. */
export interface Round {
  made: MadeCorrection;
  /** What the results say of when: the same for all of a round, so that a round that is done again does the same. */
  at: Instant;
}

/** Writers of one result at one moment are few: its closing, marks for words. */
const ATTEMPTS = 8;

/** Grades a result anew. Gives what this round has changed about it, also when it had done so before a crash; undefined: nothing. */
export async function regradeOne(
  deps: GraderDeps,
  { made, at }: Round,
  of: Pick<Result, 'person' | 'attempt'>,
): Promise<Regrade | undefined> {
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const result = await deps.store.results.get(of);
    const head = await deps.store.attempts.get(of.person, of.attempt);
    if (result === undefined || head === undefined) return undefined;
    const next = regraded(result, gradingBy(made), { id: made.id, at });
    if (next === undefined) return changeOf(result, { made, at });
    const after = { ...head, sum: sumOf(next), version: head.version + 1 };
    if (await deps.store.attempts.remark(after, next)) return changeOf(next, { made, at });
  }
  throw new Problem('busy');
}

function gradingBy(made: MadeCorrection) {
  const { question: id, version, kind, released } = made;
  return { profile: OFFICIAL_1, items: [{ id, version, kind, key: [...released] }], corrections: [made] };
}

function changeOf({ regrades }: Result, { made, at }: Round): Regrade | undefined {
  return regrades.find((one) => one.correction === made.id && one.at === at);
}
