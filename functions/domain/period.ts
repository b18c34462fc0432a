// Real days, and spans of days. A span ends on the first day it no longer holds, so that what ends and what begins on one day never overlap.
import { addDays, type Day, msOf } from './time.ts';

/** From a day on, up to and without `to`; open when there is no `to`. */
export interface Period {
  from: Day;
  /** The first day on which it no longer holds. */
  to?: Day;
}

/** Whether a text is a day of the calendar: `2023-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(msOf(`${text}T00:00:00.000Z`))) return false;
  // A parser may carry the 30th of February over into March: then it is another day that comes back.
  return addDays(text, 0) === text;
}

/** Whether a span holds on a day. */
export function holdsOn({ from, to }: Period, day: Day): boolean {
  return from <= day && (to === undefined || day < to);
}

/** Whether two spans have a day in common. */
export function overlap(a: Period, b: Period): boolean {
  return (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
}

/** The day `months` after (or, negative, before) a day; the last of the month where that month has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const wanted = addDays(first, Number(day.slice(8)) - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : addDays(`${wanted.slice(0, 7)}-01`, -1);
}

/**
 * The last of `months` months that begin on a day: the day before the same day, 2024-05-10 to 2027-05-09; the end of the month where that month
 * has no such day, 2024-02-29 to 2027-02-28 (民法典 第二百零二条).
 */
export function lastDay(from: Day, months: number): Day {
  const end = addMonths(from, months);
  return end.slice(8) === from.slice(8) ? addDays(end, -1) : end;
}
