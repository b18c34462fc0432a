import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastNoticeDay, leastLastDay } from '../../../../functions/domain/subsidies/notice.ts';
import { addDays, daysBetween } from '../../../../functions/domain/time.ts';
import { nearDay } from '../people/builders.ts';
import { ruleOf } from './builders.ts';

describe('a public notice', () => {
  it('does not count its first day, and of working days only Mondays to Fridays', () => {
    // A Tuesday; the fifth working day after it is the Tuesday after.
    expect(lastNoticeDay('2026-11-24', { days: 5, working: true })).toBe('2026-12-01');
    expect(lastNoticeDay('2026-11-27', { days: 1, working: true })).toBe('2026-11-30');
    expect(lastNoticeDay('2026-11-24', { days: 7, working: false })).toBe('2026-12-01');
  });

  it('of working days ends on one, and is five of each seven days', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const last = lastNoticeDay(from, { days, working: true });
        // The 3rd of January 2026 is a Saturday.
        expect([0, 1]).not.toContain(((daysBetween('2026-01-03', last) % 7) + 7) % 7);
        expect(last >= addDays(from, days)).toBe(true);
        expect(lastNoticeDay(from, { days: days + 5, working: true })).toBe(addDays(last, 7));
      }),
    );
  });

  it('of a rule that is not known to ask for one may end on the day it begins', () => {
    expect(leastLastDay(ruleOf({ notice: 'unknown' }), '2026-11-24')).toBe('2026-11-24');
    expect(leastLastDay(ruleOf({ notice: { days: 5, working: true } }), '2026-11-24')).toBe('2026-12-01');
  });
});
