import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, type Pattern, weekdayOf } from '../../../../functions/domain/courses/occurrences.ts';
import { addDays, dayOf, msOf } from '../../../../functions/domain/time.ts';

const NINE = { from: '09:00', to: '12:00' };

function daysOf(pattern: Pattern): string[] | string {
  const found = occurrences(pattern);
  return found.ok ? found.times.map(({ startsAt }) => dayOf(startsAt)) : found.reason;
}

it('makes three days in a row, at the time of day in China', () => {
  expect(occurrences({ first: '2026-04-30', ...NINE, every: { kind: 'days', count: 3 } })).toEqual({
    ok: true,
    times: [
      { startsAt: '2026-04-30T01:00:00.000Z', endsAt: '2026-04-30T04:00:00.000Z' },
      { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-01T04:00:00.000Z' },
      { startsAt: '2026-05-02T01:00:00.000Z', endsAt: '2026-05-02T04:00:00.000Z' },
    ],
  });
});

it('makes a weekly class on two weekdays, from its first day on, without the days that are left out', () => {
  const every = { kind: 'weeks', count: 3, weekdays: [2, 6] } as const;
  // 2026-03-04 is a Wednesday: the Tuesday of its week is before it.
  expect(daysOf({ first: '2026-03-04', ...NINE, every, except: ['2026-03-14'] })).toEqual([
    '2026-03-07',
    '2026-03-10',
    '2026-03-17',
    '2026-03-21',
  ]);
});

describe('a pattern that cannot be meant', () => {
  const every = { kind: 'days', count: 1 } as const;
  it.each<[string, Partial<Pattern>]>([
    ['day-invalid', { first: '2026-02-30' }],
    ['time-invalid', { from: '9:00' }],
    ['time-invalid', { to: '24:30' }],
    ['time-order', { from: '12:00' }],
    ['none', { except: ['2026-03-04'] }],
    ['none', { every: { kind: 'weeks', count: 2, weekdays: [] } }],
    ['too-many', { every: { kind: 'days', count: 41 } }],
    ['too-many', { every: { kind: 'weeks', count: 1_000_000_000, weekdays: [1] } }],
  ])('is told: %s %j', (reason, change) => {
    expect(daysOf({ first: '2026-03-04', ...NINE, every, ...change })).toBe(reason);
  });
});

it('knows weekdays as the calendar does, also before 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
      const day = addDays('1970-01-01', days);
      expect(weekdayOf(day) % 7).toBe(new Date(msOf(`${day}T00:00:00.000Z`)).getUTCDay());
    }),
  );
});

it('gives rising sessions of one length, on the weekdays asked for alone', () => {
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 10 }), weekdays, (days, count, chosen) => {
      const first = addDays('2026-01-01', days);
      const found = occurrences({ first, ...NINE, every: { kind: 'weeks', count, weekdays: chosen } });
      const times = found.ok ? found.times : [];
      expect(found.ok || found.reason === 'none').toBe(true);
      for (const [i, { startsAt, endsAt }] of times.entries()) {
        expect(msOf(endsAt) - msOf(startsAt)).toBe(3 * 3_600_000);
        expect(chosen).toContain(weekdayOf(dayOf(startsAt)));
        expect(dayOf(startsAt) >= first && startsAt > (times[i - 1]?.startsAt ?? '')).toBe(true);
      }
    }),
  );
});
