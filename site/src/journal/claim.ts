// Whose rows are whose: a guest's become a person's, a person who leaves takes from this browser what the server holds, and of one who is no more
// nothing stays theirs. One transaction each.
import {
  type Database,
  type EntryRow,
  each,
  GUEST,
  type Reading,
  rowsOf,
  type StreamRow,
  type Writing,
  whoOf,
} from './db.ts';
import { append, changeOf, writingStream } from './streams.ts';

const KEYED = ['entries', 'streams', 'drills', 'reports'] as const;

/** Makes the person the current profile and theirs whatever the guest did. Doing it again changes nothing more. */
export async function claimRows(db: Database, person: string, name: string): Promise<void> {
  await db.write(async (tx) => {
    for (const store of KEYED) await moveRows(tx.objectStore(store) as Rows, GUEST, person);
    await tx.objectStore('meta').put({ profile: person, name }, 'who');
  });
}

/** What the four stores have in common. */
interface Rows {
  getAll(range: IDBKeyRange): Promise<{ owner: string }[]>;
  delete(range: IDBKeyRange): Promise<void>;
  put(row: { owner: string }): Promise<unknown>;
}

async function moveRows(store: Rows, from: string, to: string): Promise<void> {
  const rows = await store.getAll(rowsOf(from));
  await store.delete(rowsOf(from));
  await each(rows, (row) => store.put({ ...row, owner: to }));
}

/**
 * Makes the guest the current profile, and takes away the person's drills and every entry the server holds. What is unsent stays for the person's
 * next sign-in, and their streams, so that this browser goes on under the same device. Returns how many entries and reports stayed.
 */
export async function wipeRows(db: Database, person: string): Promise<number> {
  return db.write(async (tx) => {
    const streams = await tx.objectStore('streams').getAll(rowsOf(person));
    const open = new Set<string>();
    for (const stream of streams) {
      for (const seq of unsentIn(stream)) open.add(`${stream.device} ${seq}`);
      if (stream.own) await tx.objectStore('streams').put({ ...stream, held: 0 });
      else await tx.objectStore('streams').delete([person, stream.device]);
    }
    const entries = await tx.objectStore('entries').getAll(rowsOf(person));
    const sent = entries.filter((row) => !open.has(`${row.device} ${row.seq}`));
    await each(sent, (row) => tx.objectStore('entries').delete([person, row.device, row.seq]));
    await tx.objectStore('drills').delete(rowsOf(person));
    await leave(tx, person);
    return open.size + (await tx.objectStore('reports').count(rowsOf(person)));
  });
}

/** Takes from this browser all that is a person's, also what was never sent: their account is no more. */
export async function dropRows(db: Database, person: string): Promise<void> {
  await db.write(async (tx) => {
    for (const store of KEYED) await (tx.objectStore(store) as Rows).delete(rowsOf(person));
    await leave(tx, person);
  });
}

/**
 * The same for a person who goes on as another (a claimed record): what the server does not hold, and the drills, become the guest's, and so
 * theirs at the next sign-in. Entries get new numbers: those of the old device belong to who they were.
 */
export async function handOverRows(db: Database, person: string, newId: () => string): Promise<void> {
  await db.write(async (tx) => {
    const unsent = await unsentRows(tx, person);
    for (const store of ['drills', 'reports'] as const) await moveRows(tx.objectStore(store) as Rows, person, GUEST);
    for (const store of KEYED) await (tx.objectStore(store) as Rows).delete(rowsOf(person));
    await append(tx, await writingStream(tx, GUEST, newId), unsent.map(changeOf));
    await leave(tx, person);
  });
}

async function unsentRows(tx: Reading, person: string): Promise<EntryRow[]> {
  const streams = await tx.objectStore('streams').getAll(rowsOf(person));
  const keys = streams.flatMap((stream) => unsentIn(stream).map((seq) => [person, stream.device, seq] as const));
  const rows = await each(keys, (key) => tx.objectStore('entries').get([...key]));
  return rows.filter((row) => row !== undefined);
}

/** The numbers of a stream's entries that the server has not acknowledged, or will not take. */
function unsentIn({ own, aside = [], acked, last }: StreamRow): number[] {
  if (!own) return [];
  return [...aside, ...Array.from({ length: last - acked }, (_, i) => acked + 1 + i)];
}

async function leave(tx: Writing, person: string): Promise<void> {
  await tx.objectStore('meta').delete(`sync ${person}`);
  if ((await whoOf(tx)).profile === person) await tx.objectStore('meta').put({ profile: GUEST }, 'who');
}
