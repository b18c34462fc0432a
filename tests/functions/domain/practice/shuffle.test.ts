import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawer, shuffled } from '../../../../functions/domain/practice/shuffle.ts';

const seed = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

it('gives every item once, and leaves its argument alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), seed, (items, by) => {
      const before = [...items];
      const out = shuffled(items, by);
      expect(items).toEqual(before);
      expect([...out].sort()).toEqual([...items].sort());
      expect(shuffled(items, by)).toEqual(out);
    }),
  );
});

it('keeps to the orders that its seeds have always given', () => {
  const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect({ 1: shuffled(items, 1), 2026: shuffled(items, 2026) }).toMatchInlineSnapshot(`
    {
      "1": [
        7,
        8,
        3,
        2,
        1,
        5,
        9,
        4,
        0,
        6,
      ],
      "2026": [
        6,
        7,
        3,
        8,
        1,
        0,
        9,
        5,
        2,
        4,
      ],
    }
  `);
  expect([drawer(1)(), drawer(2026)()]).toMatchInlineSnapshot(`
    [
      0.6270739405881613,
      0.45540769933722913,
    ]
  `);
});

it('draws numbers from nothing up to, and never, one', () => {
  fc.assert(
    fc.property(seed, (by) => {
      const draw = drawer(by);
      for (let i = 0; i < 50; i += 1) {
        const n = draw();
        expect(n >= 0 && n < 1).toBe(true);
      }
    }),
  );
});

it('puts each item in each place about as often', () => {
  const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let by = 0; by < 4000; by += 1) {
    shuffled([0, 1, 2, 3], by).forEach((item, place) => {
      const row = counts[item] as number[];
      row[place] = (row[place] ?? 0) + 1;
    });
  }
  for (const n of counts.flat()) expect(Math.abs(n - 1000)).toBeLessThan(150);
});
