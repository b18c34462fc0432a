// The device's clock against the server's: every answer tells the server's time, and a clock that is far off is corrected in later stamps.
import { type Instant, instantOf, msOf } from '../../../functions/domain/time.ts';
import type { Database, Reading } from './db.ts';

/** A clock nearer than this to the server's is taken as right: within it lies the time an answer travels. */
const SLACK_MS = 120_000;

/** The time by the server's clock, as far as it is known. */
export async function correctedNow(tx: Reading, now: Instant): Promise<Instant> {
  return instantOf(msOf(now) + (await offsetOf(tx)));
}

/** Remembers how far the server's clock is ahead of the device's, in milliseconds; nothing within two minutes, and no small changes. */
export async function correctClock(db: Database, now: Instant, serverNow: Instant): Promise<void> {
  const ahead = msOf(serverNow) - msOf(now);
  const offset = Math.abs(ahead) > SLACK_MS ? ahead : 0;
  const held = await db.read(offsetOf);
  if (offset === held || (offset !== 0 && Math.abs(offset - held) <= SLACK_MS)) return;
  await db.write((tx) => tx.objectStore('meta').put({ offset }, 'clock'));
}

async function offsetOf(tx: Reading): Promise<number> {
  const clock = (await tx.objectStore('meta').get('clock')) as { offset: number } | undefined;
  return clock?.offset ?? 0;
}
