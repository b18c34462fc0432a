import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPool, leavePool, type PoolMembership, poolsOn } from '../../../../functions/domain/people/pools.ts';
import { addDays } from '../../../../functions/domain/time.ts';

const selection = { day: '2025-12-20', by: 'bureau-a', basis: '选拔公示 1 号' };
const expert: PoolMembership = { pool: 'expert', from: '2026-01-01', selection };

describe('a pool', () => {
  it('holds whoever was selected, from the first day to the day before they leave', () => {
    const joined = joinPool([], expert);
    const left = joined.ok ? leavePool(joined.memberships, 'expert', '2026-07-01') : joined;
    const memberships = left.ok ? left.memberships : [];
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
    expect(days.map((day) => poolsOn(memberships, day).length)).toEqual([0, 1, 1, 0]);
    expect(memberships).toEqual([{ ...expert, to: '2026-07-01' }]);
  });

  it.each<[string, PoolMembership]>([
    ['already-in', { ...expert, from: '2026-05-01' }],
    ['already-in', { ...expert, from: '2025-12-25', to: '2026-01-02' }],
    ['selected-later', { ...expert, from: '2025-12-19', to: '2025-12-20' }],
    ['too-early', { ...expert, pool: 'talent', to: '2026-01-01' }],
  ])('refuses as %s', (reason, joining) => {
    expect(joinPool([expert], joining)).toEqual({ ok: false, reason });
  });

  it('takes the same person into another pool, and again once they have left', () => {
    expect(joinPool([expert], { ...expert, pool: 'supervisor' })).toMatchObject({ ok: true });
    const again = { ...expert, from: '2026-07-01' };
    expect(joinPool([{ ...expert, to: '2026-07-01' }], again)).toMatchObject({ ok: true });
  });

  it('is not left by whoever is not in it, nor before the first day in', () => {
    expect(leavePool([expert], 'talent', '2026-07-01')).toEqual({ ok: false, reason: 'not-in' });
    expect(leavePool([expert], 'expert', '2025-12-31')).toEqual({ ok: false, reason: 'not-in' });
    expect(leavePool([expert], 'expert', '2026-01-01')).toEqual({ ok: false, reason: 'too-early' });
  });

  it('counts nobody twice on any day, whatever was asked for', () => {
    const day = fc.integer({ min: 0, max: 20 }).map((n) => addDays('2026-01-01', n));
    const joining = fc
      .record({ from: day, days: fc.option(fc.integer({ min: 1, max: 8 })) })
      .map(({ from, days }) => ({ ...expert, from, ...(days === null ? {} : { to: addDays(from, days) }) }));
    const steps = fc.array(fc.oneof(joining, day), { maxLength: 12 });
    fc.assert(
      fc.property(steps, day, (asked, on) => {
        let memberships: PoolMembership[] = [];
        for (const step of asked) {
          const change =
            typeof step === 'string' ? leavePool(memberships, 'expert', step) : joinPool(memberships, step);
          if (change.ok) memberships = change.memberships;
        }
        expect(poolsOn(memberships, on).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
