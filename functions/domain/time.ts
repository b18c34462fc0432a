// Time as the product writes it: instants are UTC ISO strings, days are YYYY-MM-DD in China.
// Nothing here reads a clock; "now" is always an argument.

/** A UTC instant with milliseconds, `2026-05-23T01:00:00.000Z`. Two instants compare as strings. */
export type Instant = string;

/** A calendar day in Asia/Shanghai, `2026-05-23`. Two days compare as strings. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** China keeps UTC+8 all year round (no daylight saving since 1991), so the offset is arithmetic, not a zone table. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The instant `ms` milliseconds after 1970-01-01T00:00Z. Throws RangeError for a number that is no time. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since 1970-01-01T00:00Z. NaN for a string that is no instant. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The day in Asia/Shanghai on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return instantOf(msOf(instant) + SHANGHAI_OFFSET_MS).slice(0, 10);
}

/** The day `days` after (or, negative, before) a day. */
export function addDays(day: Day, days: number): Day {
  return instantOf(msOf(`${day}T00:00:00.000Z`) + days * MS_PER_DAY).slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((msOf(`${to}T00:00:00.000Z`) - msOf(`${from}T00:00:00.000Z`)) / MS_PER_DAY);
}

/** The first instant of a day in Asia/Shanghai. */
export function startOfDay(day: Day): Instant {
  return instantOf(msOf(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS);
}

/** Whether an instant lies more than a day ahead: two clocks that are right never differ so much, whatever the zones they show. */
export function isFarAhead(instant: Instant, now: Instant): boolean {
  return msOf(instant) - msOf(now) > MS_PER_DAY;
}

/**
 * The next stamp of a journal: never earlier than the wall clock says, always later than the last stamp seen from any device.
 * (A hybrid logical clock: what was done after seeing something sorts after it, whatever the two devices' clocks say.)
 * A last stamp far ahead comes from a clock that was wrong and is not followed: it would take every later stamp along.
 */
export function stampAfter(last: Instant | undefined, now: Instant): Instant {
  return last === undefined || now > last || isFarAhead(last, now) ? now : instantOf(msOf(last) + 1);
}
