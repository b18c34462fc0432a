import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../../../functions/domain/attendance/intervals.ts';
import { byDay, within } from '../../../../functions/domain/hours/split.ts';
import { nearStretch, stretch } from './builders.ts';

describe('the days of a stretch', () => {
  it('are cut at midnight in China, to the minute', () => {
    expect(byDay([stretch('2025-12-31 22:30', 180)])).toEqual([
      { day: '2025-12-31', minutes: 90 },
      { day: '2026-01-01', minutes: 90 },
    ]);
  });

  it('are one for a stretch that ends at midnight', () => {
    expect(byDay([stretch('2026-05-23 21:00', 180)])).toEqual([{ day: '2026-05-23', minutes: 180 }]);
  });

  it('count a day once however often it comes', () => {
    const all = [stretch('2026-05-23 13:00', 60), stretch('2026-05-23 09:00', 60), stretch('2026-05-23 09:30', 60)];
    expect(byDay(all)).toEqual([{ day: '2026-05-23', minutes: 150 }]);
  });

  it('go on through a whole day in between', () => {
    expect(byDay([stretch('2024-02-28 23:00', 26 * 60)]).map(({ minutes }) => minutes)).toEqual([60, 1440, 60]);
  });

  it('sum to the stretch, and lie in order', () => {
    fc.assert(
      fc.property(fc.array(nearStretch, { maxLength: 5 }), (all) => {
        const days = byDay(all);
        expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(minutesOf(all));
        expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
      }),
    );
  });
});

describe('a period', () => {
  it('takes of a night course what falls before its last midnight', () => {
    const night = [stretch('2027-05-09 22:00', 180)];
    expect(minutesOf(within(night, { from: '2024-05-10', last: '2027-05-09' }))).toBe(120);
    expect(minutesOf(within(night, { from: '2027-05-10', last: '2030-05-09' }))).toBe(60);
  });

  it('and the next one share every minute between them', () => {
    fc.assert(
      fc.property(fc.array(nearStretch, { maxLength: 5 }), (all) => {
        const before = minutesOf(within(all, { from: '2024-05-10', last: '2027-05-09' }));
        const after = minutesOf(within(all, { from: '2027-05-10', last: '2030-05-09' }));
        expect(before + after).toBe(minutesOf(all));
      }),
    );
  });
});
