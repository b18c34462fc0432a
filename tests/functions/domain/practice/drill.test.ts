import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Choosable, chooseDrill, type DrillPlan } from '../../../../functions/domain/practice/drill.ts';
import { fold } from '../../../../functions/domain/practice/fold.ts';
import type { Stamped } from '../../../../functions/domain/practice/journal.ts';
import { journal } from '../../../support/arbitrary.ts';
import { answer, at, entries } from '../../../support/builders.ts';

const pool: Choosable[] = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, kind: i % 2 === 0 ? 'single' : 'multiple' }));
const state = fold(
  entries([
    answer({ question: 'b', at: at(1), earned: 0 }),
    answer({ question: 'd', at: at(2), earned: 0 }),
    answer({ question: 'c', at: at(3) }),
    { kind: 'mark', at: at(4), question: 'e', mark: 'favourite', on: true },
  ]),
);

it.each<[string, DrillPlan, string[]]>([
  ['all in syllabus order', { order: 'sequential' }, ['a', 'b', 'c', 'd', 'e']],
  ['the first three', { order: 'sequential', most: 3 }, ['a', 'b', 'c']],
  ['one kind alone', { order: 'sequential', kind: 'multiple' }, ['b', 'd']],
  ['what was never answered', { order: 'unseen' }, ['a', 'e']],
  ['the wrong book in syllabus order', { order: 'wrong' }, ['b', 'd']],
  ['the favourites', { order: 'favourite' }, ['e']],
  ['kind, order and number together', { order: 'unseen', kind: 'single', most: 1 }, ['a']],
  ['nothing where nothing fits', { order: 'favourite', kind: 'multiple' }, []],
  ['nothing when nothing is asked for', { order: 'random', most: 0 }, []],
])('chooses %s', (_what, plan, chosen) => {
  expect(chooseDrill(plan, pool, { state, seed: 7 })).toEqual(chosen);
});

it('follows the wrong book’s setting', () => {
  const twice: Stamped[] = [answer({ question: 'a', at: at(1), earned: 0 }), answer({ question: 'a', at: at(2) })];
  const once: Stamped = { kind: 'setting', at: at(3), name: 'streak', value: 1 };
  const choose = (changes: Stamped[]) =>
    chooseDrill({ order: 'wrong' }, pool, { state: fold(entries(changes)), seed: 1 });
  expect(choose(twice)).toEqual(['a']);
  expect(choose([...twice, once])).toEqual([]);
});

const planArb: fc.Arbitrary<DrillPlan> = fc.record(
  {
    order: fc.constantFrom('sequential', 'random', 'unseen', 'wrong', 'favourite'),
    kind: fc.constantFrom('single', 'multiple'),
    most: fc.nat({ max: 4 }),
  },
  { requiredKeys: ['order'] },
);
const ids = ['jc-01-001', 'jc-01-002', 'lp-14-020', 'unknown'];
const anyPool: Choosable[] = ids.map((id, i) => ({ id, kind: i % 2 === 0 ? 'single' : 'multiple' }));

it('chooses the same again, each question once, out of the pool, of the kind, at most so many', () => {
  fc.assert(
    fc.property(planArb, journal, fc.integer(), (plan, all, seed) => {
      const by = { state: fold(all), seed };
      const chosen = chooseDrill(plan, anyPool, by);
      expect(chooseDrill(plan, anyPool, by)).toEqual(chosen);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.length).toBeLessThanOrEqual(plan.most ?? Number.POSITIVE_INFINITY);
      const fitting = anyPool.filter((q) => plan.kind === undefined || q.kind === plan.kind).map((q) => q.id);
      expect(chosen.every((id) => fitting.includes(id))).toBe(true);
      const inOrder = ids.filter((id) => chosen.includes(id));
      expect(plan.order === 'random' ? [...chosen].sort() : chosen).toEqual(
        plan.order === 'random' ? [...inOrder].sort() : inOrder,
      );
    }),
  );
});

it('draws another order by another seed', () => {
  const orders = new Set(
    Array.from({ length: 20 }, (_, seed) => chooseDrill({ order: 'random' }, pool, { state, seed }).join('')),
  );
  expect(orders.size).toBeGreaterThan(10);
});
