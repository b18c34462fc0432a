// Wishes that nobody has answered: kept under one id for a while, for one person and course each.
import { expect, it } from 'vitest';
import { dropWish, keepWish, openWish, type Wish } from '../../../../site/src/islands/training/wishes.ts';
import { memoryShelf } from '../shelf.ts';

const NOW = '2026-05-01T01:00:00.000Z';
const wish: Wish = { person: 'person-1', course: 'course-1', kind: 'enrol', request: 'request-000000001', at: NOW };

it('keeps a wish until it is answered', () => {
  const shelf = memoryShelf();
  keepWish(shelf, wish);
  expect(openWish(shelf, wish, '2026-05-01T01:09:59.000Z')).toEqual(wish);
  dropWish(shelf, wish);
  expect(openWish(shelf, wish, NOW)).toBeUndefined();
  expect(shelf.held.size).toBe(0);
});

it('keeps one wish for each person and course: the latest', () => {
  const shelf = memoryShelf();
  const other = { ...wish, person: 'person-2', request: 'request-000000002' };
  const later = { ...wish, kind: 'withdraw' as const, request: 'request-000000003' };
  for (const one of [wish, other, later]) keepWish(shelf, one);
  expect(openWish(shelf, wish, NOW)).toEqual(later);
  expect(openWish(shelf, other, NOW)).toEqual(other);
  expect(openWish(shelf, { ...wish, course: 'course-2' }, NOW)).toBeUndefined();
});

it('does not ask again for what was wished ten minutes ago', () => {
  const shelf = memoryShelf();
  keepWish(shelf, wish);
  expect(openWish(shelf, wish, '2026-05-01T01:10:00.000Z')).toBeUndefined();
});

it('takes a storage that somebody has spoilt for an empty one', () => {
  const shelf = memoryShelf();
  shelf.setItem('zhuren-wishes', '{');
  expect(openWish(shelf, wish, NOW)).toBeUndefined();
  keepWish(shelf, wish);
  expect(openWish(shelf, wish, NOW)).toEqual(wish);
});
