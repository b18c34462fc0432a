// What somebody has watched of a recorded lesson, by the server's own clock. A page says where its player stands, now and then; it never says for how long.
// Between two such beats no more is credited than has passed on the server's clock, and no second of the lesson twice.
import { type Instant, instantOf, msOf } from '../time.ts';

/** A page beats every 15 s while it plays. */
export const BEAT_S = 15;

/** The most that one beat is credited with: one may be lost, and no more. */
const CREDITED_MOST_MS = 30_000;

/** A player that is so far ahead of the clock is not: its beat came a moment sooner than the one before. What lacks is credited with the next. */
const JITTER_MS = 3_000;

/** A part of a lesson in milliseconds, from one up to and without another. */
interface Span {
  from: number;
  to: number;
}

/** Where a player stood when the server last heard of it: `position` in seconds of the lesson. */
export interface Beat {
  at: Instant;
  position: number;
  playing: boolean;
}

export interface Watching {
  /** The parts that were watched, in order, without overlaps. */
  spans: readonly Span[];
  /** When that was: as long together as the spans, or shorter where two lessons ran at once. */
  times: readonly { from: Instant; to: Instant }[];
  last?: Beat;
}

export const NOTHING: Watching = { spans: [], times: [] };

/** Whole seconds that were watched. */
export function secondsOf({ spans }: Pick<Watching, 'spans'>): number {
  return Math.floor(lengthOf(spans) / 1000);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The first second that was not watched. */
export function unwatchedFrom({ spans: [first] }: Pick<Watching, 'spans'>): number {
  return first === undefined || first.from > 0 ? 0 : Math.floor(first.to / 1000);
}

/**
 * A watching after a beat. `seconds` is the lesson's length. What is credited goes on from where the player stood at the beat before: playing faster
 * leaves gaps, playing again adds nothing, a beat that comes late or twice adds nothing. A clock that goes back credits nothing.
 */
export function watched(before: Watching, beat: Beat, seconds: number): Watching {
  const position = Math.min(Math.max(0, Math.floor(beat.position)), seconds);
  const next = { ...before, last: { ...beat, position } };
  const { last } = before;
  if (last === undefined || !last.playing) return next;
  const passed = Math.min(msOf(beat.at) - msOf(last.at), CREDITED_MOST_MS);
  const from = Math.round(last.position * 1000);
  const advance = position * 1000 - from;
  const credited = Math.min(passed, advance);
  if (credited <= 0) return next;
  const spans = joined([...before.spans, { from, to: from + credited }]);
  const fresh = lengthOf(spans) - lengthOf(before.spans);
  const isJitter = advance - credited <= JITTER_MS;
  const kept = isJitter ? { ...next, last: { ...beat, position: (from + credited) / 1000 } } : next;
  return fresh <= 0 ? kept : { ...kept, spans, times: joinedTimes([...before.times, timeOf(beat.at, fresh)]) };
}

/** Whether a beat says too little to be kept: the player plays on, and the last beat was a moment ago. */
export function isTooSoon({ last }: Watching, beat: Beat): boolean {
  if (last === undefined || !last.playing || !beat.playing) return false;
  return beat.position >= last.position && msOf(beat.at) - msOf(last.at) < (BEAT_S - 3) * 1000;
}

function timeOf(until: Instant, ms: number) {
  return { from: instantOf(msOf(until) - ms), to: until };
}

/** Spans without overlaps, in order; those that touch become one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || last.to < from) result.push({ from, to });
    else last.to = Math.max(last.to, to);
  }
  return result;
}

/** Stretches of time without overlaps; instants of one form compare as text. */
export function joinedTimes(times: Watching['times']): { from: Instant; to: Instant }[] {
  const result: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of times.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = result.at(-1);
    if (last === undefined || last.to < from) result.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return result;
}
