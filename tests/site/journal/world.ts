// Browsers, tabs and people for the journal's tests: each browser has its own database, clock and cookie; its tabs hear each other.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Change, Entry } from '../../../functions/domain/practice/journal.ts';
import { type Instant, instantOf, msOf } from '../../../functions/domain/time.ts';
import type { Call } from '../../../site/src/api/client.ts';
import type { EntryRow, StreamRow } from '../../../site/src/journal/db.ts';
import { type KeptJournal, openJournal } from '../../../site/src/journal/journal.ts';
import { claim } from '../../../site/src/journal/session.ts';
import type { PageEvent, SyncEnv } from '../../../site/src/journal/start-sync.ts';
import type { Changed, Channel } from '../../../site/src/journal/view.ts';
import { type Cookie, type FakeServer, fakeServer } from './server.ts';

export const START = Date.parse('2026-11-23T01:00:00.000Z');

export interface Clock {
  ms: number;
}

export interface Browser {
  name: string;
  indexedDB: IDBFactory;
  cookie: Cookie;
  call: Call;
  /** How far this device's clock is off, in milliseconds. */
  skew: number;
  locks: SyncEnv['locks'];
  /** A new tab on this browser. */
  tab(): Promise<KeptJournal>;
}

export interface World {
  clock: Clock;
  server: FakeServer;
  browser(name: string, indexedDB?: IDBFactory): Browser;
}

export function makeWorld(): World {
  const clock = { ms: START };
  const server = fakeServer(() => instantOf(clock.ms));
  let ids = 0;
  return {
    clock,
    server,
    browser(name, indexedDB = new IDBFactory()) {
      const newId = () => {
        ids += 1;
        return `${name}-device-${String(ids).padStart(3, '0')}`;
      };
      const cookie: Cookie = {};
      const bus = makeBus();
      const browser: Browser = {
        name,
        indexedDB,
        cookie,
        call: server.callAs(cookie),
        skew: 0,
        locks: makeLocks(),
        tab: () =>
          openJournal({
            now: (): Instant => instantOf(clock.ms + browser.skew),
            newId,
            indexedDB,
            channel: bus(),
          }),
      };
      return browser;
    },
  };
}

/** Signs a person in on a browser, as the callback and the page after it do: the server's answer tells its time, too. */
export async function signIn(browser: Browser, journal: KeptJournal, person: string): Promise<void> {
  browser.cookie.person = person;
  await journal.correctClock(instantOf(msOf(journal.env.now()) - browser.skew));
  await claim(journal, person, `名 ${person}`);
}

export function answer(question: string, earned = 2): Change {
  return { kind: 'answer', question, version: 1, profile: 'official-1', picked: ['A'], earned, possible: 2 };
}

/** Entries by what they say, sorted: to compare sets in which every entry must be exactly once. */
export function contents(entries: Iterable<Entry>): string[] {
  return [...entries]
    .map(({ device: _, seq: __, ...change }) => JSON.stringify(change, Object.keys(change).sort()))
    .sort();
}

export function entriesIn(journal: KeptJournal): Promise<EntryRow[]> {
  return journal.db.read((tx) => tx.objectStore('entries').getAll());
}

export function streamsIn(journal: KeptJournal): Promise<StreamRow[]> {
  return journal.db.read((tx) => tx.objectStore('streams').getAll());
}

/** A database with the same rows: what a copied browser profile, or a restored backup, is. */
export async function copyOf(journal: KeptJournal, into: Browser): Promise<KeptJournal> {
  const copy = await into.tab();
  const stores = ['entries', 'streams', 'drills', 'reports'] as const;
  const rows = await journal.db.read((tx) => Promise.all(stores.map((store) => tx.objectStore(store).getAll())));
  const who = await journal.db.read((tx) => tx.objectStore('meta').get('who'));
  await copy.db.write(async (tx) => {
    for (const [i, store] of stores.entries())
      for (const row of rows[i] ?? []) await tx.objectStore(store).put(row as never);
    if (who) await tx.objectStore('meta').put(who, 'who');
  });
  await copy.changed();
  return copy;
}

/** The page died. */
class Killed extends Error {}

/**
 * Runs `work` and kills its page at the n-th step (a request to the database or to the server, before it and after it); from then on nothing it tries
 * happens. Returns whether it lived.
 */
export async function killedAt(n: number, call: Call, work: (call: Call) => Promise<unknown>): Promise<boolean> {
  let left = n;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  const methods = ['get', 'getAll', 'put', 'add', 'delete', 'count'] as const;
  const spies = methods.map((method) => {
    const real = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      step();
      return real.apply(this, args) as never;
    });
  });
  const mortal = (async (name: 'addBatch', sent: Parameters<typeof call<'addBatch'>>[1]) => {
    step();
    const answered = await call(name, sent);
    step();
    return answered;
  }) as Call;
  try {
    await work(mortal);
    return left >= 0;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Timers and page events by hand, on the world's clock. */
export interface FakePage extends SyncEnv {
  fire(event: PageEvent): void;
  /** Lets time pass in steps, each timer at its time, and the work it starts done before the next. */
  pass(ms: number, settled: () => Promise<void>): Promise<void>;
}

export function fakePage(clock: Clock, locks: SyncEnv['locks']): FakePage {
  const timers = new Set<{ at: number; work: () => void }>();
  const heard = new Set<{ event: PageEvent; hear: () => void }>();
  return {
    locks,
    random: () => 0,
    after(ms, work) {
      const timer = { at: clock.ms + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    on(event, hear) {
      const listener = { event, hear };
      heard.add(listener);
      return () => heard.delete(listener);
    },
    fire(event) {
      for (const listener of [...heard]) if (listener.event === event) listener.hear();
    },
    async pass(ms, settled) {
      const end = clock.ms + ms;
      for (;;) {
        const next = [...timers].sort((a, b) => a.at - b.at).find((timer) => timer.at <= end);
        if (!next) break;
        timers.delete(next);
        clock.ms = Math.max(clock.ms, next.at);
        next.work();
        await settled();
      }
      clock.ms = end;
      await settled();
    },
  };
}

/** One lock, first come, first served, as `navigator.locks` gives it. */
function makeLocks(): SyncEnv['locks'] {
  let tail: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    const mine = tail.then(work);
    tail = mine.catch(() => {});
    return mine;
  };
  return { request } as unknown as SyncEnv['locks'];
}

function makeBus(): () => Channel {
  const tabs = new Set<{ hear?: (message: Changed) => void }>();
  return () => {
    const tab: { hear?: (message: Changed) => void } = {};
    tabs.add(tab);
    return {
      post(message) {
        for (const other of tabs) if (other !== tab) other.hear?.(structuredClone(message));
      },
      listen(hear) {
        tab.hear = hear;
      },
      close: () => void tabs.delete(tab),
    };
  };
}
