import { describe, expect, it } from 'vitest';
import { centsOf, factsIn, monthsText, subsidiesWords, yuanOf } from '../../../../site/src/islands/subsidies/said.ts';

describe('money', () => {
  it.each([
    ['1500', 150_000],
    ['1,500.5', 150_050],
    ['０．０９', 9],
    ['', 0],
  ])('is read from %s', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(['-1', '1.005', '一千', '1000000'])('is not read from %s', (text) => {
    expect(centsOf(text)).toBeUndefined();
  });

  it('is written without a fraction of nothing', () => {
    expect([yuanOf(150_000), yuanOf(123_456_789), yuanOf(5)]).toEqual(['1,500', '1,234,567.89', '0.05']);
  });
});

describe('an application by month', () => {
  it('says from which month to which, over the turn of a year', () => {
    const said = { w: subsidiesWords('zh') };
    expect(monthsText({ months: { from: '2025-11', count: 3 } }, said)).toBe('2025年11月至2026年1月');
    expect(monthsText({ months: { from: '2025-11', count: 1 } }, said)).toBe('2025年11月');
    expect(monthsText({}, said)).toBe('');
  });
});

describe('the facts of the wire', () => {
  it('are those that are there', () => {
    expect(factsIn({ issued: undefined, established: false })).toEqual({ established: false });
    expect(factsIn(undefined)).toEqual({});
  });
});
