import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenOf } from '../../../../functions/domain/figures/suppression.ts';

const sumOf = (cells: readonly number[]) => cells.reduce((a, b) => a + b, 0);
const shown = (cells: readonly number[]) => {
  const { cells: hidden, total } = hiddenOf(cells, sumOf(cells));
  return [...cells.map((cell, i) => (hidden.has(i) ? '·' : cell)), total ? '·' : sumOf(cells)];
};

describe('what is told to the public', () => {
  it.each([
    [
      [12, 0, 7],
      [12, 0, 7, 19],
    ],
    [
      [12, 3, 7],
      [12, '·', '·', 22],
    ],
    [
      [1, 1, 9],
      ['·', '·', '·', 11],
    ],
    [
      [2, 3, 9],
      ['·', '·', 9, 14],
    ],
    [
      [3, 0, 0],
      ['·', 0, 0, '·'],
    ],
    [
      [1, 1, 1, 1, 1, 1],
      ['·', '·', '·', '·', '·', '·', '·'],
    ],
  ])('of %j is %j', (cells, told) => {
    expect(shown(cells)).toEqual(told);
  });

  it('leaves no hidden cell that follows from the others and the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }), (cells) => {
        const { cells: hidden, total } = hiddenOf(cells, sumOf(cells));
        for (const [i, cell] of cells.entries()) if (cell > 0 && cell < 5) expect(hidden.has(i)).toBe(true);
        if (total || hidden.size === 0) return;
        // Whoever reads knows that a hidden cell is no nought, how many there are, and their sum: each could be one more or one less.
        const sum = sumOf([...hidden].map((place) => cells[place] as number));
        expect(hidden.size).toBeGreaterThan(1);
        expect(sum).toBeGreaterThan(hidden.size);
      }),
    );
  });
});
