import { describe, expect, it } from 'vitest';
import { subsidyRules } from '../../../../functions/content/subsidy-rules.ts';
import { assess } from '../../../../functions/domain/subsidies/assess.ts';
import { claimantOf } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import {
  answersOf,
  type Draft,
  faultsOf,
  monthsOf,
  NOTHING_TYPED,
  questionsOf,
  recentMonths,
  typedFrom,
} from '../../../../site/src/islands/subsidies/draft.ts';

const ruleNamed = (id: string) => subsidyRules().find((rule) => rule.id === id) as SubsidyRule;
const ninghe = ruleNamed('ninghe-award');
const today = '2026-11-24';
const typed: Draft = {
  ...{ ...NOTHING_TYPED, worksThere: 'yes', issued: '2026-01-10', socialWorkMonths: '１４', established: 'no' },
};

describe('the questions of a rule', () => {
  it('are those that it asks and the record does not answer', () => {
    expect(questionsOf(ninghe, {})).toEqual(['worksThere', 'issued', 'socialWorkMonths', 'established', 'received']);
    const recorded = { worksThere: true, issued: '2026-01-10', socialWorkMonths: 12, established: false };
    expect(questionsOf(ninghe, recorded)).toEqual(['received']);
    expect(questionsOf(ninghe, { ...recorded, socialWorkMonths: 11 })).toEqual(['socialWorkMonths', 'received']);
    expect(questionsOf(ruleNamed('hexian-monthly'), recorded)).toEqual(['post', 'monthFrom']);
    expect(questionsOf(ruleNamed('hexian-first'), {})).toContain('firstTime');
  });

  it('answered, leave nothing missing, whatever the rule', () => {
    const all: Draft = {
      ...typed,
      firstTime: 'first',
      workMonths: '20',
      post: 'community-worker',
      monthFrom: '2026-10',
    };
    for (const rule of subsidyRules()) {
      const questions = questionsOf(rule, {});
      const months = monthsOf(all)?.count ?? 0;
      const claimant = claimantOf({}, { ...answersOf(all, questions), months });
      expect(assess(rule, { level: 'junior', claimant, day: today }).standing, rule.id).toBe('likely');
      const nothing = answersOf(NOTHING_TYPED, questions);
      expect(assess(rule, { level: 'junior', claimant: nothing, day: today }).standing, rule.id).toBe('incomplete');
    }
  });
});

describe('answers', () => {
  it('are those of the open questions alone, in any width of digits', () => {
    const questions = questionsOf(ninghe, { established: true });
    expect(answersOf(typed, questions)).toEqual({ worksThere: true, issued: '2026-01-10', socialWorkMonths: 14 });
    expect(answersOf({ ...typed, received: '1,000.5' }, ['received'])).toEqual({ received: 100_050 });
    expect(answersOf({ ...typed, firstTime: 'level' }, ['firstTime'])).toEqual({
      firstOfLevel: true,
      firstEver: false,
    });
  });

  it('come back as they were typed', () => {
    const questions = questionsOf(ninghe, {});
    const answers = answersOf({ ...typed, received: '300' }, questions);
    expect(answersOf(typedFrom(ninghe.id, 'junior', answers), questions)).toEqual(answers);
  });

  it('with a fault say so, and nothing typed is none', () => {
    expect(faultsOf(NOTHING_TYPED, today)).toEqual({});
    const wrong = { ...typed, issued: '2026-11-25', workMonths: '1.5', received: '一千' };
    expect(faultsOf(wrong, today)).toEqual({ issued: 'issued', workMonths: 'months', received: 'received' });
  });
});

describe('the months to choose from', () => {
  it('go back two years from this one', () => {
    const months = recentMonths('2026-02-10');
    expect([months[0], months[1], months[2], months.length]).toEqual(['2026-02', '2026-01', '2025-12', 24]);
  });
});
