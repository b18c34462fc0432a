// The conditions of the seats as the engine judges them, held against the table of the domain: every move on every small state.
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  SEAT_CONDITIONS,
  SEAT_EFFECTS,
  SEAT_MOVES,
  type SeatMove,
  type Seats,
} from '../../../functions/domain/courses/seats.ts';
import { keys } from '../../../functions/store/keys.ts';
import { seatWrites } from '../../../functions/store/seat-writes.ts';
import { isTransactionRefused } from '../../../functions/store/table.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { seatsOf } from '../domain/courses/builders.ts';

let test: TestTable;
beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());

const Key = keys.seats('course-a');

/** The seats after a move; 'refused' when its condition does not hold. */
async function after(seats: Seats, move: SeatMove, open = false): Promise<object | string> {
  await test.plant({ ...Key, ...seats });
  const writes = seatWrites(test.table, 'course-a', { move, open });
  if (writes.length > 0) {
    try {
      await test.table.doc.send(new TransactWriteCommand({ TransactItems: writes }));
    } catch (error) {
      if (!isTransactionRefused(error)) throw error;
      return 'refused';
    }
  }
  const { Item: item } = await test.table.doc.send(new GetCommand({ TableName: test.table.name, Key }));
  return { taken: item?.taken, waiting: item?.waiting };
}

it.each(SEAT_MOVES)('%s is written when the rule holds, and has its effect alone', async (move) => {
  for (const taken of [0, 1, 2, 3]) {
    for (const waiting of [0, 1, 2]) {
      const seats = seatsOf({ capacity: 2, taken, waiting });
      const effect = SEAT_EFFECTS[move];
      const expected = SEAT_CONDITIONS[move](seats)
        ? { taken: taken + effect.taken, waiting: waiting + effect.waiting }
        : 'refused';
      expect([taken, waiting, await after(seats, move)]).toEqual([taken, waiting, expected]);
    }
  }
});

it('gives nobody anything in a course that is not open, and lets everybody leave it', async () => {
  const closed = seatsOf({ state: 'cancelled', capacity: 2, taken: 1 });
  expect(await after(closed, 'take')).toBe('refused');
  expect(await after({ ...closed, taken: 2 }, 'queue')).toBe('refused');
  expect(await after({ ...closed, waiting: 1 }, 'offer')).toBe('refused');
  expect(await after(closed, 'keep', true)).toBe('refused');
  expect(await after(closed, 'release')).toEqual({ taken: 0, waiting: 0 });
  expect(await after({ ...closed, waiting: 1 }, 'abandon')).toEqual({ taken: 0, waiting: 1 });
  expect(await after({ ...closed, waiting: 1 }, 'leave-queue')).toEqual({ taken: 1, waiting: 0 });
});
