import fc from 'fast-check';
import { expect, it } from 'vitest';
import { below, type Step, walkOn } from '../../../functions/app/tree-walk.ts';

type Tree = ReadonlyMap<string | null, readonly string[]>;

/** Random trees: each unit lies under one of those before it, or under none. Ids are prefixes of one another. */
const tree: fc.Arbitrary<Tree> = fc.array(fc.nat(), { maxLength: 40 }).map((parents) => {
  const ids = parents.map((_, i) => `1${i}`);
  const children = new Map<string | null, string[]>();
  parents.forEach((pick, i) => {
    const parent = i === 0 || pick % 7 === 0 ? null : (ids[pick % i] as string);
    children.set(parent, [...(children.get(parent) ?? []), ids[i] as string].sort());
  });
  return children;
});

/** All pages of a walk, each begun from what the one before left. */
async function pagesOf(children: Tree, limit: number) {
  const pages: { id: string; parent: string | null }[][] = [];
  const stacks: Step[][] = [];
  let stack = below(null);
  while (stack.length > 0) {
    const walked = await walkOn(JSON.parse(JSON.stringify(stack)), {
      children: async (id) => children.get(id) ?? [],
      limit,
    });
    pages.push(walked.found);
    stacks.push(walked.stack);
    stack = walked.stack;
  }
  return { pages, stacks };
}

it('finds every unit once, under its parent and after it, whatever the size of a page', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.integer({ min: 1, max: 12 }), async (children, limit) => {
      const { pages } = await pagesOf(children, limit);
      const found = pages.flat();
      expect(found.map(({ id }) => id).sort()).toEqual([...children.values()].flat().sort());
      expect(pages.every((page) => page.length <= limit)).toBe(true);
      const met = new Set<string | null>([null]);
      for (const { id, parent } of found) {
        expect(children.get(parent)).toContain(id);
        expect(met.has(parent)).toBe(true);
        met.add(id);
      }
    }),
  );
});

it('gives the same units in the same order on pages of any size', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.integer({ min: 1, max: 12 }), async (children, limit) => {
      const [small, whole] = await Promise.all([pagesOf(children, limit), pagesOf(children, 1000)]);
      expect(small.pages.flat()).toEqual(whole.pages.flat());
    }),
  );
});

it('keeps a stack no longer than the tree is deep, for six thousand units too', async () => {
  const towns = (county: string) => Array.from({ length: 60 }, (_, i) => `${county}-${String(i).padStart(2, '0')}`);
  const counties = Array.from({ length: 100 }, (_, i) => `c${String(i).padStart(3, '0')}`);
  const children: Tree = new Map<string | null, string[]>([
    [null, ['root']],
    ['root', counties],
    ...counties.map((county) => [county, towns(county)] as const),
  ]);
  const { pages, stacks } = await pagesOf(children, 1000);
  expect(pages.flat()).toHaveLength(6101);
  expect(Math.max(...stacks.map((stack) => JSON.stringify(stack).length))).toBeLessThan(300);
});

it('asks for no unit’s children twice on a page', async () => {
  const asked: (string | null)[] = [];
  const children = async (id: string | null) => {
    asked.push(id);
    return id === null ? ['1', '11'] : id.length < 4 ? [`${id}0`, `${id}1`] : [];
  };
  await walkOn(below(null), { children, limit: 1000 });
  expect(new Set(asked).size).toBe(asked.length);
});
