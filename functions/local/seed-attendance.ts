// When people come to a session of the demo world and when they go. Most are in time, some late, some leave early: by their places in the list, so
// that every machine shows the same. Pure.
import { type Instant, instantOf, msOf } from '../domain/time.ts';

export interface Stay {
  person: string;
  in: Instant;
  out: Instant;
}

interface Attended {
  startsAt: Instant;
  endsAt: Instant;
  /** How many of the list came. */
  came: number;
  /** Which session of its course it is, from 0: each time others are missing. */
  n: number;
}

/** Late by more than any tolerance, and gone early, yet with more than 80 % of three hours. */
const LATE_MIN = 20;
const EARLY_MIN = 30;
/** They come some minutes before the start, several at once as a bus brings them, and leave right after the end. */
const COMING_MIN = [22, 16, 11, 7, 4, 1] as const;
const LEAVING_MIN = [1, 2, 4] as const;

/** Who came and when, in the order of the list. */
export function staysOf(people: readonly string[], { startsAt, endsAt, came, n }: Attended): Stay[] {
  const first = (n * 5) % people.length;
  const turned = [...people.slice(first), ...people.slice(0, first)];
  return turned.slice(0, came).map((person, i) => {
    const place = i * 7 + n * 3;
    const isLate = place % 19 === 18;
    const isEarly = !isLate && place % 23 === 22;
    const arrives = isLate ? LATE_MIN : -(COMING_MIN[place % COMING_MIN.length] ?? 0);
    const leaves = isEarly ? -EARLY_MIN : (LEAVING_MIN[place % LEAVING_MIN.length] ?? 0);
    return { person, in: shifted(startsAt, arrives), out: shifted(endsAt, leaves) };
  });
}

function shifted(instant: Instant, minutes: number): Instant {
  return instantOf(msOf(instant) + minutes * 60_000);
}
