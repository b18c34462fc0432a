import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, standingOf } from '../../../../functions/domain/subsidies/assess.ts';
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import { conditionsOf } from '../../../../functions/domain/subsidies/conditions.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import { anyClaimant, anyRule, ruleOf, whole } from './builders.ts';

const day = '2026-11-24';
const judged = (rule: Partial<SubsidyRule>, claimant: Claimant, on = day) =>
  Object.fromEntries(
    conditionsOf({ rule: ruleOf(rule), level: 'junior', claimant, day: on }).map(({ name, ...rest }) => [name, rest]),
  );

describe('the calculator', () => {
  it('comes to the same whatever the order of the conditions', () => {
    fc.assert(
      fc.property(anyRule, anyClaimant, fc.infiniteStream(fc.nat()), (rule, claimant, order) => {
        const { conditions, standing } = assess(rule, { level: 'junior', claimant, day });
        const mixed = conditions.map((one) => ({ one, at: order.next().value })).sort((a, b) => a.at - b.at);
        expect(standingOf(mixed.map(({ one }) => one))).toBe(standing);
      }),
    );
  });

  it('never calls likely what one condition speaks against, nor what is missing, and holds against nobody what is not known of a rule', () => {
    fc.assert(
      fc.property(anyRule, anyClaimant, (rule, claimant) => {
        const { conditions, standing } = assess(rule, { level: 'junior', claimant, day });
        const verdicts = conditions.map(({ verdict }) => verdict);
        const expected = verdicts.includes('unmet')
          ? 'unlikely'
          : verdicts.includes('missing')
            ? 'incomplete'
            : 'likely';
        expect(standing).toBe(expected);
      }),
    );
  });

  it('lacks what nobody has said, and asks for no more than a rule does', () => {
    expect(assess(ruleOf(), { level: 'junior', claimant: {}, day }).standing).toBe('incomplete');
    expect(Object.keys(judged({}, whole))).toEqual(['force', 'place', 'certificate']);
    expect(assess(ruleOf(), { level: 'junior', claimant: whole, day }).standing).toBe('likely');
  });
});

describe('a condition', () => {
  it('of the first certificate is left to the paying side where the rule does not say of what', () => {
    expect(judged({ firstTime: 'unclear' }, whole).firstTime).toEqual({ verdict: 'met' });
    expect(judged({ firstTime: 'unclear' }, { ...whole, firstEver: false }).firstTime).toEqual({ verdict: 'unknown' });
    expect(judged({ firstTime: 'unclear' }, { ...whole, firstOfLevel: false }).firstTime).toEqual({ verdict: 'unmet' });
    expect(judged({ firstTime: 'ever' }, { ...whole, firstEver: false }).firstTime).toEqual({ verdict: 'unmet' });
  });

  it('of months in work is met by social work as well, that of social work by nothing else', () => {
    const year = (of: 'work' | 'social-work') => ({ service: { months: 12, of } as const });
    expect(judged(year('work'), { socialWorkMonths: 12 }).service).toEqual({ verdict: 'met', asked: 12, found: 12 });
    expect(judged(year('work'), { workMonths: 30, socialWorkMonths: 3 }).service).toMatchObject({ found: 30 });
    expect(judged(year('social-work'), { workMonths: 30, socialWorkMonths: 11 }).service).toMatchObject({
      verdict: 'unmet',
    });
    expect(judged(year('social-work'), { workMonths: 30 }).service).toEqual({ verdict: 'missing', asked: 12 });
  });

  it('of the establishment excludes whoever is on it', () => {
    expect(judged({ established: 'excluded' }, { established: true }).established).toEqual({ verdict: 'unmet' });
    expect(judged({ established: 'excluded' }, { established: false }).established).toEqual({ verdict: 'met' });
  });

  it('of the time to apply says its last day, or when it comes again', () => {
    const within = { window: { months: 12 } } as const;
    expect(judged(within, { issued: '2025-11-24' }).window).toEqual({ verdict: 'met', day: '2026-11-24' });
    expect(judged(within, { issued: '2025-11-23' }).window).toEqual({ verdict: 'unmet', day: '2026-11-23' });
    const winter = { window: { from: '11-01', last: '02-15' } } as const;
    expect(judged(winter, {}, '2027-02-15').window).toEqual({ verdict: 'met' });
    expect(judged(winter, {}, '2027-02-16').window).toEqual({ verdict: 'unmet', day: '2027-11-01' });
    const spring = { window: { from: '03-01', last: '04-30' } } as const;
    expect(judged(spring, {}, '2026-11-24').window).toEqual({ verdict: 'unmet', day: '2027-03-01' });
    expect(judged(spring, {}, '2026-01-24').window).toEqual({ verdict: 'unmet', day: '2026-03-01' });
  });

  it('of a rule whose first day is not known is not known, and one that is over is not met', () => {
    expect(judged({ from: 'unknown' }, whole).force).toEqual({ verdict: 'unknown' });
    expect(judged({ to: '2026-11-23' }, whole).force).toEqual({ verdict: 'unmet' });
  });

  it('of a certificate asks that it is issued by the day', () => {
    expect(judged({}, { issued: '2026-11-25' }).certificate).toEqual({ verdict: 'unmet' });
  });
});
