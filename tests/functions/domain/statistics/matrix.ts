// Marks of whole papers, at random: attempts in rows, items in columns, and the same as results of one form.
import fc from 'fast-check';
import type { CountedLine } from '../../../../functions/domain/statistics/counted.ts';

export type Matrix = number[][];

/** Up to 40 attempts at 2 to 6 items of 4 half-points each; the last item is often the same for all. */
export const matrix: fc.Arbitrary<Matrix> = fc.integer({ min: 2, max: 6 }).chain((width) => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: width, maxLength: width });
  const constant = fc.tuple(fc.array(row, { maxLength: 40 }), fc.boolean(), fc.integer({ min: 0, max: 4 }));
  return constant.map(([rows, isSame, mark]) => (isSame ? rows.map((one) => [...one.slice(0, -1), mark]) : rows));
});

/** A row as the lines of a result: item `i` is `q<i>`; marks are picked as options, none for 0. */
export function linesOf(row: readonly number[]): CountedLine[] {
  return row.map((earned, i) => ({
    ...{ question: `q${i}`, version: 1, earned, possible: 4, credited: false },
    picked: earned === 0 ? [] : [`O${earned}`],
  }));
}
