// The candidate's journal as pages use it: a change is on the disk before its promise resolves, and every figure is a fold of the entries.
import type { State } from '../../../functions/domain/practice/fold.ts';
import type { Change, Entry } from '../../../functions/domain/practice/journal.ts';
import { type Instant, stampAfter } from '../../../functions/domain/time.ts';
import { correctClock, correctedNow } from './clock.ts';
import { type Database, GUEST, openDatabase, type Reading, type ReportRow, rowsOf, whoOf } from './db.ts';
import type { Drill } from './drill-record.ts';
import { append, tallyOf, writingStream } from './streams.ts';
import { type Channel, openView, type Range, type View } from './view.ts';

export interface JournalEnv {
  /** The wall clock as the device has it. */
  now(): Instant;
  /** A new id of 8 to 40 letters, digits, `_` and `-`. */
  newId(): string;
  indexedDB: IDBFactory | undefined;
  channel?: Channel | undefined;
}

export type Report = Omit<ReportRow, 'owner' | 'refused' | 'id' | 'at'>;

/** What every page may do with a journal, kept or not. */
export interface Journal {
  /** False when the browser keeps nothing: all is gone with the page. */
  readonly kept: boolean;
  /** `guest`, or the person's id. */
  readonly profile: string;
  readonly name: string | undefined;
  readonly state: State;
  /** True once a newer page has taken the database: this page must be reloaded. */
  readonly outdated: boolean;
  /** Adds a change and, in the same step, the drill it was made in. When it throws JournalUnavailable nothing was kept. */
  add(change: Change, drill?: Drill): Promise<Entry>;
  /** Calls after every change of the state, of the profile or of what is pending, in this tab or another. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** How many entries the server has not acknowledged; all of a guest's. */
  pending(): Promise<number>;
  saveDrill(drill: Drill): Promise<void>;
  loadDrill(id: string): Promise<Drill | undefined>;
  /** The latest first. */
  listDrills(): Promise<Drill[]>;
  deleteDrill(id: string): Promise<void>;
  /** Puts a report of a faulty question into the outbox; it is sent when somebody is signed in. */
  queueReport(report: Report): Promise<void>;
}

/** A journal on the disk, with what syncing and signing in need of it. */
export interface KeptJournal extends Journal {
  readonly db: Database;
  readonly env: JournalEnv;
  /** Takes in what was written beside `add`, and tells the other tabs; without ranges all is read anew. */
  changed(ranges?: Range[]): Promise<void>;
  correctClock(serverNow: Instant): Promise<void>;
  close(): void;
}

/** Opens the journal of the current profile. Throws JournalUnavailable; `memoryJournal` then lets practice go on. */
export async function openJournal(env: JournalEnv): Promise<KeptJournal> {
  let outdated = false;
  let view: View | undefined;
  const db = await openDatabase(env.indexedDB, () => {
    outdated = true;
    view?.notify();
  });
  const opened = await openView(db, env.channel);
  view = opened;
  const seen = {
    get outdated() {
      return outdated;
    },
    get profile() {
      return opened.shown.profile;
    },
    get name() {
      return opened.shown.name;
    },
    get state() {
      return opened.shown.state;
    },
  };
  return Object.defineProperties(
    {
      ...drillsIn(db, opened),
      kept: true,
      db,
      env,
      add: (change: Change, drill?: Drill) => add({ db, env, view: opened }, change, drill),
      queueReport: (report: Report) => queueReport({ db, env, view: opened }, report),
      pending: async () => (await db.read((tx) => tallyOf(tx, opened.shown.profile))).pending,
      subscribe: opened.subscribe,
      changed: opened.changed,
      correctClock: (serverNow: Instant) => correctClock(db, env.now(), serverNow),
      close() {
        env.channel?.close();
        db.close();
      },
    },
    Object.getOwnPropertyDescriptors(seen),
  ) as KeptJournal;
}

interface Parts {
  db: Database;
  env: JournalEnv;
  view: View;
}

async function add({ db, env, view }: Parts, change: Change, drill?: Drill): Promise<Entry> {
  const { profile: shown, state } = view.shown;
  const { entry, profile } = await db.write(async (tx) => {
    const into = await profileFor(tx, shown);
    const stream = await writingStream(tx, into, env.newId);
    const now = await correctedNow(tx, env.now());
    const at = later(stampAfter(state.latest, now), stampAfter(stream.at, now));
    if (drill) await tx.objectStore('drills').put({ ...drill, owner: into });
    // Its stamp is the stream's last, also where the one before was of a wrong clock and is not followed.
    const [added] = await append(tx, { ...stream, at }, [{ ...change, at }]);
    return { entry: added as Entry, profile: into };
  });
  await view.added(profile, entry);
  return entry;
}

async function queueReport({ db, env, view }: Parts, report: Report): Promise<void> {
  const { profile: shown } = view.shown;
  await db.write(async (tx) => {
    const row = { ...report, owner: await profileFor(tx, shown), id: env.newId() };
    await tx.objectStore('reports').put({ ...row, at: await correctedNow(tx, env.now()) });
  });
  await view.changed([]);
}

function drillsIn(db: Database, view: View): Pick<Journal, 'saveDrill' | 'loadDrill' | 'listDrills' | 'deleteDrill'> {
  return {
    async saveDrill(drill) {
      const { profile: shown } = view.shown;
      await db.write(async (tx) => {
        await tx.objectStore('drills').put({ ...drill, owner: await profileFor(tx, shown) });
      });
    },
    async loadDrill(id) {
      const row = await db.read((tx) => tx.objectStore('drills').get([view.shown.profile, id]));
      return row && drillOf(row);
    },
    async listDrills() {
      const rows = await db.read((tx) => tx.objectStore('drills').getAll(rowsOf(view.shown.profile)));
      return rows.map(drillOf).sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1));
    },
    deleteDrill: (id) => db.write((tx) => tx.objectStore('drills').delete([view.shown.profile, id])),
  };
}

/** Whose a change is: what the page shows; but what a page shows as a guest's belongs to whoever has claimed the guest's journal since. */
async function profileFor(tx: Reading, shown: string): Promise<string> {
  return shown === GUEST ? (await whoOf(tx)).profile : shown;
}

function later(a: Instant, b: Instant): Instant {
  return b > a ? b : a;
}

function drillOf({ owner: _, ...drill }: Drill & { owner: string }): Drill {
  return drill;
}
