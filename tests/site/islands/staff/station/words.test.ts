import { describe, expect, it } from 'vitest';
import { centsOf, halfOf, pointsOf, wholeOf, yuanOf } from '../../../../../site/src/islands/staff/station/words.ts';

describe('numbers as they are typed and shown', () => {
  it('are whole numbers of 0 or more, or nothing', () => {
    expect(['0', ' 12 ', '1.5', '-1', '', '１', '123456789'].map(wholeOf)).toEqual([
      ...[0, 12],
      ...Array<undefined>(5).fill(undefined),
    ]);
  });

  it('are yuan in cents, above nothing', () => {
    expect(['1', '0.1', '12.34', '0', '0.00', '1.234', '1,000'].map(centsOf)).toEqual([
      ...[100, 10, 1234],
      ...Array<undefined>(4).fill(undefined),
    ]);
    expect([100, 10, 123_456_700].map(yuanOf)).toEqual(['1', '0.10', '1,234,567']);
  });

  it('are points in half-points, no more than the most', () => {
    expect(['2', '1.5', '0', '10.5', '1.3', '-1', ''].map((text) => halfOf(text, 20))).toEqual([
      ...[4, 3, 0],
      ...Array<undefined>(4).fill(undefined),
    ]);
    expect(pointsOf(3)).toBe('1.5');
  });
});
