import { describe, expect, it } from 'vitest';
import {
  countedNameOf,
  endMonthOf,
  kindOf,
  lastYearOf,
  monthNamesOf,
  progressOf,
} from '../../../../functions/domain/figures/periods.ts';

const may = { year: 2026, from: 5, to: 5 };

describe('months of a year', () => {
  it('have names, an end and the same a year before', () => {
    expect(monthNamesOf({ from: 9, to: 11 })).toEqual(['09', '10', '11']);
    expect(endMonthOf({ year: 2026, to: 3 })).toBe('2026-03');
    expect(lastYearOf(may)).toEqual({ year: 2025, from: 5, to: 5 });
  });

  it.each([
    [5, 5, 'month', '05'],
    [1, 3, 'quarter', 'Q1'],
    [10, 12, 'quarter', 'Q4'],
    [1, 6, 'half', 'H1'],
    [7, 12, 'half', 'H2'],
    [1, 12, 'year', 'Y'],
    [2, 4, 'range', undefined],
    [4, 9, 'range', undefined],
    [1, 11, 'range', undefined],
  ])('%i to %i is a %s, counted as %s', (from, to, kind, counted) => {
    expect(kindOf({ from, to })).toBe(kind);
    expect(countedNameOf({ from, to })).toBe(counted);
  });

  it('are yet to come, under way or over on a day', () => {
    const summer = { year: 2026, from: 6, to: 8 };
    expect(progressOf(summer, '2026-05-31')).toBe('before');
    expect(progressOf(summer, '2026-06-01')).toBe('running');
    expect(progressOf(summer, '2026-08-31')).toBe('running');
    expect(progressOf(summer, '2026-09-01')).toBe('over');
  });
});
