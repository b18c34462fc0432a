// What the marks of one person show of one session, before any judgement: the stays that touch it, what lies beside it, the checks not answered.
import type { Instant } from '../time.ts';
import { ceilMinute, type Interval } from './intervals.ts';
import { type Mark, type Presence, standing } from './marks.ts';
import type { Rule } from './rule.ts';
import { boundsOf, countedOf, type Held, type Sign, type Stay, staysOf } from './stays.ts';

export interface Seen {
  /** The session in whole minutes. */
  bounds: Interval;
  /** The marks that count, by time. */
  marks: Presence[];
  /** The stays that touch the session, each with what it counts there. */
  inside: { stay: Stay; counted: Interval }[];
  outside: Stay[];
  /** Signs of presence outside any stay. */
  loose: Sign[];
  /** Random checks that somebody who was in the whole time did not answer. */
  missed: { from: Instant; until: Instant }[];
}

export function seenOf(session: Held, all: readonly Mark[], rule: Rule): Seen {
  const bounds = boundsOf(session);
  const marks = standing(all);
  const { stays, loose } = staysOf(marks);
  const inside: Seen['inside'] = [];
  const outside: Stay[] = [];
  for (const stay of stays) {
    const counted = countedOf(stay, bounds, rule);
    if (counted === undefined) outside.push(stay);
    else inside.push({ stay, counted });
  }
  const missed = (session.windows ?? []).filter(
    ({ from, until }) =>
      stays.some((stay) => stay.from <= from && (stay.to === undefined || stay.to >= ceilMinute(until))) &&
      !marks.some(({ kind, at }) => kind === 'mid' && from <= at && at <= until),
  );
  return { bounds, marks, inside, outside, loose, missed: [...missed].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}
