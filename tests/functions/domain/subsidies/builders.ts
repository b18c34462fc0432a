import fc from 'fast-check';
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';

/** A rule that asks for nothing; what a test is about is said by the test. */
export function ruleOf(more: Partial<SubsidyRule> = {}): SubsidyRule {
  const name = { zh: '规则', en: 'Rule' };
  return {
    ...{ id: 'place-award', place: { code: '340523', name }, name, kind: 'one-off' },
    amounts: { junior: 100_000, intermediate: 200_000, senior: 300_000 },
    ...{ difference: false, cap: 'none', firstTime: 'none', registration: 'none', service: 'none', posts: 'any' },
    ...{ established: 'any', appraisal: 'none', window: 'none', notice: 'none', payer: 'unknown', from: '2020-01-01' },
    ...{ words: name, source: 'a test', verified: false, ...more },
  };
}

/** Somebody who has all that a rule could ask for. */
export const whole: Claimant = {
  ...{ worksThere: true, issued: '2026-01-10', firstOfLevel: true, firstEver: true, registered: true },
  ...{ socialWorkMonths: 40, workMonths: 60, posts: ['social-worker'], established: false, appraised: true, months: 3 },
};

const cents = fc.integer({ min: 1, max: 500_000 });
const told = <T>(known: fc.Arbitrary<T>) => fc.oneof(known, fc.constant('unknown' as const));

export const anyRule: fc.Arbitrary<SubsidyRule> = fc
  .record({
    kind: fc.constantFrom('one-off' as const, 'monthly' as const),
    amounts: fc.record({ junior: cents, intermediate: cents, senior: cents }, { requiredKeys: [] }),
    difference: told(fc.boolean()),
    cap: fc.oneof(cents, fc.constantFrom('none' as const, 'unknown' as const)),
    firstTime: fc.constantFrom<SubsidyRule['firstTime']>('level', 'ever', 'unclear', 'none', 'unknown'),
    registration: fc.constantFrom<SubsidyRule['registration']>('none', 'unknown', { where: 'unknown' }),
    service: fc.oneof(
      fc.constantFrom('none' as const, 'unknown' as const),
      fc.record({
        months: fc.integer({ min: 1, max: 60 }),
        of: fc.constantFrom('work' as const, 'social-work' as const),
      }),
    ),
    posts: fc.constantFrom<SubsidyRule['posts']>('any', 'unknown', ['community-worker']),
    established: fc.constantFrom<SubsidyRule['established']>('excluded', 'any', 'unknown'),
    appraisal: fc.constantFrom<SubsidyRule['appraisal']>('passed', 'none', 'unknown'),
    window: fc.constantFrom<SubsidyRule['window']>('none', 'unknown', { months: 12 }, { from: '11-01', last: '02-15' }),
  })
  .map(ruleOf);

export const anyClaimant: fc.Arbitrary<Claimant> = fc.record(
  {
    ...{ worksThere: fc.boolean(), firstOfLevel: fc.boolean(), firstEver: fc.boolean(), registered: fc.boolean() },
    issued: fc.constantFrom('2024-03-01', '2026-01-10', '2027-05-05'),
    ...{ socialWorkMonths: fc.nat(80), workMonths: fc.nat(80), established: fc.boolean(), appraised: fc.boolean() },
    posts: fc.constantFrom<NonNullable<Claimant['posts']>>(['community-worker'], ['grid-worker', 'other']),
    ...{ received: fc.nat(600_000), months: fc.integer({ min: 0, max: 12 }) },
  },
  { requiredKeys: [] },
);
