// What a fact adds to which units: people once at every unit, whatever they are below it, and the same in any order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  additionsFrom,
  additionsOf,
  additionsText,
  type Part,
  type Piece,
  type Shelves,
} from '../../../../functions/domain/figures/additions.ts';
import { chainsOf } from '../../../../functions/domain/figures/chains.ts';
import { bookOf } from '../../../../functions/domain/figures/source.ts';
import { addTo } from '../../../../functions/domain/statistics/item-sums.ts';
import { register, unit } from '../units/builders.ts';

/** Person-times and the person, by year. */
function sumsOf(pieces: readonly Piece[]): Shelves {
  const shelves: Record<string, { t: number; n: number; zero: number }> = {};
  for (const { day } of pieces) {
    const shelf = `came#${day.slice(0, 4)}`;
    shelves[shelf] = { t: (shelves[shelf]?.t ?? 0) + 1, n: 1, zero: 0 };
  }
  return shelves;
}

const tree = register([
  unit('root'),
  unit('east', 'root'),
  unit('west', 'root'),
  unit('one', 'east'),
  unit('two', 'east'),
]);
tree.make({ kind: 'move', unit: 'two', parent: 'west' }, '2026-07-01');
const chains = chainsOf(tree.lookup);

const PIECES = [
  { unit: 'one', day: '2026-03-01' },
  { unit: 'two', day: '2026-03-02' },
  { unit: 'two', day: '2026-08-01' },
];

function figures(pieces: readonly Piece[], part: Part, shelf = 'came#2026') {
  const all = additionsOf(pieces, sumsOf, chains).filter((one) => one.part === part && one.shelf === shelf);
  return Object.fromEntries(all.map(({ unit: id, sums }) => [id, sums]));
}

describe('somebody at two units, of which one moves', () => {
  it('is one person at every unit above, with the person-times of all of them', () => {
    expect(figures(PIECES, 'then')).toEqual({
      ...{ one: { t: 1, n: 1 }, two: { t: 2, n: 1 }, east: { t: 2, n: 1 }, west: { t: 1, n: 1 }, root: { t: 3, n: 1 } },
    });
    expect(figures(PIECES, 'own')).toEqual({ one: { t: 1, n: 1 }, two: { t: 2, n: 1 } });
  });

  it('is moved in the newest boundaries by what was done before the move, and nowhere else', () => {
    expect(figures(PIECES, 'moved')).toEqual({ east: { t: -1 }, west: { t: 1 } });
    expect(figures(PIECES.slice(0, 1), 'moved')).toEqual({});
  });

  it('adds nothing where nothing is left of it', () => {
    expect(additionsOf([], sumsOf, chains)).toEqual([]);
    expect(additionsOf([{ unit: 'nobody', day: '2026-03-01' }], sumsOf, chains).map((one) => one.part)).toEqual([
      'own',
    ]);
  });
});

describe('additions', () => {
  const piece = fc.record({
    unit: fc.constantFrom('root', 'east', 'west', 'one', 'two'),
    day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'),
  });

  it('are the same for the same pieces in any order, and their text gives them back', () => {
    const pieces = fc.array(piece, { maxLength: 8 });
    fc.assert(
      fc.property(
        pieces.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const added = additionsOf(all, sumsOf, chains);
          expect(additionsText(additionsOf(shuffled, sumsOf, chains))).toBe(additionsText(added));
          expect(additionsFrom(additionsText(added))).toEqual(added);
        },
      ),
    );
  });

  it('of person-times are at every unit its own and those of the units below it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (all) => {
        const [then, own, moved] = [figures(all, 'then'), figures(all, 'own'), figures(all, 'moved')];
        const times = (of: Shelves, id: string) => of[id]?.t ?? 0;
        const newest = (id: string) => times(then, id) + times(moved, id);
        expect(times(then, 'root')).toBe(times(own, 'root') + times(then, 'east') + times(then, 'west'));
        expect(newest('west')).toBe(times(own, 'west') + newest('two'));
        expect(newest('east')).toBe(times(own, 'east') + newest('one'));
        for (const id of ['root', 'east', 'west', 'one', 'two'])
          expect(addTo(then[id] ?? {}, {}).n ?? 0).toBeLessThan(2);
      }),
    );
  });
});

it('a book is a family with its year, or a family that has none', () => {
  expect(['training#2026', 'training#2026#people#all', 'staff'].map(bookOf)).toEqual([
    ...['training#2026', 'training#2026', 'staff'],
  ]);
});
