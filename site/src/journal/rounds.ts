// Rounds of syncing, one after the other, and how the last one ended: what is to be tried again, when, and what is not.
import { msOf } from '../../../functions/domain/time.ts';
import type { Call } from '../api/client.ts';
import { GUEST } from './db.ts';
import { backOff } from './due.ts';
import type { KeptJournal } from './journal.ts';
import { type How, type Outcome, syncOnce } from './sync.ts';

export interface Rounds {
  readonly outcome: Outcome;
  /** Rounds running or waiting to run. */
  readonly underway: number;
  /** Whether trying again by itself would be in vain. */
  readonly isHalted: boolean;
  /** Queues a round; nothing for a guest. Resolves when it has ended, well or not. */
  run(how: How): Promise<void>;
  /** Milliseconds until the next try after a failure; 0 when it is time. */
  retryIn(): number;
  /** Another person's journal is open: how the last one's round ended says nothing of theirs. */
  forget(): void;
}

/** `told` runs after every round's start and end; what it returns belongs to the round. */
export function rounds(
  journal: KeptJournal,
  call: Call,
  by: { random(): number; locks: How['locks']; told(): Promise<void> },
): Rounds {
  let outcome: Outcome = { state: 'done' };
  let underway = 0;
  let failures = 0;
  let retryAt = 0;
  let queue = Promise.resolve();
  const now = () => msOf(journal.env.now());

  async function round(how: How) {
    // The database failed under us, not the wire: trying again will not help.
    outcome = await syncOnce(journal, call, { ...how, locks: by.locks }).catch(() => ({
      state: 'stuck' as const,
      code: 'internal' as const,
    }));
    failures = outcome.state === 'later' ? failures + 1 : 0;
    retryAt = now() + backOff(failures, by.random());
    underway -= 1;
    await by.told();
  }
  return {
    get outcome() {
      return outcome;
    },
    get underway() {
      return underway;
    },
    get isHalted() {
      return outcome.state !== 'done' && outcome.state !== 'later';
    },
    run(how) {
      if (journal.profile === GUEST) return queue;
      underway += 1;
      queue = queue.then(() => round(how));
      void by.told();
      return queue;
    },
    retryIn: () => Math.max(0, Math.min(retryAt - now(), backOff(failures, 0))),
    forget() {
      outcome = { state: 'done' };
      failures = 0;
    },
  };
}
