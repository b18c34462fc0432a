// What comes down: other devices' entries, and the proof that a number of our own was written by somebody else too (a copied browser profile).
import type { Batch, Stamped } from '../../../functions/domain/practice/journal.ts';
import { between, type Database, each, rowsOf, type StreamRow, type Writing, whoOf } from './db.ts';
import { knownText } from './known.ts';
import { acked, changeOf, lastOf, moveToEnd, newStream } from './streams.ts';

/** What is held of each device, as the wire takes it. */
export async function knownOf(db: Database, profile: string): Promise<string> {
  const streams = await db.read((tx) => tx.objectStore('streams').getAll(rowsOf(profile)));
  return knownText(streams.map(({ device, held }) => [device, held] as const));
}

export interface Written {
  /** [device, first, last] of each batch written. */
  ranges: [string, number, number][];
  /** Whether anything was lacking. */
  news: boolean;
  /** Whether entries of our own were given new numbers. */
  moved: boolean;
}

/** Writes what came down, in one transaction. Undefined, and nothing written, when somebody else's journal is open by now. */
export async function writeDown(
  db: Database,
  person: string,
  { batches, newId }: { batches: readonly Batch[]; newId: () => string },
): Promise<Written | undefined> {
  return db.write(async (tx) => {
    if ((await whoOf(tx)).profile !== person) return undefined;
    const written: Written = { ranges: [], news: false, moved: false };
    for (const batch of batches) {
      const last = lastOf(batch);
      const held = await tx.objectStore('streams').get([person, batch.device]);
      let stream = held ?? newStream(person, batch.device, false);
      if (stream.own && (await isOurs(tx, stream, batch))) stream = proven(stream, batch);
      else if (stream.own) {
        stream = await retire(tx, stream, { batches, newId });
        written.moved = true;
      }
      const rows = batch.entries.map((entry, i) => ({
        ...entry,
        owner: person,
        device: batch.device,
        seq: batch.first + i,
      }));
      await each(rows, (row) => tx.objectStore('entries').put(row));
      written.news ||= last > (held?.held ?? 0);
      await tx.objectStore('streams').put(seenUpTo(stream, last));
      written.ranges.push([batch.device, batch.first, last]);
    }
    return written;
  });
}

/** Whether a number has no acknowledgement of the server. */
function isOpen(stream: StreamRow, seq: number): boolean {
  return seq > stream.acked || stream.aside?.includes(seq) === true;
}

/** Whether all that the server holds of our own stream, and never acknowledged to us, is what we wrote: then its answer was lost, no more. */
async function isOurs(tx: Writing, stream: StreamRow, batch: Batch): Promise<boolean> {
  const range = between(stream.owner, stream.device, [batch.first, lastOf(batch)]);
  const rows = await tx.objectStore('entries').getAll(range);
  const ours = new Map(rows.map((row) => [row.seq, textOf(changeOf(row))]));
  return batch.entries.every((entry, i) => {
    const seq = batch.first + i;
    return !isOpen(stream, seq) || ours.get(seq) === textOf(entry);
  });
}

function proven(stream: StreamRow, batch: Batch): StreamRow {
  const { aside = [], ...rest } = acked(stream, batch.first, lastOf(batch));
  const left = aside.filter((seq) => seq < batch.first || seq > lastOf(batch));
  return left.length > 0 ? { ...rest, aside: left } : rest;
}

/**
 * Gives up a stream that somebody else writes too. What we wrote there and the server has not taken goes to another stream of ours;
 * what it holds under any number of that device is there already. (Stamps only rise in a stream: equal content is the same entry.)
 */
async function retire(
  tx: Writing,
  stream: StreamRow,
  { batches, newId }: { batches: readonly Batch[]; newId: () => string },
): Promise<StreamRow> {
  const { frozen: _, aside: __, ...rest } = stream;
  const retired = { ...rest, own: false, last: stream.acked };
  const theirs = new Set(batches.filter((b) => b.device === stream.device).flatMap((b) => b.entries.map(textOf)));
  const rows = await tx.objectStore('entries').getAll(rowsOf(stream.owner, stream.device));
  const open = rows.filter((row) => isOpen(stream, row.seq));
  await tx.objectStore('streams').put(retired);
  await each(open, (row) => tx.objectStore('entries').delete([row.owner, row.device, row.seq]));
  await moveToEnd(
    tx,
    open.filter((row) => !theirs.has(textOf(changeOf(row)))),
    newId,
  );
  return retired;
}

function seenUpTo(stream: StreamRow, seq: number): StreamRow {
  const held = Math.max(stream.held, seq);
  const last = Math.max(stream.last, seq);
  return { ...stream, held, last, acked: stream.own ? stream.acked : last };
}

/** The content of an entry, whatever the order of its fields. */
function textOf(entry: Stamped): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}
