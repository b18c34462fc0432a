import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemStatistics, itemStatistics } from '../../../../functions/domain/statistics/item-statistics.ts';
import { addTo, minus, type Sums, statisticsOf, sumsOf } from '../../../../functions/domain/statistics/item-sums.ts';
import { type Matrix, matrix } from './matrix.ts';

/** The sums of each item, attempt by attempt. */
function sumsIn(marks: Matrix): Sums[] {
  return (marks[0] ?? []).map((_, i) =>
    marks.map((row) => itemOf(row, i)).reduce<Sums>((sums, one) => addTo(sums, one), {}),
  );
}

function itemOf(row: readonly number[], i: number): Sums {
  const earned = row[i] ?? 0;
  const rest = row.reduce((sum, mark) => sum + mark, 0) - earned;
  const picked = earned === 0 ? [] : ['A'];
  return sumsOf({ earned, possible: 4, rest: { earned: rest, possible: 4 * (row.length - 1) }, picked });
}

function expectSame(a: ItemStatistics, b: ItemStatistics): void {
  for (const name of Object.keys(a) as (keyof ItemStatistics)[]) {
    if (a[name] === undefined || b[name] === undefined) expect(b[name], name).toBe(a[name]);
    else expect(b[name], name).toBeCloseTo(a[name], 9);
  }
}

describe('statistics from running sums', () => {
  it('are those of the whole matrix, every figure to 1e-9', () => {
    fc.assert(
      fc.property(
        matrix.filter((marks) => marks.length > 0),
        (marks) => {
          const most = (marks[0] ?? []).map(() => 4);
          const whole = itemStatistics(marks, most);
          for (const [i, sums] of sumsIn(marks).entries()) expectSame(whole[i] as ItemStatistics, statisticsOf(sums));
        },
      ),
    );
  });

  it('of 5,000 attempts are those of the matrix, too', () => {
    const marks = Array.from({ length: 5000 }, (_, i) => [i % 3, (i * 7) % 5, (i * i) % 4, i % 97 > 40 ? 4 : 0]);
    const whole = itemStatistics(marks, [4, 4, 4, 4]);
    for (const [i, sums] of sumsIn(marks).entries()) expectSame(whole[i] as ItemStatistics, statisticsOf(sums));
  });

  it('of two forms compare an item with the rest inside each form', () => {
    // In each form the item says nothing; the long form is easier and its rests are larger. Thrown together the item would seem to tell a lot.
    const short = [1, 0].flatMap((x) => [0, 10].map((y) => mark(x, y, 20)));
    const long = [1, 1, 1, 0, 0, 0].flatMap((x) => [100, 140].map((y) => mark(x === 0 ? 0 : 1, y, 200)));
    const [a, b] = [short, [...long, mark(1, 100, 200), mark(1, 140, 200)]].map((all) => all.reduce<Sums>(addTo, {}));
    expect(statisticsOf(a as Sums, b as Sums).discrimination).toBeCloseTo(0, 9);
    expect(statisticsOf(addTo(a as Sums, b as Sums)).discrimination).toBeGreaterThan(5);
  });

  it('of nothing say nothing', () => {
    expect(statisticsOf({})).toEqual(itemStatistics([], [0])[0]);
    expect(statisticsOf()).toEqual(statisticsOf({}));
  });
});

function mark(earned: number, rest: number, possible: number): Sums {
  return sumsOf({ earned, possible: 2, rest: { earned: rest, possible }, picked: [] });
}

describe('sums', () => {
  it('are as if an attempt had never been once it is taken out', () => {
    fc.assert(
      fc.property(matrix, matrix, (kept, taken) => {
        const rows = (all: Matrix) => all.map((row) => itemOf(row, 0));
        const before = rows(kept).reduce<Sums>(addTo, {});
        const after = rows(taken).reduce<Sums>(minus, rows(taken).reduce<Sums>(addTo, before));
        expect(after).toEqual(before);
      }),
    );
  });

  it('hold no zeros, for a blank answer either', () => {
    const blank = sumsOf({ earned: 0, possible: 2, rest: { earned: 0, possible: 0 }, picked: [] });
    expect(blank).toEqual({ n: 1, m: 2, b: 1, 'x:0': 1, 'y:0': 1 });
  });

  it('count an option once, though it is named twice', () => {
    const twice = sumsOf({ earned: 1, possible: 4, rest: { earned: 6, possible: 8 }, picked: ['B', 'B', 'D'] });
    expect(twice).toMatchObject({ 'o:B': 1, 'o:D': 1, 'p:B': 6, 'p:D': 6 });
  });
});
