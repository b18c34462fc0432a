import { describe, expect, it } from 'vitest';
import { subsidyRules } from '../../../../functions/content/subsidy-rules.ts';
import { inForceOn, ruleOn, rulesOn, unknownOf } from '../../../../functions/domain/subsidies/rule.ts';
import { ruleOf } from './builders.ts';

describe('a rule', () => {
  it('holds from its first day to its last, from ever where that is not known', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => inForceOn(year, day))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(inForceOn({ from: 'unknown' }, '1990-01-01')).toBe(true);
  });

  it('that changes is another entry from another day on', () => {
    const [old, now] = [ruleOf({ to: '2025-12-31' }), ruleOf({ from: '2026-01-01', amounts: { junior: 1 } })];
    expect(ruleOn([old, now], 'place-award', '2025-12-31')).toBe(old);
    expect(ruleOn([old, now], 'place-award', '2026-01-01')).toBe(now);
    expect(rulesOn([old, now], '2026-05-01')).toEqual([now]);
    expect(ruleOn([old], 'place-award', '2026-01-01')).toBeUndefined();
  });

  it('says what is not known of it', () => {
    expect(unknownOf(ruleOf({ cap: 'unknown', from: 'unknown' }))).toEqual(['cap', 'payer', 'from']);
  });
});

describe('the rules that ship', () => {
  it.each([
    ['hexian-first', '340523', { junior: 150_000, intermediate: 300_000 }],
    ['hexian-monthly', '340523', { junior: 10_000, intermediate: 20_000, senior: 30_000 }],
    ['weihai-award', '371000', { junior: 100_000, intermediate: 200_000 }],
    ['lanzhou-new-area-award', '620171', { junior: 100_000, intermediate: 200_000, senior: 300_000 }],
    ['ninghe-award', '120117', { junior: 200_000, intermediate: 300_000 }],
  ])('hold %s of %s', (id, code, amounts) => {
    expect(ruleOn(subsidyRules(), id, '2026-11-24')).toMatchObject({ place: { code }, amounts, verified: false });
  });

  it('ask what is known of them', () => {
    const of = (id: string) => ruleOn(subsidyRules(), id, '2026-11-24');
    expect(of('weihai-award')).toMatchObject({ difference: true, cap: 200_000 });
    expect(of('lanzhou-new-area-award')).toMatchObject({ difference: true, service: { months: 12, of: 'work' } });
    expect(of('ninghe-award')).toMatchObject({
      ...{ service: { months: 12, of: 'social-work' }, established: 'excluded' },
      notice: { days: 5, working: true },
    });
    expect(of('hexian-monthly')).toMatchObject({ kind: 'monthly', posts: ['community-worker'] });
  });
});
