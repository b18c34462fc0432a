import { expect, it } from 'vitest';
import { countdown, type Sitting } from '../../../../functions/domain/exams/calendar.ts';

const sittings: Sitting[] = [
  { year: 2027 },
  { year: 2026, days: ['2026-05-24', '2026-05-23'] },
  { year: 2025, days: ['2025-05-24', '2025-05-25'] },
];

it.each([
  ['before', '2026-05-01', { state: 'days', year: 2026, day: '2026-05-23', left: 22 }],
  ['the day before', '2026-05-22', { state: 'days', year: 2026, day: '2026-05-23', left: 1 }],
  ['on the first day', '2026-05-23', { state: 'today', year: 2026, day: '2026-05-23', left: 0 }],
  ['on the second day', '2026-05-24', { state: 'today', year: 2026, day: '2026-05-24', left: 0 }],
  ['the day after', '2026-05-25', { state: 'unannounced', year: 2027 }],
  ['in the unannounced year', '2027-11-30', { state: 'unannounced', year: 2027 }],
  ['after a year’s sitting', '2025-06-01', { state: 'days', year: 2026, day: '2026-05-23', left: 356 }],
])('counts down %s', (_when, today, expected) => {
  expect(countdown(sittings, today)).toEqual(expected);
});

it('counts to the second day between two days that do not follow each other', () => {
  const apart = [{ year: 2026, days: ['2026-05-23', '2026-05-30'] }];
  expect(countdown(apart, '2026-05-24')).toEqual({ state: 'days', year: 2026, day: '2026-05-30', left: 6 });
});

it('goes on to the next announced year', () => {
  const both = [...sittings.slice(1), { year: 2027, days: ['2027-05-22'] }];
  expect(countdown(both, '2026-12-31')).toEqual({ state: 'days', year: 2027, day: '2027-05-22', left: 142 });
});

it('says nothing when nothing is known ahead', () => {
  expect(countdown([], '2026-01-01')).toBeUndefined();
  expect(countdown(sittings, '2028-01-01')).toBeUndefined();
});

it('leaves the sittings in the order they came', () => {
  const frozen = Object.freeze(sittings.map((s) => Object.freeze({ ...s, ...(s.days && { days: [...s.days] }) })));
  countdown(frozen, '2026-05-01');
  expect(frozen.map((s) => s.year)).toEqual([2027, 2026, 2025]);
});
