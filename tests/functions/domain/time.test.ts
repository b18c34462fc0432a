import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  msOf,
  stampAfter,
  startOfDay,
} from '../../../functions/domain/time.ts';

const anyDay = fc
  .integer({ min: msOf('1970-01-02T00:00:00.000Z'), max: msOf('2999-12-31T00:00:00.000Z') })
  .map((ms) => instantOf(ms).slice(0, 10));

/** Clocks however wrong, but short of the year 10000, where instants no longer compare as text. */
const clock = fc.integer({ min: 0, max: msOf('9999-01-01T00:00:00.000Z') }).map(instantOf);

describe('a day in China', () => {
  it.each([
    ['2026-05-22T15:59:59.999Z', '2026-05-22'],
    ['2026-05-22T16:00:00.000Z', '2026-05-23'],
    ['2026-05-23T15:59:59.999Z', '2026-05-23'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('holds %s in %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  it('begins at its first instant and not a millisecond before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDay(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(instantOf(msOf(start) - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it('is as many days from another as are added to reach it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

describe('the next stamp', () => {
  it('is the wall clock when that is later than everything seen', () => {
    expect(stampAfter('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z')).toBe('2026-01-01T00:00:00.001Z');
    expect(stampAfter(undefined, '2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is a millisecond after the last one when the clock stands still or was put back', () => {
    expect(stampAfter('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00.001Z');
    expect(stampAfter('2026-01-01T23:59:59.999Z', '2025-01-01T00:00:00.000Z')).toBe('2026-01-02T00:00:00.000Z');
  });

  it('grows with every step, whatever the clocks say', () => {
    fc.assert(
      fc.property(fc.array(clock, { minLength: 1 }), (clocks) => {
        let last: string | undefined;
        for (const now of clocks) {
          const next = stampAfter(last, now);
          expect(next >= now).toBe(true);
          expect(last === undefined || next > last).toBe(true);
          last = next;
        }
      }),
    );
  });
});
