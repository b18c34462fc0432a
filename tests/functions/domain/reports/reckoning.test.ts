// A report's sums, fact by fact.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Piece, Shelves } from '../../../../functions/domain/figures/additions.ts';
import { addShelves, changesOf, shelvesAt, type UnitShelves } from '../../../../functions/domain/reports/reckoning.ts';

const chains = {
  onDay: (unit: string) => (unit === 'b1' ? ['b1', 'b', 'a'] : unit === 'b2' ? ['b2', 'b', 'a'] : [unit, 'a']),
  newest: (unit: string) => [unit],
};
/** One person each: counted once however many pieces they have. */
const sumsOf = (pieces: readonly Piece[]): Shelves => (pieces.length === 0 ? {} : { people: { n: 1 } });
const piece = (unit: string): Piece => ({ unit, day: '2026-02-01' });
const counting = { sumsOf, chains, shown: new Set(['a', 'b']) };

it('counts somebody of two units once at the unit above both, for the units that are shown alone', () => {
  expect(shelvesAt([piece('b1'), piece('b2')], counting)).toEqual({ a: { people: { n: 1 } }, b: { people: { n: 1 } } });
  expect(shelvesAt([piece('c')], counting)).toEqual({ a: { people: { n: 1 } } });
});

it('comes to the same in any order and in any slices', () => {
  const shelves: fc.Arbitrary<UnitShelves> = fc.dictionary(
    fc.constantFrom('a', 'b'),
    fc.dictionary(fc.constantFrom('x', 'y'), fc.dictionary(fc.constantFrom('n', 'm'), fc.integer({ min: 1, max: 9 }))),
  );
  fc.assert(
    fc.property(fc.array(shelves), fc.nat(10), (facts, cut) => {
      const sum = (some: UnitShelves[]) => some.reduce(addShelves, {});
      const parts = addShelves(sum(facts.slice(0, cut)), sum(facts.slice(cut)));
      expect(parts).toEqual(sum(facts));
      expect(sum(facts.toReversed())).toEqual(sum(facts));
    }),
  );
});

it('notes the earliest change of a figure, and none of a figure that stays', () => {
  const valuesOf = ({ people = {} }: Shelves) => ({
    people: { now: { n: people.n ?? 0 }, last: null },
    rate: { now: { n: people.sat ?? 0, of: people.all ?? 0 }, last: null },
    unknown: { now: null, last: null },
  });
  const change = { before: { a: { people: { n: 1, all: 1 } } }, after: { a: { people: { n: 2, all: 1 } } } };
  const once = changesOf({}, { ...change, at: '2026-03-02' }, valuesOf);
  expect(once).toEqual({ 'a people': '2026-03-02' });
  expect(changesOf(once, { ...change, at: '2026-03-01' }, valuesOf)).toEqual({ 'a people': '2026-03-01' });
  expect(changesOf(once, { ...change, at: '2026-03-03' }, valuesOf)).toEqual(once);
  const share = { before: {}, after: { b: { people: { all: 1 } } }, at: '2026-03-04' };
  expect(changesOf({}, share, valuesOf)).toEqual({ 'b rate': '2026-03-04' });
});
