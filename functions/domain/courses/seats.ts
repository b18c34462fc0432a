// The seats of a course, and what each move does to them. A newcomer gets a seat only while nobody waits; a freed seat goes to the first of the
// queue in the same write, or, when a crowd leaves at once, in the next; a lowered capacity throws nobody out and lets nobody in.
import type { Course } from './course.ts';

export interface Seats {
  /** The course's, so that one condition on the seats says whether anybody may come at all. */
  state: Course['state'];
  capacity: number;
  /** Held by the enrolled and by those to whom one is offered. */
  taken: number;
  waiting: number;
  /** The last ticket that was given. */
  tickets: number;
}

/**
 * `take`: a newcomer sits down · `queue`: a newcomer waits · `leave-queue` · `release`: a seat is free again, nobody waits for it or there are too
 * many · `abandon`: free again, whoever waits: nobody is called any more, or somebody is in a write of its own · `pass`: from one to the first of the queue · `offer`: a free seat to the first of
 * the queue · `keep`: nothing changes.
 */
export const SEAT_MOVES = ['keep', 'take', 'queue', 'leave-queue', 'release', 'abandon', 'pass', 'offer'] as const;
export type SeatMove = (typeof SEAT_MOVES)[number];

type Counted = Pick<Seats, 'capacity' | 'taken' | 'waiting'>;

/** Move → what it adds. The store writes these and no others. */
export const SEAT_EFFECTS: Readonly<Record<SeatMove, { taken: number; waiting: number }>> = {
  keep: { taken: 0, waiting: 0 },
  take: { taken: 1, waiting: 0 },
  queue: { taken: 0, waiting: 1 },
  'leave-queue': { taken: 0, waiting: -1 },
  release: { taken: -1, waiting: 0 },
  abandon: { taken: -1, waiting: 0 },
  pass: { taken: 0, waiting: -1 },
  offer: { taken: 1, waiting: -1 },
};

/** Move → when it is right. The store puts the same into the condition of its write (seat-writes.ts). */
export const SEAT_CONDITIONS: Readonly<Record<SeatMove, (seats: Counted) => boolean>> = {
  keep: () => true,
  take: ({ capacity, taken, waiting }) => taken < capacity && waiting === 0,
  queue: ({ capacity, taken, waiting }) => taken >= capacity || waiting > 0,
  'leave-queue': ({ waiting }) => waiting > 0,
  release: ({ capacity, taken, waiting }) => taken > 0 && (waiting === 0 || taken > capacity),
  abandon: ({ taken }) => taken > 0,
  pass: ({ capacity, taken, waiting }) => waiting > 0 && taken <= capacity,
  offer: ({ capacity, taken, waiting }) => waiting > 0 && taken < capacity,
};

/** What a newcomer does. */
export function joining(seats: Counted): 'take' | 'queue' {
  return SEAT_CONDITIONS.take(seats) ? 'take' : 'queue';
}

/** What becomes of a seat that somebody gives up. `offering`: whether freed seats are still offered. */
export function freeing(seats: Counted, offering: boolean): 'release' | 'abandon' | 'pass' {
  if (!offering) return 'abandon';
  return SEAT_CONDITIONS.pass(seats) ? 'pass' : 'release';
}

/** How many free seats are to be offered to those who wait. */
export function offersDue({ capacity, taken, waiting }: Counted): number {
  return Math.max(0, Math.min(capacity - taken, waiting));
}
