// The verdict on somebody's watching of a recorded session: the minutes watched, by the server's clock, and whether they suffice by the course's rule.
import { type Credit, creditLines, presenceLines } from '../attendance/explain.ts';
import { ceilMinute, floorMinute, head, union } from '../attendance/intervals.ts';
import type { Rule } from '../attendance/rule.ts';
import type { Verdict } from '../attendance/verdict.ts';
import type { Lesson, Session } from '../courses/course.ts';
import { type Day, dayOf, msOf } from '../time.ts';
import { joinedTimes, secondsOf, type Watching } from './watching.ts';

/** The lessons of a recorded session; a session of another form has none. */
export function lessonsOf({ form, lessons = [] }: Pick<Session, 'form' | 'lessons'>): readonly Lesson[] {
  return form === 'recorded' ? lessons : [];
}

/**
 * Always by presence, whatever the rule counts by: a recording that was half watched is never a whole one. What ran in two windows at once counts
 * once. Part minutes of all lessons are added up before they are rounded down.
 */
export function watchedVerdict(
  session: Pick<Session, 'form' | 'lessons' | 'startsAt' | 'endsAt'>,
  { watched }: { watched: readonly Pick<Watching, 'times'>[] },
  rule: Rule,
): Verdict {
  const whole = lessonsOf(session).reduce((sum, { minutes }) => sum + minutes, 0);
  const times = joinedTimes(watched.flatMap((one) => one.times));
  const ms = times.reduce((sum, { from, to }) => sum + msOf(to) - msOf(from), 0);
  const presence = Math.min(whole, Math.floor(ms / 60_000));
  const counts = presence > 0 && presence * 100 >= rule.minShare * whole;
  const around = union(times.map(({ from, to }) => ({ from: floorMinute(from), to: ceilMinute(to) })));
  const intervals = counts ? head(around, presence) : [];
  const share = whole === 0 ? 0 : Math.floor((presence * 10_000) / whole);
  const credit: Credit = { whole, presence, share, counts, intervals };
  const came = times.length > 0;
  return {
    ...{ state: came ? 'present' : 'absent', flags: [], presence, share, counts, intervals },
    minutes: counts ? presence : 0,
    lines: [
      { code: 'session', params: { from: session.startsAt, to: session.endsAt, minutes: whole } },
      ...presenceLines(came, false),
      ...(came ? creditLines(credit, { ...rule, countBy: 'presence' }) : []),
    ],
  };
}

/** How many lessons of a session were watched to the end. Lengths are said in whole minutes, so half a minute may lack. */
export function viewsOf(
  session: Pick<Session, 'form' | 'lessons'>,
  watched: readonly (Pick<Watching, 'spans'> & { lesson: number })[],
): number {
  const isWhole = (lesson: number, minutes: number) =>
    watched.some((one) => one.lesson === lesson && Math.round(secondsOf(one) / 60) >= minutes);
  return lessonsOf(session).filter(({ minutes }, i) => isWhole(i + 1, minutes)).length;
}

/** The day of a session in somebody's training: when they began to watch it, or when it began. */
export function dayFor({ startsAt }: Pick<Session, 'startsAt'>, watched: readonly Pick<Watching, 'times'>[]): Day {
  const [first = startsAt] = watched.flatMap(({ times }) => times.map(({ from }) => from)).sort();
  return dayOf(first);
}
