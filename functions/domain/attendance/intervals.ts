// Stretches of time in whole minutes, and sets of them: everything that is summed into hours is a union, so that no minute counts twice.
import { type Instant, instantOf, msOf } from '../time.ts';

/** From an instant up to and without another; both on the minute. */
export interface Interval {
  from: Instant;
  to: Instant;
}

const MS_PER_MINUTE = 60_000;

/** The minute an instant lies in: where somebody comes, in their favour. */
export function floorMinute(instant: Instant): Instant {
  return instantOf(Math.floor(msOf(instant) / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** The next full minute, or this one when it is full: where somebody goes, in their favour. */
export function ceilMinute(instant: Instant): Instant {
  return instantOf(Math.ceil(msOf(instant) / MS_PER_MINUTE) * MS_PER_MINUTE);
}

/** Whole minutes from one instant on the minute to another; negative when the other is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.round((msOf(to) - msOf(from)) / MS_PER_MINUTE);
}

/** The instant `minutes` after (or, negative, before) another. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(msOf(instant) + minutes * MS_PER_MINUTE);
}

/** The same stretches without overlaps, in order; those that touch become one, empty ones are gone. */
export function union(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { from, to } of intervals.filter((one) => one.from < one.to).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || last.to < from) result.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return result;
}

/** Minutes in a set of stretches; what overlaps counts once. */
export function minutesOf(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, { from, to }) => sum + minutesBetween(from, to), 0);
}

/** What two sets have in common. */
export function common(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const right = union(others);
  return union(some).flatMap((a) =>
    right
      .map((b) => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }))
      .filter(({ from, to }) => from < to),
  );
}

/** What of the first set is not in the second. */
export function without(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return union(others).reduce(
    (rest, { from, to }) =>
      rest.flatMap((one) => {
        if (to <= one.from || one.to <= from) return [one];
        const parts = [
          { from: one.from, to: from },
          { from: to, to: one.to },
        ];
        return parts.filter((part) => part.from < part.to);
      }),
    union(some),
  );
}

/** The first `minutes` of a set, in order of time; the whole set when it has fewer. */
export function head(intervals: readonly Interval[], minutes: number): Interval[] {
  let left = minutes;
  const result: Interval[] = [];
  for (const { from, to } of union(intervals)) {
    const taken = Math.min(left, minutesBetween(from, to));
    if (taken <= 0) break;
    result.push({ from, to: addMinutes(from, taken) });
    left -= taken;
  }
  return result;
}
