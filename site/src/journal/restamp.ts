// Stamps of a clock that was wrong by days, put right before they leave the device: at the server they would spoil every later figure, for good.
import { STAMPS } from '../../../functions/domain/practice/journal.ts';
import { type Instant, instantOf, isFarAhead, msOf } from '../../../functions/domain/time.ts';
import { between, each, type StreamRow, type Writing } from './db.ts';

/**
 * The stamps with every impossible one (more than a day ahead of `now`, or from before the product could have been) moved to now; or to just before the
 * first possible one behind it, where a clock was put right meanwhile. The moved ones keep their order, the others their stamps.
 */
export function mendedStamps(stamps: readonly Instant[], now: Instant): Instant[] {
  const mended: Instant[] = [];
  let limit = msOf(now) + 1;
  for (const at of [...stamps].reverse()) {
    const fits = isPossible(at, now);
    limit = fits ? Math.min(limit, msOf(at)) : limit - 1;
    mended.push(fits ? at : instantOf(limit));
  }
  return mended.reverse();
}

/**
 * Puts right the stamps of a stream that has nothing on its way: nobody else has seen what lies behind `acked`. `now` must be the server's time.
 * Returns the stream as it is then, the same object when nothing had to be moved.
 */
export async function restamp(tx: Writing, stream: StreamRow, now: Instant): Promise<StreamRow> {
  const { owner, device, acked, last } = stream;
  const rows = await tx.objectStore('entries').getAll(between(owner, device, [acked + 1, last]));
  const stamps = rows.map((row) => row.at);
  if (stamps.every((at) => isPossible(at, now))) return stream;
  const mended = mendedStamps(stamps, now);
  const moved = rows.map((row, i) => ({ ...row, at: mended[i] as Instant })).filter((row, i) => row.at !== stamps[i]);
  await each(moved, (row) => tx.objectStore('entries').put(row));
  const before = stream.at !== undefined && isPossible(stream.at, now) ? stream.at : '';
  return { ...stream, at: mended.reduce((latest, at) => (at > latest ? at : latest), before) };
}

function isPossible(at: Instant, now: Instant): boolean {
  return at >= STAMPS.first && at <= STAMPS.last && !isFarAhead(at, now);
}
