// Marks that a trainer's device has written down and delivers later: what they say, and what becomes of a clock that is off.
import { type Instant, instantOf, msOf } from '../time.ts';

/** Two clocks that are right differ by a little, and a request takes its time; what is more than this is said, and put right. */
const CLOCK_OFF_MS = 5_000;

/** A device that delivers within so much is at a door with a network. */
const RELAYED_MS = 120_000;

/** What a delivered mark says: the same number with another of these is another mark. */
export function relayBody({ person, kind, at }: { person: string; kind: string; at: Instant }): string {
  return `${person} ${kind} ${at}`;
}

/** How far a device's clock is ahead (or, negative, behind) by what it says as it sends; 0 for a difference that means nothing. */
export function clockOff(sentAt: Instant, now: Instant): number {
  const off = msOf(sentAt) - msOf(now);
  return Math.abs(off) > CLOCK_OFF_MS ? off : 0;
}

/** When a mark was made by the server's clock, and whether at a door with a network; undefined for one that is yet to come. */
export function relayedAt(
  written: Instant,
  { offMs, now }: { offMs: number; now: Instant },
): { at: Instant; how: 'relayed' | 'offline' } | undefined {
  const ms = msOf(written) - offMs;
  const ageMs = msOf(now) - ms;
  if (ageMs < -CLOCK_OFF_MS) return undefined;
  return { at: instantOf(ms), how: ageMs <= RELAYED_MS ? 'relayed' : 'offline' };
}
