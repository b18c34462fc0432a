// Whose rows are whose: a guest's become a person's, and a person who leaves takes from this browser what the server holds. One transaction each.
import { type Database, each, GUEST, rowsOf, type Writing, whoOf } from './db.ts';

const KEYED = ['entries', 'streams', 'drills', 'reports'] as const;

/** Makes the person the current profile and theirs whatever the guest did. Doing it again changes nothing more. */
export async function claimRows(db: Database, person: string, name: string): Promise<void> {
  await db.write(async (tx) => {
    for (const store of KEYED) await moveRows(tx.objectStore(store) as Rows, person);
    await tx.objectStore('meta').put({ profile: person, name }, 'who');
  });
}

/** What the four stores have in common. */
interface Rows {
  getAll(range: IDBKeyRange): Promise<{ owner: string }[]>;
  delete(range: IDBKeyRange): Promise<void>;
  put(row: { owner: string }): Promise<unknown>;
}

async function moveRows(store: Rows, person: string): Promise<void> {
  const rows = await store.getAll(rowsOf(GUEST));
  await store.delete(rowsOf(GUEST));
  await each(rows, (row) => store.put({ ...row, owner: person }));
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
      for (const seq of stream.own ? (stream.aside ?? []) : []) open.add(`${stream.device} ${seq}`);
      for (let seq = stream.acked + 1; stream.own && seq <= stream.last; seq += 1) open.add(`${stream.device} ${seq}`);
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

async function leave(tx: Writing, person: string): Promise<void> {
  await tx.objectStore('meta').delete(`sync ${person}`);
  if ((await whoOf(tx)).profile === person) await tx.objectStore('meta').put({ profile: GUEST }, 'who');
}
