// A device's part of the journal: where new entries are put, and the steps of sending it. Each step is one transaction, so a page may die between any two.
import { BATCH_MOST, type Batch, type Entry, type Stamped } from '../../../functions/domain/practice/journal.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import { correctedNow } from './clock.ts';
import {
  between,
  type Database,
  type EntryRow,
  each,
  type Reading,
  rowsOf,
  type StreamRow,
  type Writing,
} from './db.ts';
import { restamp } from './restamp.ts';

/** What of a profile has not reached the server. */
export interface Tally {
  /** Entries not acknowledged. */
  pending: number;
  /** Whether a batch was sent, or about to be, and no answer is known. */
  frozen: boolean;
  /** Entries and reports the server will not take. */
  refused: number;
  /** Reports of questions on their way. */
  reports: number;
}

export async function tallyOf(tx: Reading, profile: string): Promise<Tally> {
  const streams = (await tx.objectStore('streams').getAll(rowsOf(profile))).filter((stream) => stream.own);
  const reports = await tx.objectStore('reports').getAll(rowsOf(profile));
  const refusedReports = reports.filter((report) => report.refused).length;
  const sum = (count: (stream: StreamRow) => number) => streams.reduce((total, stream) => total + count(stream), 0);
  return {
    pending: sum((stream) => stream.last - stream.acked),
    frozen: streams.some((stream) => stream.frozen),
    refused: sum((stream) => stream.aside?.length ?? 0) + refusedReports,
    reports: reports.length - refusedReports,
  };
}

/** The stream this browser writes for a profile: the first of its own, or a new one, written with its first entry. */
export async function writingStream(tx: Reading, profile: string, newId: () => string): Promise<StreamRow> {
  const streams = await tx.objectStore('streams').getAll(rowsOf(profile));
  return streams.find((stream) => stream.own) ?? newStream(profile, newId(), true);
}

export function newStream(owner: string, device: string, own: boolean): StreamRow {
  return { owner, device, own, last: 0, acked: 0, held: 0 };
}

/** Puts changes at the end of a stream, with the stamps they have; the latest of them and of `stream.at` is its last stamp from now on. */
export async function append(tx: Writing, stream: StreamRow, changes: readonly Stamped[]): Promise<Entry[]> {
  const entries = changes.map((change, i) => ({ ...change, device: stream.device, seq: stream.last + 1 + i }));
  const at = entries.reduce((latest, entry) => (entry.at > latest ? entry.at : latest), stream.at ?? '');
  // `add`, not `put`: a number given out twice must fail, never overwrite.
  await each(entries, (entry) => tx.objectStore('entries').add({ ...entry, owner: stream.owner }));
  if (entries.length > 0) await tx.objectStore('streams').put({ ...stream, last: stream.last + entries.length, at });
  return entries;
}

/** Takes rows out of where they stand and gives them new numbers on the stream this browser writes. Their stamps stay, so the state does too. */
export async function moveToEnd(tx: Writing, rows: readonly EntryRow[], newId: () => string): Promise<void> {
  const [row] = rows;
  if (!row) return;
  await each(rows, (r) => tx.objectStore('entries').delete([r.owner, r.device, r.seq]));
  await append(tx, await writingStream(tx, row.owner, newId), rows.map(changeOf));
}

/** An entry as it travels: without whose and where. */
export function changeOf(row: EntryRow | Entry): Stamped {
  const { owner: _, device: __, seq: ___, ...change } = row as EntryRow;
  return change;
}

export interface Frozen {
  batch: Batch;
  /** Whether stamps of a wrong clock were moved: the state must be folded anew. */
  restamped: boolean;
}

/**
 * The next batch of a profile to send, fixed in its stream before it leaves. One that was fixed before comes first, and the same; a new one holds no
 * stamp of a clock that was days off. `now` is the device's; what the server told of it is counted in here.
 */
export async function freezeNext(db: Database, profile: string, now: Instant): Promise<Frozen | undefined> {
  return db.write(async (tx) => {
    const streams = await tx.objectStore('streams').getAll(rowsOf(profile));
    const waiting = streams.filter((stream) => stream.own && stream.last > stream.acked);
    const stream = waiting.find((s) => s.frozen) ?? waiting[0];
    if (!stream) return undefined;
    if (stream.frozen) return { batch: await batchAt(tx, stream, stream.frozen), restamped: false };
    const { last, acked } = stream;
    const frozen = { first: acked + 1, count: Math.min(BATCH_MOST, last - acked) };
    const mended = await restamp(tx, stream, await correctedNow(tx, now));
    await tx.objectStore('streams').put({ ...mended, frozen });
    return { batch: await batchAt(tx, stream, frozen), restamped: mended !== stream };
  });
}

async function batchAt(
  tx: Reading,
  { owner, device }: StreamRow,
  { first, count }: { first: number; count: number },
): Promise<Batch> {
  const rows = await tx.objectStore('entries').getAll(between(owner, device, [first, first + count - 1]));
  if (rows.length !== count) throw new Error(`the journal of ${device} lacks entries from ${first} on`);
  return { device, first, entries: rows.map(changeOf) };
}

/** The server holds this batch. */
export async function acknowledge(db: Database, profile: string, batch: Batch): Promise<void> {
  await change(db, profile, batch.device, (stream) => acked(stream, batch.first, lastOf(batch)));
}

export function lastOf(batch: Batch): number {
  return batch.first + batch.entries.length - 1;
}

/** The server will never take this batch as it is: halve it, or, when it is one entry, set that aside and go on behind it. */
export async function narrow(db: Database, profile: string, batch: Batch): Promise<void> {
  const { first } = batch;
  const count = Math.floor(batch.entries.length / 2);
  await change(db, profile, batch.device, (stream) => {
    // Another tab has gone further.
    if (stream.frozen?.first !== first || stream.frozen.count !== batch.entries.length) return stream;
    if (count > 0) return { ...stream, frozen: { first, count } };
    return { ...acked(stream, first, first), aside: [...(stream.aside ?? []), first] };
  });
}

/** The stream with everything up to `last` at the server; `first` begins what has just got there. */
export function acked(stream: StreamRow, first: number, last: number): StreamRow {
  const { frozen, ...rest } = stream;
  const upTo = Math.max(stream.acked, last);
  const held = stream.held === first - 1 ? last : stream.held;
  return { ...rest, acked: upTo, held, ...(frozen && frozen.first > upTo ? { frozen } : {}) };
}

/** Offers what was set aside once more, at the end of the journal; reports too. */
export async function retryAside(db: Database, profile: string, newId: () => string): Promise<void> {
  await db.write(async (tx) => {
    for (const stream of await tx.objectStore('streams').getAll(rowsOf(profile))) {
      const { aside = [], ...rest } = stream;
      const rows = await each(aside, (seq) => tx.objectStore('entries').get([profile, stream.device, seq]));
      if (aside.length > 0) await tx.objectStore('streams').put(rest);
      await moveToEnd(
        tx,
        rows.filter((row) => row !== undefined),
        newId,
      );
    }
    for (const { refused: _, ...report } of await tx.objectStore('reports').getAll(rowsOf(profile))) {
      await tx.objectStore('reports').put(report);
    }
  });
}

async function change(db: Database, profile: string, device: string, to: (stream: StreamRow) => StreamRow) {
  await db.write(async (tx) => {
    const stream = await tx.objectStore('streams').get([profile, device]);
    if (stream?.own) await tx.objectStore('streams').put(to(stream));
  });
}
