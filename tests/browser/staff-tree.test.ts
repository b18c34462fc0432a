// A tree of 6,000 units: whatever is opened, searched or scrolled to, no more rows are drawn than the window holds and a few around it.
// The pages of the tree come from here: an engine in memory would take minutes to be given so many units (the server's own pages: app/tree.test.ts).
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { rowsShown, searchTree, signInStaff } from './staff.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();

const COUNT = 6000;
const PAGE = 1000;
/** What a phone holds of the rows, what is drawn around them, and the active one. */
const MOST_ROWS = 40;

const ROOT = { id: 'root', name: '六千单位省', kind: 'bureau', parent: null };
const towns = Array.from({ length: COUNT }, (_, i) => ({
  ...{ id: `town-${i}`, name: `第${String(i).padStart(4, '0')}乡`, kind: 'station-township', parent: ROOT.id },
}));

async function answerPage(route: Route): Promise<void> {
  const at = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
  const units = [...(at === 0 ? [ROOT] : []), ...towns.slice(at, at + PAGE)];
  await route.fulfill({ json: { units, ...(at + PAGE < COUNT && { cursor: String(at + PAGE) }) } });
}

it('draws a bounded number of 6,000 rows while they are opened, scrolled, searched and closed', async () => {
  const { page } = await visitor();
  await page.route('**/api/staff/tree?*', answerPage);
  await signInStaff(page, 'city');
  await page.getByText(t.tree.count(COUNT + 1, false), { exact: true }).waitFor();
  const counts = [await rowCount(page)];
  const tree = page.locator('[role=tree]');
  for (const key of ['End', 'PageUp', 'PageUp', 'ArrowDown', 'Home', 'PageDown', 'End']) {
    await tree.press(key);
    counts.push(await rowCount(page));
  }
  const last = page.getByRole('treeitem', { name: '第5999乡' });
  expect(await last.getAttribute('aria-setsize')).toBe(String(COUNT));
  expect(await last.getAttribute('aria-posinset')).toBe(String(COUNT));
  await tree.evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
  await page.getByRole('treeitem', { name: '第3000乡' }).waitFor();
  counts.push(await rowCount(page));

  const search = page.getByLabel(t.tree.search);
  for (const [text, found] of [
    ['第', 6000],
    ['第4', 1000],
    ['第42', 100],
    ['第421', 10],
    ['第4217', 1],
  ] as const) {
    await searchTree(page, text, found);
    counts.push(await rowCount(page));
  }
  expect((await rowsShown(page)).map(({ name }) => name)).toEqual([ROOT.name, '第4217乡']);
  await searchTree(page, '第9', 0);
  await search.fill('');
  await tree.press('Home');
  await tree.press('ArrowLeft');
  expect(await rowsShown(page)).toHaveLength(1);
  expect(counts.filter((count) => count > MOST_ROWS)).toEqual([]);
});

async function rowCount(page: Page): Promise<number> {
  const rows = (await rowsShown(page)).length;
  expect(rows).toBeGreaterThan(0);
  return rows;
}
