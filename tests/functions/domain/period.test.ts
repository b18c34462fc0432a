import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, holdsOn, isDay, lastDay, overlap, type Period } from '../../../functions/domain/period.ts';
import { addDays } from '../../../functions/domain/time.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
const near = fc.integer({ min: 0, max: 12 }).map((n) => addDays('2026-01-01', n));
const period: fc.Arbitrary<Period> = fc
  .record({ from: near, days: fc.option(fc.integer({ min: 1, max: 6 })) })
  .map(({ from, days }) => (days === null ? { from } : { from, to: addDays(from, days) }));

describe('a day of the calendar', () => {
  it.each(['2024-02-29', '2000-02-29', '1949-10-01', '2026-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '24-1-1',
    '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('a span of days', () => {
  it('holds from its first day up to the day before its end', () => {
    const span = { from: '2026-01-10', to: '2026-01-12' };
    const days = ['2026-01-09', '2026-01-10', '2026-01-11', '2026-01-12'];
    expect(days.map((one) => holdsOn(span, one))).toEqual([false, true, true, false]);
    expect(holdsOn({ from: '2026-01-10' }, '9999-12-31')).toBe(true);
  });

  it('overlaps another exactly when a day is in both', () => {
    const days = Array.from({ length: 30 }, (_, i) => addDays('2026-01-01', i));
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((one) => holdsOn(a, one) && holdsOn(b, one)));
      }),
    );
  });
});

describe('adding months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-05-31', -3, '2024-02-29'],
    ['2024-03-31', 0, '2024-03-31'],
  ])('to %s: %i gives %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('lands in the month that many after, on the same day or the last one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        const count = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(count(to) - count(from)).toBe(months);
        expect(to.slice(8) === from.slice(8) || addDays(to, 1).slice(8) === '01').toBe(true);
      }),
    );
  });
});

describe('the last day of some months', () => {
  it.each([
    ['2024-05-10', 36, '2027-05-09'],
    ['2024-01-01', 12, '2024-12-31'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-03-01', 36, '2028-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
  ])('from %s: of %i it is %s', (from, months, last) => {
    expect(lastDay(from, months)).toBe(last);
  });
});
