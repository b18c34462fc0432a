// When to sync, and what to say of it: one page's watch over its journal. How much is sent when stands in due.ts.
import type { ApiCode, Call } from '../api/client.ts';
import { GUEST } from './db.ts';
import { dueIn, isDueAtPause } from './due.ts';
import type { KeptJournal } from './journal.ts';
import { type Rounds, rounds } from './rounds.ts';
import { retryAside } from './streams.ts';
import type { How } from './sync.ts';
import { type Watch, watched } from './watch.ts';

/** The page is shown again, hidden or left, or the network is back. */
export type PageEvent = 'shown' | 'hidden' | 'online';

export interface SyncEnv {
  /** In [0, 1). */
  random(): number;
  locks: How['locks'];
  /** Runs `work` once after so many milliseconds; returns how to cancel it. */
  after(ms: number, work: () => void): () => void;
  /** Returns how to stop listening. */
  on(event: PageEvent, hear: () => void): () => void;
}

/**
 * `guest`: nobody is signed in; `pending`: entries or reports wait; `signed-out`: the session has ended, sign in again; `other-person`: the session is
 * somebody else's, ask `whoAmI`; `stuck`: the server will not take something, which stays on this device.
 */
export type SyncState =
  | 'guest'
  | 'synced'
  | 'pending'
  | 'syncing'
  | 'offline'
  | 'signed-out'
  | 'other-person'
  | 'stuck';

export interface SyncStatus {
  state: SyncState;
  /** Entries the server has not acknowledged. */
  pending: number;
  /** Entries and reports the server will not take. */
  refused: number;
  lastSyncedAt?: string;
  /** Why the last round did not end well. */
  code?: ApiCode;
}

export interface Sync {
  readonly status: SyncStatus;
  subscribe(listener: () => void): () => void;
  /** Sends all that is pending now, also after a halt: at the end of a drill, before signing out. Resolves when the round has ended, well or not. */
  flush(): Promise<SyncStatus>;
  /** Offers once more what the server would not take. */
  retryRefused(): Promise<SyncStatus>;
  stop(): void;
}

/** A page opened, or shown again, so long after the last comparison asks what other devices did; not each page of a visit. */
const REFRESH_MS = 300_000;

/** Watches the journal until `stop`. A guest's journal is left alone: no request is made. */
export function startSync(journal: KeptJournal, call: Call, env: SyncEnv): Sync {
  const listeners = new Set<() => void>();
  const watch = watched(journal);
  const going = rounds(journal, call, { random: env.random, locks: env.locks, told: look });
  const planner = planning({ journal, watch, going, env });
  let stopped = false;

  async function look(): Promise<void> {
    // A database taken away by a newer page has nothing to tell; the journal itself says `outdated`.
    await watch.look().catch(() => {});
    if (stopped) return;
    planner.plan();
    for (const listener of listeners) listener();
  }
  const stops = [journal.subscribe(() => void look()), ...planner.listen(look)];
  void planner.begin(look);

  return {
    get status() {
      return statusOf(journal, watch, going);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async flush() {
      await going.run({});
      return statusOf(journal, watch, going);
    },
    async retryRefused() {
      await retryAside(journal.db, journal.profile, journal.env.newId);
      await journal.changed();
      return this.flush();
    },
    stop() {
      stopped = true;
      planner.stop();
      for (const stop of stops) stop();
    },
  };
}

/** What starts a round by itself: the time, and what happens to the page. */
function planning({ journal, watch, going, env }: { journal: KeptJournal; watch: Watch; going: Rounds; env: SyncEnv }) {
  let person = journal.profile;
  let cancel = () => {};
  const isOld = () => watch.sinceSynced() >= REFRESH_MS;

  function plan(): void {
    cancel();
    if (person !== journal.profile) going.forget();
    person = journal.profile;
    if (person === GUEST || going.underway > 0 || going.isHalted) return;
    const waiting = watch.waiting();
    const isReport = watch.tally.reports > 0;
    const wait = going.outcome.state === 'later' ? going.retryIn() : isReport ? 0 : dueIn(waiting);
    // A report goes at once, without making an item of the few entries that are still being gathered. What goes up by itself need not ask what came.
    if (wait === 0) void going.run({ up: !isReport || isDueAtPause(waiting), down: isReport || isOld() });
    else if (wait < Number.POSITIVE_INFINITY) cancel = env.after(wait, plan);
  }

  async function pause(how: How): Promise<void> {
    if (going.underway > 0) return;
    const up = isDueAtPause(watch.waiting());
    if (up || how.down !== false) await going.run({ ...how, up });
  }
  return {
    plan,
    begin: (look: () => Promise<void>) => look().then(() => pause({ down: isOld() })),
    listen: (look: () => Promise<void>) => [
      env.on('hidden', () => void (going.isHalted || look().then(() => pause({ down: false, keepalive: true })))),
      env.on('shown', () => void ((going.isHalted || isOld()) && look().then(() => pause({})))),
      env.on('online', () => void (going.outcome.state === 'later' && going.underway === 0 && going.run({}))),
    ],
    stop: () => cancel(),
  };
}

function statusOf(journal: KeptJournal, watch: Watch, going: Rounds): SyncStatus {
  const { pending, refused } = watch.tally;
  const { syncedAt } = watch.marks;
  const { outcome } = going;
  return {
    state: stateOf(journal, watch, going),
    pending,
    refused,
    ...(syncedAt ? { lastSyncedAt: syncedAt } : {}),
    ...(outcome.state === 'done' ? {} : { code: outcome.code }),
  };
}

function stateOf(journal: KeptJournal, { tally }: Watch, { underway, outcome }: Rounds): SyncState {
  if (journal.profile === GUEST) return 'guest';
  if (underway > 0) return 'syncing';
  if (outcome.state === 'later' && outcome.code === 'offline') return 'offline';
  if (outcome.state !== 'done' && outcome.state !== 'later') return outcome.state;
  if (tally.pending > 0 || tally.reports > 0) return 'pending';
  return tally.refused > 0 ? 'stuck' : 'synced';
}
