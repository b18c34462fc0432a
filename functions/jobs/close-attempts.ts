// Attempts that are past their time close by themselves, though nobody looks: what any look does, done by the timer. Cut off anywhere, the next run
// finds what is left on the list.
import type { GraderDeps, GradingDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { settled } from '../app/mock-closing.ts';
import { dueAt } from '../domain/attempts/attempt.ts';
import type { DueAttempt } from '../store/due-attempts.ts';

type ClosingDeps = GradingDeps & Pick<GraderDeps, 'clockMs' | 'sink'>;

/** Attempts of a partition that are looked at in one round, and how many are closed at once. */
const MOST = 100;
const AT_ONCE = 8;

/** Closes attempts for so many milliseconds at most, one of which it cannot close standing in no other's way. Gives how many were closed and how many not. */
export function closeAttempts(deps: ClosingDeps) {
  return async (forMs: number): Promise<{ closed: number; failed: number }> => {
    const end = deps.clockMs() + forMs;
    const tried = new Set<string>();
    const tally = { closed: 0, failed: 0 };
    for (;;) {
      const due = await deps.store.dueAttempts.list(deps.now(), MOST);
      const left = due.filter(({ attempt, dueAt: at }) => !tried.has(`${attempt} ${at}`));
      if (left.length === 0) return tally;
      await inParallel(AT_ONCE, left, async (one) => {
        if (deps.clockMs() >= end) return;
        tried.add(`${one.attempt} ${one.dueAt}`);
        const done = await closed(deps, one);
        tally[done] += 1;
      });
      if (deps.clockMs() >= end) return tally;
    }
  };
}

async function closed(deps: ClosingDeps, due: DueAttempt): Promise<'closed' | 'failed'> {
  try {
    const attempt = await deps.store.attempts.get(due.person, due.attempt);
    const isListed = attempt?.state === 'open' && dueAt(attempt) === due.dueAt;
    // What leads to nothing any more, or to an attempt that is listed elsewhere.
    if (attempt === undefined || !isListed) await deps.store.dueAttempts.drop(due);
    else await settled(deps, attempt);
    return 'closed';
  } catch (error) {
    logFailure(deps, error);
    return 'failed';
  }
}

/** The kind of the fault alone: a message may quote what it choked on. */
function logFailure({ sink }: ClosingDeps, error: unknown): void {
  const fault = error instanceof Error ? error.name : 'not an error';
  sink(JSON.stringify({ level: 'error', job: 'close-attempts', fault }));
}
