// Several sessions at once: days in a row, or weekly on chosen weekdays, with days left out. Every occurrence becomes a session of its own.
import { isDay } from '../period.ts';
import { addDays, type Day, daysBetween, type Instant, instantOf, msOf, startOfDay } from '../time.ts';
import { SESSIONS_AT_ONCE } from './course.ts';

/** `from` and `to` are times of day in China, `09:00`. */
export interface Pattern {
  first: Day;
  from: string;
  to: string;
  /** `count` days in a row · `count` weeks on these weekdays, 1 (Monday) to 7, the first week being the one of `first`. */
  every: { kind: 'days'; count: number } | { kind: 'weeks'; count: number; weekdays: readonly number[] };
  /** Days left out; they do not move the end. */
  except?: readonly Day[];
}

/** No day or time · the end is not after the beginning · none left · more than are added at once. */
export type PatternFault = 'day-invalid' | 'time-invalid' | 'time-order' | 'none' | 'too-many';

export type Occurrences =
  | { ok: true; times: { startsAt: Instant; endsAt: Instant }[] }
  | { ok: false; reason: PatternFault };

const MINUTE_MS = 60_000;

/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_EPOCH = 4;

/** The weekday of a day, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  const since = daysBetween('1970-01-01', day) + WEEKDAY_OF_EPOCH - 1;
  return (((since % 7) + 7) % 7) + 1;
}

/** The occurrences of a pattern, in order. */
export function occurrences(pattern: Pattern): Occurrences {
  const { first, every, except = [] } = pattern;
  if (!isDay(first)) return { ok: false, reason: 'day-invalid' };
  const [from, to] = [minutesOf(pattern.from), minutesOf(pattern.to)];
  if (from === undefined || to === undefined) return { ok: false, reason: 'time-invalid' };
  if (to <= from) return { ok: false, reason: 'time-order' };
  if (every.count > 7 * SESSIONS_AT_ONCE) return { ok: false, reason: 'too-many' };
  const days = (every.kind === 'days' ? row(first, every.count) : weekly(first, every)).filter(
    (day) => !except.includes(day),
  );
  if (days.length === 0) return { ok: false, reason: 'none' };
  if (days.length > SESSIONS_AT_ONCE) return { ok: false, reason: 'too-many' };
  return { ok: true, times: days.map((day) => ({ startsAt: at(day, from), endsAt: at(day, to) })) };
}

function row(first: Day, count: number): Day[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => addDays(first, i));
}

/** From the Monday of the first week on; days before `first` are not of the pattern. */
function weekly(first: Day, { count, weekdays }: { count: number; weekdays: readonly number[] }): Day[] {
  const monday = addDays(first, 1 - weekdayOf(first));
  return row(monday, count * 7).filter((day) => day >= first && weekdays.includes(weekdayOf(day)));
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= 24 * 60 ? total : undefined;
}

function at(day: Day, minutes: number): Instant {
  return instantOf(msOf(startOfDay(day)) + minutes * MINUTE_MS);
}
