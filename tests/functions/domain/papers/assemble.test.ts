import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, lackingFor, type PoolItem, shownOptions } from '../../../../functions/domain/papers/assemble.ts';
import type { Blueprint } from '../../../../functions/domain/papers/blueprint.ts';

const short: Blueprint = {
  id: 'short-1',
  form: 'short',
  answered: 'objective',
  counts: { single: 20, multiple: 5 },
  minutes: 30,
};
const chapters = [
  { id: 'c1', weight: 8 },
  { id: 'c2', weight: 4 },
  { id: 'c3', weight: 4 },
];
const difficulties = ['easy', 'medium', 'hard'] as const;

/** So many singles and a third as many multiples in each chapter, difficulties in turn. */
function pool(each: number): PoolItem[] {
  return chapters.flatMap(({ id: chapter }) =>
    Array.from({ length: each + Math.floor(each / 3) }, (_, i): PoolItem => {
      const difficulty = difficulties[i % 3] ?? 'easy';
      return { id: `${chapter}-${i}`, version: 1, kind: i < each ? 'single' : 'multiple', chapter, difficulty };
    }),
  );
}

function idsOf(items: readonly PoolItem[], seed: number, seen = new Map<string, number>()): string[] {
  const assembled = assemble(short, items, { seed, seen, chapters });
  if (!assembled.ok) throw new Error('the pool has enough');
  return assembled.refs.map(({ id }) => id);
}

describe('a paper', () => {
  it('is the same for the same seed, pool and history, in whatever order the pool comes', () => {
    const items = pool(15);
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray(items, { minLength: items.length }), (seed, mixed) => {
        expect(idsOf(mixed, seed)).toEqual(idsOf(items, seed));
      }),
    );
  });

  it('holds no question twice, singles before multiples, as many as the blueprint says', () => {
    const items = pool(15);
    const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const ids = idsOf(items, seed);
        expect(new Set(ids).size).toBe(25);
        expect(ids.map((id) => kinds.get(id))).toEqual([...Array(20).fill('single'), ...Array(5).fill('multiple')]);
      }),
    );
  });

  it('takes from each chapter by its weight', () => {
    const ids = idsOf(pool(15), 7).slice(0, 20);
    expect(chapters.map(({ id }) => ids.filter((one) => one.startsWith(id)).length)).toEqual([10, 5, 5]);
  });

  it('of one question goes through all chapters of one weight before it asks anything again', () => {
    const cases = Array.from({ length: 9 }, (_, i): PoolItem => {
      return { id: `e${i}`, version: 1, kind: 'case', chapter: `c${i}`, difficulty: 'medium' };
    });
    const one: Blueprint = { ...short, answered: 'essay', counts: { case: 1 } };
    const equal = cases.map(({ chapter }) => ({ id: chapter, weight: 1 }));
    const seen = new Map<string, number>();
    const ask = (seed: number) => assemble(one, cases, { seed, seen, chapters: equal });
    for (let round = 1; round <= 9; round += 1) {
      const paper = ask(round);
      expect(paper).toMatchObject({ ok: true, repeated: 0 });
      if (paper.ok) for (const { id } of paper.refs) seen.set(id, round);
    }
    const oldest = [...seen].find(([, round]) => round === 1)?.[0];
    expect(ask(10)).toEqual({ ok: true, refs: [{ id: oldest, version: 1 }], repeated: 1 });
  });

  it('of one question begins with another chapter for another seed', () => {
    const first = new Set(
      Array.from({ length: 40 }, (_, seed) => {
        const one = assemble({ ...short, counts: { single: 1 } }, pool(3), { seed, seen: new Map(), chapters: [] });
        return one.ok ? one.refs[0]?.id.slice(0, 2) : '';
      }),
    );
    expect([...first].sort()).toEqual(['c1', 'c2', 'c3']);
  });

  it('lets other chapters give what one lacks', () => {
    const items = pool(15).filter(({ id, chapter, kind }) => kind === 'multiple' || chapter !== 'c1' || id === 'c1-0');
    const ids = idsOf(items, 7).slice(0, 20);
    expect(ids.filter((id) => id.startsWith('c1'))).toEqual(['c1-0']);
    expect(ids).toHaveLength(20);
  });

  it('asks a third of each difficulty where there are enough', () => {
    const items = pool(15);
    const ids = new Set(idsOf(items, 3));
    const taken = Map.groupBy(
      items.filter(({ id, kind }) => kind === 'single' && ids.has(id)),
      ({ difficulty }) => difficulty,
    );
    for (const difficulty of difficulties) expect(taken.get(difficulty)?.length).toBeGreaterThanOrEqual(6);
  });

  it('asks nothing again while there is something new', () => {
    const items = pool(30);
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        const first = idsOf(items, one);
        const second = assemble(short, items, { seed: other, seen: new Map(first.map((id) => [id, 1])), chapters });
        expect(second).toMatchObject({ ok: true, repeated: 0 });
      }),
    );
  });

  it('then asks what was asked longest ago, and says how many', () => {
    const items = pool(8);
    const seen = new Map(items.map(({ id, kind }, i) => [id, kind === 'single' && i % 11 === 0 ? 1 : 100 + i]));
    const assembled = assemble(short, items, { seed: 5, seen, chapters });
    if (!assembled.ok) throw new Error('the pool has enough');
    expect(assembled.repeated).toBe(25);
    const oldest = items.filter(({ id }) => seen.get(id) === 1).map(({ id }) => id);
    expect(assembled.refs.map(({ id }) => id)).toEqual(expect.arrayContaining(oldest));
  });

  it('says what the pool lacks, and draws nothing', () => {
    const items = pool(5);
    const lacking = [
      { kind: 'single', wanted: 20, have: 15 },
      { kind: 'multiple', wanted: 5, have: 3 },
    ];
    expect(lackingFor(short, items)).toEqual(lacking);
    expect(assemble(short, items, { seed: 1, seen: new Map(), chapters })).toEqual({ ok: false, lacking });
  });

  it('is drawn from chapters that have no weight as well', () => {
    expect(assemble(short, pool(15), { seed: 1, seen: new Map(), chapters: [] }).ok).toBe(true);
  });
});

describe('the order of options', () => {
  const options = ['A', 'B', 'C', 'D', 'E'];

  it('is as written unless it is drawn', () => {
    expect(shownOptions(options, { seed: 9, shuffle: false, n: 1 })).toEqual(options);
  });

  it('is drawn for each question, the same each time, with nothing lost', () => {
    const orders = Array.from({ length: 20 }, (_, i) => shownOptions(options, { seed: 9, shuffle: true, n: i + 1 }));
    expect(new Set(orders.map((order) => order.join(''))).size).toBeGreaterThan(5);
    for (const [i, order] of orders.entries()) {
      expect(order.toSorted()).toEqual(options);
      expect(shownOptions(options, { seed: 9, shuffle: true, n: i + 1 })).toEqual(order);
    }
  });
});
