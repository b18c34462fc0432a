import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  isFarAhead,
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
    expect(stampAfter('2026-01-01T23:59:59.999Z', '2026-01-01T12:00:00.000Z')).toBe('2026-01-02T00:00:00.000Z');
  });

  it.each([
    ['a day', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.001Z'],
    ['a day and a millisecond', '2026-01-02T00:00:00.001Z', '2026-01-01T00:00:00.000Z'],
    ['a year', '2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['past the last year of four digits', '+010000-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ])('after one that is %s ahead is %s → %s: beyond a day it is not followed', (_what, last, next) => {
    expect(stampAfter(last, '2026-01-01T00:00:00.000Z')).toBe(next);
  });

  it('is never before the clock and never more than a day and a millisecond after it, whatever was seen', () => {
    fc.assert(
      fc.property(clock, clock, (last, now) => {
        const next = stampAfter(last, now);
        expect(next >= now).toBe(true);
        expect(msOf(next) - msOf(now)).toBeLessThanOrEqual(86_400_001);
        expect(next > last || isFarAhead(last, now)).toBe(true);
      }),
    );
  });

  it('grows with every step of clocks that are less than a day apart', () => {
    const nearby = clock.chain((from) =>
      fc.array(
        fc.nat({ max: 86_000_000 }).map((ms) => instantOf(msOf(from) + ms)),
        { minLength: 1 },
      ),
    );
    fc.assert(
      fc.property(nearby, (clocks) => {
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

  it('is right again with the first right clock, after any that were wrong', () => {
    fc.assert(
      fc.property(fc.array(clock), clock, (wrong, right) => {
        const last = wrong.reduce<string | undefined>(stampAfter, undefined);
        expect(isFarAhead(instantOf(msOf(stampAfter(last, right)) - 1), right)).toBe(false);
      }),
    );
  });
});
