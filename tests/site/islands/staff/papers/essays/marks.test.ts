import { expect, it } from 'vitest';
import {
  type Essays,
  givenIn,
  marksOf,
  pointsOf,
  restored,
  sumOf,
} from '../../../../../../site/src/islands/staff/papers/essays/marks.ts';

const essays = {
  questions: [
    {
      n: 1,
      parts: [
        {
          id: '1',
          points: [
            { id: 'a', possible: 6 },
            { id: 'b', possible: 4 },
          ],
          given: { a: 5 },
        },
        { id: '2', points: [{ id: 'a', possible: 8 }], given: {} },
      ],
    },
  ],
} as unknown as Essays;
const points = pointsOf(essays);

it('names every point by its question, part and letter', () => {
  expect(points.map(({ name }) => name)).toEqual(['1/1/a', '1/1/b', '1/2/a']);
});

it('sums up what is given, and counts what is open', () => {
  expect(sumOf(points, { ...givenIn(essays), '1/2/a': 0 })).toEqual({ earned: 5, possible: 18, open: 1 });
});

it('sends all that is given, none of it twice and nothing that is open', () => {
  expect(marksOf(points, { ...givenIn(essays), '1/2/a': 8 })).toEqual({ 1: { 1: { a: 5 }, 2: { a: 8 } } });
});

it('takes up what was kept, but no point that is not there and no mark that does not fit', () => {
  expect(restored('{"1/1/b":4,"1/2/a":9,"2/1/a":1,"1/1/a":-1}', points)).toEqual({ '1/1/b': 4 });
  expect(restored('{', points)).toEqual({});
  expect(restored(null, points)).toEqual({});
});
