// The seats as a machine: whatever order people come and go in, the counts stay those of the people.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freeing,
  joining,
  offersDue,
  SEAT_CONDITIONS,
  SEAT_EFFECTS,
  type SeatMove,
  type Seats,
} from '../../../../functions/domain/courses/seats.ts';
import { seatsOf } from './builders.ts';

function applied(seats: Seats, move: SeatMove): Seats {
  expect(SEAT_CONDITIONS[move](seats), `${move} with ${JSON.stringify(seats)}`).toBe(true);
  const { taken, waiting } = SEAT_EFFECTS[move];
  return { ...seats, taken: seats.taken + taken, waiting: seats.waiting + waiting };
}

describe('a newcomer', () => {
  it.each([
    [{ taken: 2 }, 'take'],
    [{ taken: 3 }, 'queue'],
    [{ taken: 2, waiting: 1 }, 'queue'],
    [{ capacity: 1, taken: 3 }, 'queue'],
  ])('with %j goes to %s', (change, move) => {
    expect(joining(seatsOf(change))).toBe(move);
  });
});

describe('a freed seat', () => {
  it.each([
    [{ taken: 3 }, true, 'release'],
    [{ taken: 3, waiting: 2 }, true, 'pass'],
    [{ taken: 4, waiting: 2 }, true, 'release'],
    [{ taken: 3, waiting: 2 }, false, 'abandon'],
  ])('with %j, offering: %s, is %s', (change, offering, move) => {
    expect(freeing(seatsOf(change), offering)).toBe(move);
  });
});

/** People as the machine's oracle: who sits, who has an offer, who waits in which order. */
interface People {
  seated: number[];
  waiting: number[];
}

const wish = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'come' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('give-up' as const), which: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 6 }) }),
  },
);

it('counts those who sit and those who wait, seats nobody beyond the capacity, and leaves no seat empty while somebody waits', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      let seats = seatsOf();
      const people: People = { seated: [], waiting: [] };
      wishes.forEach((one, i) => {
        const before = seats;
        seats = step(seats, people, { ...one, person: i });
        for (; offersDue(seats) > 0; people.seated.push(people.waiting.shift() as number))
          seats = applied(seats, 'offer');
        expect([seats.taken, seats.waiting]).toEqual([people.seated.length, people.waiting.length]);
        expect(seats.taken).toBeLessThanOrEqual(Math.max(before.taken, seats.capacity));
        expect(seats.waiting > 0 && seats.taken < seats.capacity).toBe(false);
      });
    }),
  );
});

type Wish = { person: number; kind: 'come' | 'leave' | 'give-up' | 'capacity'; which?: number; capacity?: number };

function step(seats: Seats, people: People, { kind, person, which = 0, capacity = 1 }: Wish): Seats {
  if (kind === 'capacity') return { ...seats, capacity };
  if (kind === 'come') {
    const move = joining(seats);
    (move === 'take' ? people.seated : people.waiting).push(person);
    return applied(seats, move);
  }
  const from = kind === 'leave' ? people.seated : people.waiting;
  if (from.length === 0) return seats;
  from.splice(which % from.length, 1);
  if (kind === 'give-up') return applied(seats, 'leave-queue');
  const move = freeing(seats, true);
  if (move === 'pass') people.seated.push(people.waiting.shift() as number);
  return applied(seats, move);
}
