import { expect, it } from 'vitest';
import { allPages } from '../../../../../site/src/islands/staff/training/all-pages.ts';
import { slicesOf } from '../../../../../site/src/islands/staff/training/slices.ts';

it('reads until there is no cursor, each page once', async () => {
  const asked: (string | undefined)[] = [];
  const pages = await allPages(async ({ cursor }) => {
    asked.push(cursor);
    const next = { start: 'b', b: 'c' }[cursor ?? 'start'];
    return { name: cursor ?? 'start', ...(next && { cursor: next }) };
  });
  expect(pages.map(({ name }) => name)).toEqual(['start', 'b', 'c']);
  expect(asked).toEqual([undefined, 'b', 'c']);
});

it('cuts a list into parts that are the list again', () => {
  expect(slicesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(slicesOf([], 2)).toEqual([]);
});
