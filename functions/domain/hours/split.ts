// Minutes by the day they fall on, in Asia/Shanghai: what crosses midnight, or the border of a registration period, is cut there exactly.
import { common, type Interval, minutesOf, union } from '../attendance/intervals.ts';
import { addDays, type Day, dayOf, startOfDay } from '../time.ts';

/** The time from a day's beginning to the end of a last day. */
function spanOfDays(from: Day, last: Day): Interval {
  return { from: startOfDay(from), to: startOfDay(addDays(last, 1)) };
}

/** A set of stretches day by day, in order; days without any are left out. */
export function byDay(intervals: readonly Interval[]): { day: Day; minutes: number }[] {
  const totals = new Map<Day, number>();
  for (const interval of union(intervals)) {
    for (let day = dayOf(interval.from); startOfDay(day) < interval.to; day = addDays(day, 1)) {
      const minutes = minutesOf(common([interval], [spanOfDays(day, day)]));
      totals.set(day, (totals.get(day) ?? 0) + minutes);
    }
  }
  return [...totals].map(([day, minutes]) => ({ day, minutes }));
}

/** What of a set falls on the days from a first to a last one. */
export function within(intervals: readonly Interval[], { from, last }: { from: Day; last: Day }): Interval[] {
  return common(intervals, [spanOfDays(from, last)]);
}
