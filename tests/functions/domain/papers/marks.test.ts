import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMarks } from '../../../../functions/domain/papers/marks.ts';

describe('the marks of a group', () => {
  it('have a middle, a spread and a shape', () => {
    expect(groupMarks([0, 20, 60, 60], 60)).toEqual({
      ...{ mean: 35, median: 40, least: 0, most: 60, histogram: [1, 0, 0, 1, 0, 0, 0, 0, 0, 2] },
      deviation: Math.sqrt((35 ** 2 + 15 ** 2 + 25 ** 2 + 25 ** 2) / 3),
    });
  });

  it('of one have no spread, and of nobody no middle', () => {
    expect(groupMarks([7], 60)).toEqual({
      mean: 7,
      median: 7,
      least: 7,
      most: 7,
      histogram: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    });
    expect(groupMarks([], 60)).toEqual({ histogram: Array(10).fill(0) });
  });

  it('put a mark on a line into the step below it', () => {
    expect(groupMarks([6, 7], 60).histogram.slice(0, 2)).toEqual([1, 1]);
  });

  it('count everybody once, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 })), (marks) => {
        const one = groupMarks(marks, 200);
        expect(one.histogram.reduce((sum, count) => sum + count, 0)).toBe(marks.length);
        expect(groupMarks(marks.toReversed(), 200)).toEqual(one);
        if (one.median !== undefined) {
          const below = marks.filter((mark) => mark < (one.median as number)).length;
          expect(below).toBeLessThanOrEqual(marks.length / 2);
        }
      }),
    );
  });
});
