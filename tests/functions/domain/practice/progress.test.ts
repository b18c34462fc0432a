import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../../functions/domain/practice/fold.ts';
import { mastery, percent, progressOf } from '../../../../functions/domain/practice/progress.ts';
import { journal } from '../../../support/arbitrary.ts';
import { answer, at, entries } from '../../../support/builders.ts';

it('sums coverage, accuracy and mastery over the named questions alone', () => {
  const right = (question: string, second: number) => answer({ question, at: at(second) });
  const state = fold(
    entries([
      right('a', 1),
      right('a', 2),
      right('a', 3),
      right('b', 4),
      answer({ question: 'c', at: at(5), earned: 1, possible: 4 }),
      right('elsewhere', 6),
    ]),
  );
  const progress = progressOf(state, ['a', 'b', 'c', 'unseen']);
  expect(progress).toEqual({ total: 4, covered: 3, answers: 5, rights: 4, earned: 9, possible: 12, steps: 3 });
  expect(mastery(progress)).toBe(37);
});

it('has no share of nothing, and says 100 only of all', () => {
  expect(percent(0, 0)).toBeUndefined();
  expect(mastery(progressOf(fold([]), []))).toBeUndefined();
  expect(percent(999, 1000)).toBe(99);
  expect(percent(1000, 1000)).toBe(100);
});

it('never counts more than there is', () => {
  fc.assert(
    fc.property(journal, (all) => {
      const progress = progressOf(fold(all), ['jc-01-001', 'jc-01-002', 'lp-14-020']);
      expect(progress.covered).toBeLessThanOrEqual(progress.total);
      expect(progress.rights).toBeLessThanOrEqual(progress.answers);
      expect(progress.earned).toBeLessThanOrEqual(progress.possible);
      expect(mastery(progress)).toBeLessThanOrEqual(100);
      expect(progress.answers).toBe(all.filter((entry) => entry.kind === 'answer').length);
    }),
  );
});

it('adds up over parts to what it is over the whole', () => {
  fc.assert(
    fc.property(journal, (all) => {
      const state = fold(all);
      const [one, other] = [progressOf(state, ['jc-01-001']), progressOf(state, ['jc-01-002', 'lp-14-020'])];
      const whole = progressOf(state, ['jc-01-001', 'jc-01-002', 'lp-14-020']);
      for (const field of ['total', 'covered', 'answers', 'rights', 'earned', 'possible', 'steps'] as const) {
        expect(one[field] + other[field]).toBe(whole[field]);
      }
    }),
  );
});
