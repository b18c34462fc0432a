// What one tab shows of the journal: the current profile's entries and their fold, kept in step with the disk and with the other tabs.
import { fold, foldOnto, type State } from '../../../functions/domain/practice/fold.ts';
import type { Entry } from '../../../functions/domain/practice/journal.ts';
import { between, type Database, type EntryRow, each, type Reading, rowsOf, whoOf } from './db.ts';

/** The device, the first and the last sequence number of entries that are new. */
export type Range = [device: string, first: number, last: number];

/** What a tab tells the others: these are new; without ranges, read all anew. */
export interface Changed {
  profile: string;
  ranges?: Range[];
}

/** The other tabs of this browser. */
export interface Channel {
  post(message: Changed): void;
  listen(hear: (message: Changed) => void): void;
  close(): void;
}

export interface Shown {
  profile: string;
  name: string | undefined;
  all: Entry[];
  known: Set<string>;
  state: State;
}

export interface View {
  readonly shown: Shown;
  subscribe(listener: () => void): () => void;
  notify(): void;
  /** Takes in an entry this tab wrote, and tells the others. When it went to another profile than the one shown, that one is shown from now on. */
  added(profile: string, entry: Entry): Promise<void>;
  /** Reads in what was written, and tells the others; without ranges all is read anew. */
  changed(ranges?: Range[]): Promise<void>;
}

export async function openView(db: Database, channel: Channel | undefined): Promise<View> {
  const listeners = new Set<() => void>();
  let shown = await snapshot(db);
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const show = (next: Shown) => {
    shown = next;
    notify();
  };
  const readIn = async (profile: string, ranges: Range[] | undefined) => {
    if (profile !== shown.profile || !ranges) return show(await snapshot(db));
    const rows = await db.read((tx) => rowsIn(tx, profile, ranges));
    // The profile may have changed while the disk was read.
    if (profile === shown.profile) show(joined(shown, rows.map(entryOf)));
  };
  const tell = (ranges?: Range[]) => {
    channel?.post(ranges ? { profile: shown.profile, ranges } : { profile: shown.profile });
  };
  channel?.listen((message) => {
    // A word that comes after a newer page took the database finds nothing to read; the next thing asked of this tab says so.
    readIn(message.profile, message.ranges).catch(notify);
  });
  return {
    get shown() {
      return shown;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify,
    async added(profile, entry) {
      if (profile === shown.profile) show(joined(shown, [entry]));
      else show(await snapshot(db));
      tell([[entry.device, entry.seq, entry.seq]]);
    },
    async changed(ranges) {
      await readIn(shown.profile, ranges);
      tell(ranges);
    },
  };
}

async function snapshot(db: Database): Promise<Shown> {
  return db.read(async (tx) => {
    const { profile, name } = await whoOf(tx);
    const all = (await tx.objectStore('entries').getAll(rowsOf(profile))).map(entryOf);
    return { profile, name, all, known: new Set(all.map(identityOf)), state: fold(all) };
  });
}

function joined(shown: Shown, entries: readonly Entry[]): Shown {
  const fresh = entries.filter((entry) => !shown.known.has(identityOf(entry)));
  if (fresh.length === 0) return shown;
  for (const entry of fresh) {
    shown.known.add(identityOf(entry));
    shown.all.push(entry);
  }
  return { ...shown, state: foldOnto(shown.state, shown.all, fresh) };
}

async function rowsIn(tx: Reading, profile: string, ranges: readonly Range[]): Promise<EntryRow[]> {
  const store = tx.objectStore('entries');
  const found = await each(ranges, ([device, first, last]) => store.getAll(between(profile, device, [first, last])));
  return found.flat();
}

function identityOf(entry: Entry): string {
  return `${entry.device} ${entry.seq}`;
}

function entryOf({ owner: _, ...entry }: EntryRow): Entry {
  return entry;
}
