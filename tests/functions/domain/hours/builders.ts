// Entries of a continuing-education ledger, and days and stretches around a registration period.
import fc from 'fast-check';
import { addMinutes, type Interval } from '../../../../functions/domain/attendance/intervals.ts';
import type { HoursEntry, Learned, StateFact } from '../../../../functions/domain/hours/entries.ts';
import { instantOf, msOf } from '../../../../functions/domain/time.ts';

/** A stretch that begins at a time in China, `2026-05-23 09:00`, and lasts so many minutes. */
export function stretch(text: string, minutes: number): Interval {
  const from = instantOf(msOf(`${text.replace(' ', 'T')}:00.000+08:00`));
  return { from, to: addMinutes(from, minutes) };
}

export const APPROVED: StateFact = { state: 'approved', at: '2025-01-10T08:00:00.000Z', by: 'manager-1' };
export const PROPOSED: StateFact = { state: 'proposed', at: '2025-01-09T08:00:00.000Z', by: 'liaison-1' };
export const REVOKED: StateFact = {
  state: 'revoked',
  at: '2025-02-01T08:00:00.000Z',
  by: 'manager-2',
  why: '签到记录有误',
};

/** An approved entry unless other facts are given. */
export function entry(id: string, learned: Learned, ...facts: StateFact[]): HoursEntry {
  const [first = APPROVED, ...others] = facts;
  return { ...learned, id, evidence: [], facts: [first, ...others] };
}

export function training(id: string, text: string, minutes: number, ...facts: StateFact[]): HoursEntry {
  return entry(id, { kind: 'training', when: { intervals: [stretch(text, minutes)] } }, ...facts);
}

/** A stretch of up to ten hours within some ten days around 2027-05-09, on the minute. */
export const nearStretch: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: -7000, max: 7000 }), fc.nat({ max: 600 }))
  .map(([shift, minutes]) => {
    const from = addMinutes(stretch('2027-05-10 00:00', 0).from, shift);
    return { from, to: addMinutes(from, minutes) };
  });
