// The browser's database: its stores, how it is opened, and the one way to touch it: a transaction over all stores, whole or not at all.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb';
import type { Entry } from '../../../functions/domain/practice/journal.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import type { Drill } from './drill-record.ts';

/** Nobody signed in. Person ids are longer, so none of them can be this word. */
export const GUEST = 'guest';

/** `owner`, here and in every store: whose journal it is, `guest` or a person's id. (An entry's own `profile` is a scoring profile.) */
export type EntryRow = Entry & { owner: string };

/** One device's part of somebody's journal. */
export interface StreamRow {
  owner: string;
  device: string;
  /** Whether this browser writes it. */
  own: boolean;
  /** The highest sequence number given out (own) or seen. */
  last: number;
  /** The server holds everything up to here, save what stands in `aside`. */
  acked: number;
  /** The server's batches up to here are in `entries`: what is told as known. */
  held: number;
  /** The batch on its way. It is sent again unchanged until an answer comes. */
  frozen?: { first: number; count: number };
  /** Entries the server will not take, alone as they are; they stay on this device. */
  aside?: number[];
  /** The stamp of the last own entry: stamps of a stream only rise, in however many tabs it is written. */
  at?: Instant;
}

export interface ReportRow {
  owner: string;
  id: string;
  question: string;
  version: number;
  reason: 'key' | 'stem' | 'options' | 'explanation' | 'outdated' | 'other';
  text: string;
  at: Instant;
  /** The server will not take it; it stays on this device. */
  refused?: true;
}

/** Whose journal is open: `guest`, or a person who signed in here. */
export interface WhoRow {
  profile: string;
  name?: string;
}

interface Schema extends DBSchema {
  entries: { key: [string, string, number]; value: EntryRow };
  streams: { key: [string, string]; value: StreamRow };
  drills: { key: [string, string]; value: Drill & { owner: string } };
  reports: { key: [string, string]; value: ReportRow };
  meta: { key: string; value: object };
}

type Stores = StoreNames<Schema>[];
export type Reading = IDBPTransaction<Schema, Stores, IDBTransactionMode>;
export type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

/**
 * Why nothing can be kept. `absent`: the browser has no database; `refused`: it does not let us (private mode, damage); `blocked`: an older page of ours
 * holds it; `outdated`: this page is the older one, reload it; `full`: no room left.
 */
export type Reason = 'absent' | 'refused' | 'blocked' | 'outdated' | 'full';

/** The journal cannot be kept on this device. Practice works all the same. */
export class JournalUnavailable extends Error {
  override name = 'JournalUnavailable';
  reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(`the journal is not kept: ${reason}`, { cause });
    this.reason = reason;
  }
}

export interface Database {
  /** Reads in one transaction. */
  read<T>(work: (tx: Reading) => Promise<T>): Promise<T>;
  /** Changes in one transaction: when `work` throws, nothing has changed; when the promise resolves, it is on the disk. */
  write<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  close(): void;
}

const NAME = 'zhuren';
const VERSION = 1;
const KEYS = { entries: ['owner', 'device', 'seq'], streams: ['owner', 'device'] };
const STORES: Stores = ['entries', 'streams', 'drills', 'reports', 'meta'];

/** Opens the database, and makes it on the first visit. `onOutdated` is told when a newer page needs it: this one has let go. Throws JournalUnavailable. */
export async function openDatabase(factory: IDBFactory | undefined, onOutdated: () => void): Promise<Database> {
  let outdated = false;
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const letGo = () => {
    outdated = true;
    onOutdated();
  };
  async function begin<M extends 'readonly' | 'readwrite'>(mode: M, again = true) {
    if (outdated) throw new JournalUnavailable('outdated');
    opened ??= connect(factory, { forget, letGo });
    const db = await opened.catch((error) => {
      forget();
      throw error;
    });
    try {
      return db.transaction(STORES, mode, { durability: 'strict' });
    } catch (error) {
      // Safari closes the connection of a page that slept, without telling: open once more.
      if (!again || outdated || (error as Error).name !== 'InvalidStateError') throw unavailable(error);
      forget();
      return begin(mode, false);
    }
  }
  await begin('readonly');
  return {
    read: async (work) => whole(await begin('readonly'), work),
    write: async (work) => whole(await begin('readwrite'), work),
    close: () => void opened?.then((db) => db.close()),
  };
}

async function whole<X extends { done: Promise<void>; abort(): void }, T>(
  tx: X,
  work: (tx: X) => Promise<T>,
): Promise<T> {
  const { done } = tx;
  done.catch(() => {});
  try {
    const result = await work(tx);
    await done;
    return result;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has aborted by itself: that is why we are here.
    }
    await done.catch(() => {});
    throw unavailable(error);
  }
}

function connect(
  factory: IDBFactory | undefined,
  tell: { forget: () => void; letGo: () => void },
): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new JournalUnavailable('absent');
    const request = factory.open(NAME, VERSION);
    let blocked = false;
    request.onupgradeneeded = () => makeStores(request.result);
    request.onblocked = () => {
      blocked = true;
      reject(new JournalUnavailable('blocked'));
    };
    request.onerror = () => reject(unavailable(request.error));
    request.onsuccess = () => {
      const db = request.result;
      if (blocked) return db.close();
      db.onversionchange = () => {
        db.close();
        tell.letGo();
      };
      db.onclose = tell.forget;
      resolve(wrap(db) as unknown as IDBPDatabase<Schema>);
    };
  }).catch((error) => {
    throw unavailable(error, 'refused');
  }) as Promise<IDBPDatabase<Schema>>;
}

function makeStores(db: IDBDatabase): void {
  for (const [name, keyPath] of Object.entries(KEYS)) db.createObjectStore(name, { keyPath });
  for (const name of ['drills', 'reports']) db.createObjectStore(name, { keyPath: ['owner', 'id'] });
  db.createObjectStore('meta');
}

function unavailable(error: unknown, otherwise?: Reason): unknown {
  const { name } = error as Error;
  if (name === 'QuotaExceededError') return new JournalUnavailable('full', error);
  if (name === 'VersionError') return new JournalUnavailable('outdated', error);
  if (error instanceof JournalUnavailable || otherwise === undefined) return error;
  return new JournalUnavailable(otherwise, error);
}

/** All rows of an owner, in any store whose key begins with it: an array sorts after every string and number. */
export function rowsOf(owner: string, ...more: string[]): IDBKeyRange {
  return IDBKeyRange.bound([owner, ...more], [owner, ...more, []]);
}

/** The entries of a device from `first` to `last`. */
export function between(owner: string, device: string, [first, last]: [number, number]): IDBKeyRange {
  return IDBKeyRange.bound([owner, device, first], [owner, device, last]);
}

/** One request for each item, all at once. None is left without somebody who hears of its failure, also when a later one cannot even be made. */
export function each<T, R>(items: readonly T[], request: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(async (item) => request(item)));
}

export async function whoOf(tx: Reading): Promise<WhoRow> {
  return ((await tx.objectStore('meta').get('who')) as WhoRow | undefined) ?? { profile: GUEST };
}
