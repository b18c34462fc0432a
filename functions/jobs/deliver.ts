// Sends what lies in the outbox and is due: first what is for one person, then what is for a whole course. A message is taken out once it is sent;
// cut off in between, the same mail may go twice, under the same Message-ID.
import type { JobDeps } from '../app/deps.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { Posted } from '../store/outbox.ts';
import { later, type Run, type Tally } from './run.ts';
import { tellCourse } from './tell-course.ts';
import { tellOne } from './tell-one.ts';

/** For how long a message that is worked on is nobody else's: longer than a run. */
const LEASE_MS = 120_000;

/** Sends for so many milliseconds at most. Rejects when the table fails: what is not done is due again after its lease. */
export function deliver(deps: JobDeps) {
  return async (forMs: number): Promise<Tally> => {
    const end = deps.clockMs() + forMs;
    const tally: Tally = { sent: 0, failed: 0, refused: 0, late: 0 };
    const run: Run = { deps, tally, isOver: () => deps.clockMs() >= end };
    const { outbox } = deps.store;
    for (const posted of inOrder(await outbox.due(deps.now()), deps)) {
      if (run.isOver()) break;
      const held = await outbox.move(posted, { ...posted, due: later(deps, LEASE_MS) });
      if (held !== undefined) await (isToAll(held) ? tellCourse : tellOne)(run, held);
    }
    return tally;
  };
}

/** Those to one person first: a course of a thousand must not hold back a code that somebody waits for. What was just changed may be changed again. */
function inOrder(found: readonly Posted[], { now, quietMs }: JobDeps): Posted[] {
  const quietSince = instantOf(msOf(now()) - quietMs);
  const toAll = found.filter(isToAll).filter(({ message }) => message.at <= quietSince);
  return [...found.filter((posted) => !isToAll(posted)), ...toAll];
}

function isToAll({ message }: Posted): boolean {
  return message.kind === 'course';
}
