// One person is in one place: a minute that two sessions claim counts for one of them, and it is said for which.
import { common, head, type Interval, minutesOf, union, without } from '../attendance/intervals.ts';

/** Time that something claims for a person. */
export interface Claim {
  id: string;
  intervals: readonly Interval[];
  /** At most so many minutes of it; the rest stays free for others. */
  most?: number | undefined;
}

export interface Allotted {
  id: string;
  /** What it got, and how much that is. */
  intervals: Interval[];
  minutes: number;
  /** Minutes that went to others before it, by theirs. */
  overlaps: { with: string; minutes: number }[];
  /** Minutes that were free and above `most`. */
  over: number;
}

/** What is still free of a claim after those that were given theirs before. */
export function allot({ id, intervals, most = Number.POSITIVE_INFINITY }: Claim, given: readonly Allotted[]): Allotted {
  const overlaps = given
    .map((other) => ({ with: other.id, minutes: minutesOf(common(intervals, other.intervals)) }))
    .filter(({ minutes }) => minutes > 0);
  const taken = given.flatMap((other) => other.intervals);
  const free = without(intervals, taken);
  const got = head(free, most);
  const minutes = minutesOf(got);
  return { id, intervals: got, minutes, overlaps, over: minutesOf(free) - minutes };
}

/**
 * Claims of equal rank, a person's sessions: who began first is first; of two that began together the one that ended first, then by id.
 * The minutes of all are those of the union, whatever the order of the list.
 */
export function allotByTime(claims: readonly Claim[]): Allotted[] {
  const given: Allotted[] = [];
  const inOrder = [...claims].sort((a, b) => compare(keyOf(a), keyOf(b)));
  for (const claim of inOrder) given.push(allot(claim, given));
  return given;
}

/** The order of texts by their characters, the same on every machine. */
export function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function keyOf({ id, intervals }: Claim): string {
  const all = union(intervals);
  return [all[0]?.from ?? '', all.at(-1)?.to ?? '', id].join('\n');
}
