// From marks to stays: who came in and went out, how often, and what is known of somebody who never signed out.
// Endpoints are rounded to the minute in the person's favour: coming in down, going out up. A session's own bounds are rounded inwards.
import { type Instant, msOf } from '../time.ts';
import { addMinutes, ceilMinute, floorMinute, type Interval, minutesBetween } from './intervals.ts';
import type { Presence } from './marks.ts';
import type { Rule } from './rule.ts';

/** A session as attendance sees it. */
export interface Held {
  startsAt: Instant;
  endsAt: Instant;
  /** When a random check was open; both instants included. */
  windows?: readonly { from: Instant; until: Instant }[] | undefined;
}

/** From a sign-in to the next sign-out, on the minute; without `to` when nobody signed out. */
export interface Stay {
  from: Instant;
  to?: Instant;
  /** Until when presence is proved: the last random check that was answered, else `from`. */
  proved: Instant;
}

/** What of a mark says where somebody was. */
export type Sign = Pick<Presence, 'kind' | 'at'>;

export interface Stays {
  stays: Stay[];
  /** Signs of presence outside any stay: a sign-out or an answered check with no sign-in before it. */
  loose: Sign[];
}

/** A second sign-out within a minute of the first is the same one. */
const REPEAT_MS = 60_000;

/** The session's time in whole minutes; empty (`from` = `to`) for one that ends before it begins. */
export function boundsOf({ startsAt, endsAt }: Held): Interval {
  const from = ceilMinute(startsAt);
  const to = floorMinute(endsAt);
  return { from, to: to > from ? to : from };
}

/**
 * The stays of marks that count, in order of time. Whoever is in and signs in again is in; the first sign-out ends a stay. Marks of one
 * instant are an end and a new beginning for somebody who was in, and an empty stay for somebody who was not.
 */
export function staysOf(marks: readonly Sign[]): Stays {
  const result: Stays = { stays: [], loose: [] };
  let open: Stay | undefined;
  let lastOut: Instant | undefined;
  for (const group of byInstant(marks)) {
    const { at, came, went, shown } = group;
    const before = open;
    if (before !== undefined && went !== undefined) {
      before.to = ceilMinute(at);
      open = undefined;
    }
    if (open === undefined && came !== undefined) {
      open = { from: floorMinute(at), proved: floorMinute(at) };
      result.stays.push(open);
    }
    if (before === undefined && open !== undefined && went !== undefined) {
      open.to = floorMinute(at);
      open = undefined;
    }
    const isInside = before !== undefined || came !== undefined;
    if (shown !== undefined && open !== undefined) open.proved = ceilMinute(at);
    if (shown !== undefined && !isInside) result.loose.push(shown);
    if (went !== undefined && !isInside && !isRepeat(lastOut, at)) result.loose.push(went);
    if (went !== undefined) lastOut = at;
  }
  return result;
}

/** What a stay counts inside the session by the rule; undefined when it does not touch the session. Empty when nothing of it is proved. */
export function countedOf(
  stay: Stay,
  bounds: Interval,
  { missingOut }: Pick<Rule, 'missingOut'>,
): Interval | undefined {
  if (stay.from >= bounds.to || (stay.to !== undefined && stay.to <= bounds.from)) return undefined;
  const from = later(stay.from, bounds.from);
  if (stay.to !== undefined) return { from, to: earlier(stay.to, bounds.to) };
  const proved = earlier(later(stay.proved, from), bounds.to);
  const rest = minutesBetween(proved, bounds.to);
  const granted = { none: 0, review: 0, half: Math.floor(rest / 2), 'until-end': rest }[missingOut];
  return { from, to: addMinutes(proved, granted) };
}

interface Group {
  at: Instant;
  came?: Sign | undefined;
  went?: Sign | undefined;
  shown?: Sign | undefined;
}

const PLACES = { in: 'came', out: 'went', mid: 'shown' } as const;

/** Marks by the instant they were made at; one of a kind is enough. */
function byInstant(marks: readonly Sign[]): Group[] {
  const groups = new Map<Instant, Group>();
  for (const mark of [...marks].sort((a, b) => msOf(a.at) - msOf(b.at))) {
    const group = groups.get(mark.at) ?? { at: mark.at };
    group[PLACES[mark.kind]] ??= mark;
    groups.set(mark.at, group);
  }
  return [...groups.values()];
}

function isRepeat(lastOut: Instant | undefined, at: Instant): boolean {
  return lastOut !== undefined && msOf(at) - msOf(lastOut) < REPEAT_MS;
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
