import { expect, it } from 'vitest';
import type { Person } from '../../../functions/app/access.ts';
import type { StaffDeps } from '../../../functions/app/deps.ts';
import { listTree } from '../../../functions/app/tree.ts';
import { makeVault } from '../../../functions/deps.ts';
import type { Role } from '../../../functions/domain/access/roles.ts';

const FROM = '2020-01-01';

/** One province of 12 cities of 14 counties of 14 townships: 2,533 units. */
const parents = new Map<string, string | null>([['p', null]]);
for (let i = 0; i < 12; i += 1) {
  parents.set(`p-${i}`, 'p');
  for (let j = 0; j < 14; j += 1) {
    parents.set(`p-${i}-${j}`, `p-${i}`);
    for (let k = 0; k < 14; k += 1) parents.set(`p-${i}-${j}-${k}`, `p-${i}-${j}`);
  }
}

/** A store that holds that tree, and cuts a branch off when told to. */
function treeStore(isGone: (id: string) => boolean = () => false) {
  const unit = (id: string) => ({ id, kind: 'bureau', names: [{ from: FROM, value: `名 ${id}` }], opened: FROM });
  const units = {
    children: async (parent: string | null) =>
      [...parents]
        .filter(([, above]) => above === parent)
        .map(([id]) => id)
        .sort(),
    ancestors: async (id: string) => {
      const path: string[] = [];
      for (let at: string | null | undefined = id; at && parents.has(at) && !isGone(at); at = parents.get(at))
        path.push(at);
      return path;
    },
    getMany: async (ids: string[]) => new Map(ids.map((id) => [id, unit(id)])),
  };
  return {
    now: () => '2026-03-01T04:00:00.000Z',
    vault: makeVault(Buffer.alloc(32, 1).toString('base64')),
    store: { units },
  };
}

const deps = treeStore() as unknown as StaffDeps;

function holder(...grants: [Role, string][]): Person {
  return {
    kind: 'person',
    person: 'person-a',
    grants: grants.map(([role, unit]) => ({ role, unit, from: FROM, by: 'x' })),
  };
}

/** All pages, each with the cursor of the one before. */
async function pagesOf(who: Person, under?: string) {
  const pages: { id: string; parent: string | null }[][] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query: { under?: string; cursor?: string } = { ...(under && { under }), ...(cursor && { cursor }) };
    const page = await listTree(deps)(who, { params: undefined, query, body: undefined });
    pages.push(page.units);
    cursor = page.cursor;
  }
  return pages;
}

it('gives a large tree in pages of a thousand, every unit once and after its parent', async () => {
  const pages = await pagesOf(holder(['bureau-reader', 'p']));
  expect(pages.map((page) => page.length)).toEqual([1000, 1000, 533]);
  const rows = pages.flat();
  expect(rows.map(({ id }) => id).sort()).toEqual([...parents.keys()].sort());
  const met = new Set<string | null>([null]);
  for (const { id, parent } of rows) {
    expect([parent, met.has(parent)]).toEqual([parents.get(id), true]);
    met.add(id);
  }
});

it('gives an operator all trees from their roots', async () => {
  expect((await pagesOf(holder(['operator', 'p-3']))).flat()).toHaveLength(parents.size);
});

it('gives what several grants let one read, once, and nothing between them', async () => {
  const rows = (
    await pagesOf(holder(['bureau-reader', 'p-1'], ['worker', 'p-1-2'], ['liaison', 'p-2'], ['worker', 'gone']))
  ).flat();
  const ids = rows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id !== 'p-2' && id !== 'p-1' && !id.startsWith('p-1-'))).toEqual([]);
  expect(rows.find(({ id }) => id === 'p-2')?.parent).toBeNull();
  expect(ids).toHaveLength(1 + 14 + 14 * 14 + 1);
});

it('begins where it is asked to, with the parent where that may be read', async () => {
  const rows = (await pagesOf(holder(['bureau-reader', 'p']), 'p-11-3')).flat();
  expect([rows.length, rows[0]]).toEqual([15, { id: 'p-11-3', name: '名 p-11-3', kind: 'bureau', parent: 'p-11' }]);
  await expect(pagesOf(holder(['bureau-reader', 'p-1']), 'p-11')).rejects.toMatchObject({ code: 'not_found' });
  await expect(pagesOf(holder(['bureau-reader', 'p-1']), 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
});

it('does not go on in a branch that was taken away between two pages, or with a role that was', async () => {
  const who = holder(['bureau-reader', 'p']);
  const { cursor = '' } = await listTree(deps)(who, { params: undefined, query: {}, body: undefined });
  const query = { cursor };
  const later = treeStore((id) => id === 'p') as unknown as StaffDeps;
  for (const [on, actor] of [
    [later, who],
    [deps, holder()],
  ] as const) {
    await expect(listTree(on)(actor, { params: undefined, query, body: undefined })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  }
});
