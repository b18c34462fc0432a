// The device's clock against the server's: every answer tells the server's time, and a clock that is far off is corrected in later stamps.
import { type Instant, instantOf, isFarAhead, msOf } from '../../../functions/domain/time.ts';
import type { Database, Reading } from './db.ts';

/** A clock nearer than this to the server's is taken as right: within it lies the time an answer travels. */
const SLACK_MS = 120_000;

/** How often it is written down that the server has told its time, when it tells nothing new. */
const NOTED_EVERY_MS = 3_600_000;

/** `offset`: how far the server's clock is ahead, in milliseconds; `at`: when it said so, by the device's clock. */
interface ClockRow {
  offset: number;
  at: Instant;
}

/** The time by the server's clock, as far as it is known. */
export async function correctedNow(tx: Reading, now: Instant): Promise<Instant> {
  return instantOf(msOf(now) + ((await clockOf(tx))?.offset ?? 0));
}

/**
 * Whether the server has told its time within the last day, as the device counts days. If not, the device was away for so long, or its clock has
 * been set to another day since; which of the two nobody can say here.
 */
export async function isClockTold(tx: Reading, now: Instant): Promise<boolean> {
  const at = (await clockOf(tx))?.at;
  return at !== undefined && !isFarAhead(now, at) && !isFarAhead(at, now);
}

/** Remembers how far the server's clock is ahead of the device's; nothing within two minutes, and no small changes. */
export async function correctClock(db: Database, now: Instant, serverNow: Instant): Promise<void> {
  const ahead = msOf(serverNow) - msOf(now);
  const offset = Math.abs(ahead) > SLACK_MS ? ahead : 0;
  const held = await db.read(clockOf);
  const isSame = held && (offset === held.offset || (offset !== 0 && Math.abs(offset - held.offset) <= SLACK_MS));
  if (isSame && Math.abs(msOf(now) - msOf(held.at)) < NOTED_EVERY_MS) return;
  await db.write((tx) => tx.objectStore('meta').put({ offset: isSame ? held.offset : offset, at: now }, 'clock'));
}

async function clockOf(tx: Reading): Promise<ClockRow | undefined> {
  return (await tx.objectStore('meta').get('clock')) as ClockRow | undefined;
}
