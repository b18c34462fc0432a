import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemStatistics } from '../../../../functions/domain/statistics/item-statistics.ts';
import { matrix } from './matrix.ts';

/** Seven attempts at items of 2, 2, 4 and 4. */
const MARKS = [
  [2, 2, 4, 0],
  [2, 0, 2, 1],
  [0, 2, 4, 2],
  [2, 2, 0, 0],
  [0, 0, 1, 4],
  [2, 2, 4, 4],
  [0, 2, 0, 0],
];

describe('a worked example, computed apart with exact fractions', () => {
  it.each([
    [0, { mean: 8 / 7, facility: 4 / 7, sd: 1.0690449676, discrimination: 4.3409931013, efficiency: 5.0847457627 }],
    [1, { mean: 10 / 7, facility: 5 / 7, sd: 0.975900073, discrimination: -3.0642570652, efficiency: -3.7037037037 }],
    [
      2,
      { mean: 15 / 7, facility: 15 / 28, sd: 1.8644544715, discrimination: 56.8493150685, efficiency: 85.5670103093 },
    ],
    [3, { mean: 11 / 7, facility: 11 / 28, sd: 1.8126539343, discrimination: 0.4773609584, efficiency: 0.5076142132 }],
  ])('agrees in every figure of item %i', (i, expected) => {
    const figures = itemStatistics(MARKS, [2, 2, 4, 4])[i];
    for (const [name, value] of Object.entries(expected)) {
      expect(figures?.[name as keyof typeof expected], name).toBeCloseTo(value, 9);
    }
    expect(figures?.n).toBe(7);
  });

  it('takes the most that anybody earned for the maximum where none is given', () => {
    const half = [[1], [0.5], [0]];
    expect(itemStatistics(half)[0]?.facility).toBeCloseTo(0.5, 12);
    expect(itemStatistics(half, [2])[0]?.facility).toBeCloseTo(0.25, 12);
  });
});

describe('what cannot be said is undefined', () => {
  it.each([
    ['of nobody', [], [1, 1]],
    ['of one attempt', [[1, 0]], [1, 1]],
  ])('%s', (_, marks, most) => {
    for (const one of itemStatistics(marks, most)) {
      expect(one).toMatchObject({ sd: undefined, discrimination: undefined, efficiency: undefined });
    }
  });

  it('where everybody has the same on the item, or on the rest', () => {
    const [same, other] = itemStatistics([
      [1, 0],
      [1, 1],
      [1, 1],
    ]) as [object, object];
    expect(same).toMatchObject({ sd: 0, discrimination: undefined, efficiency: undefined });
    expect(other).toMatchObject({ discrimination: undefined, efficiency: undefined });
  });

  it('even when sums of the same fractions differ by their rounding', () => {
    // 0.1 + 0.2 and 0.3 are not the same number.
    const [item] = itemStatistics([
      [1, 0.1, 0.2],
      [0, 0.3, 0],
      [1, 0.2, 0.1],
    ]);
    expect(item?.discrimination).toBeUndefined();
  });

  it('of no items', () => {
    expect(itemStatistics([])).toEqual([]);
  });
});

describe('the laws of the figures', () => {
  it('hold: between −100 and 100, and no more than the most', () => {
    fc.assert(
      fc.property(matrix, (marks) => {
        for (const { facility, discrimination = 0, efficiency = 0 } of itemStatistics(
          marks,
          marks[0]?.map(() => 4),
        )) {
          expect(Math.abs(discrimination)).toBeLessThanOrEqual(100 + 1e-9);
          expect(efficiency).toBeLessThanOrEqual(100 + 1e-9);
          expect(facility ?? 0).toBeGreaterThanOrEqual(0);
          expect(facility ?? 0).toBeLessThanOrEqual(1);
          expect(discrimination * efficiency).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are the same in another order of attempts, and in another unit of marks but for mean and spread', () => {
    fc.assert(
      fc.property(matrix, (marks) => {
        const figures = itemStatistics(
          marks,
          marks[0]?.map(() => 4),
        );
        const turned = itemStatistics(
          marks.toReversed().map((row) => row.map((mark) => mark / 2)),
          marks[0]?.map(() => 2),
        );
        for (const [i, { facility, discrimination, efficiency, sd }] of figures.entries()) {
          expect(turned[i]?.facility ?? -1).toBeCloseTo(facility ?? -1, 9);
          expect(turned[i]?.discrimination ?? 999).toBeCloseTo(discrimination ?? 999, 9);
          expect(turned[i]?.efficiency ?? 999).toBeCloseTo(efficiency ?? 999, 9);
          expect((turned[i]?.sd ?? -1) * (sd === undefined ? 1 : 2)).toBeCloseTo(sd ?? -1, 9);
        }
      }),
    );
  });
});

it.each([
  ['rows of different lengths', [[1], [1, 2]], undefined],
  ['what is no number', [[Number.NaN]], undefined],
  ['maxima for other items', [[1]], [1, 2]],
])('refuses %s', (_, marks, most) => {
  expect(() => itemStatistics(marks, most)).toThrow(RangeError);
});
