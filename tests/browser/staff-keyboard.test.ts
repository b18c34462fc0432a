// The staff pages by the keyboard alone on a phone of 360 px: the tree by the keys of the ARIA pattern, the list of people by Tab; wherever one is,
// it is seen, and nothing lies over it.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { openStaff, planned, settled, signInStaff } from './staff.ts';
import { isFocused } from './steps.ts';
import { fromTheTop, stops, tabThrough } from './tabbing.ts';
import { DESK, PHONE, useVisitors, visitor } from './visitors.ts';

useVisitors();

const STATION = 's-360428101';

/** The row that the tree says is active: its name, whether it is open, and whether the whole of it is in sight. */
async function active(page: Page) {
  return page.evaluate(() => {
    const tree = document.activeElement;
    const row = document.getElementById(tree?.getAttribute('aria-activedescendant') ?? '');
    if (tree?.role !== 'tree' || row === null) return undefined;
    const { left, top, bottom } = row.getBoundingClientRect();
    const seen = [top + 3, bottom - 3].every((y) => row.contains(document.elementFromPoint(left + 60, y)));
    return { name: row.querySelector('.tree-name')?.textContent, open: row.ariaExpanded, seen };
  });
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return active(page);
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}

describe('at 360 px, without a pointer', () => {
  it('the tree is walked, opened and closed by arrows, Home and End, and Enter opens a unit', async () => {
    const { page } = await visitor();
    await signInStaff(page, 'city');
    await fromTheTop(page);
    await tabTo(page, '[role=tree]');
    const [city, county] = [planned('b-360400'), planned('b-360402')];
    const row = (name: string, open: string | null = 'false') => ({ name, open, seen: true });
    expect(await press(page, 'Home')).toEqual(row(city.name, 'true'));
    expect((await press(page, 'ArrowDown'))?.seen).toBe(true);
    const last = await press(page, 'End');
    expect(last?.seen).toBe(true);
    expect(last).not.toEqual(row(city.name, 'true'));
    expect(await press(page, 'ArrowLeft')).toEqual(row(city.name, 'true'));
    expect(await press(page, 'ArrowLeft')).toEqual(row(city.name, 'false'));
    expect(await press(page, 'ArrowDown')).toEqual(row(city.name, 'false'));
    await press(page, 'ArrowRight');
    const names: (string | null | undefined)[] = [];
    while (names.at(-1) !== county.name && names.length < 20) names.push((await press(page, 'ArrowDown'))?.name);
    expect(names).toContain(county.name);
    await press(page, 'ArrowRight');
    expect(await press(page, 'ArrowRight')).toEqual(row(planned('h-360402').name));
    // All that stand beside it are opened at once, and every row on the way down is brought into sight.
    await press(page, 'ArrowLeft', '*', 'End');
    for (let i = 0; i < 30; i += 1) expect((await press(page, 'ArrowUp'))?.seen).toBe(true);
    await press(page, 'Home', 'ArrowDown');
    const chosen = (await active(page))?.name ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: chosen }).waitFor();
    await settled(page);
    await expect.poll(() => isFocused(page.locator('article [data-arrive]'))).toBe(true);
  });

  it('people are filtered, and one of them is opened and left again', async () => {
    const { page } = await visitor();
    await signInStaff(page, 'city', `/staff/people/?unit=${STATION}`);
    await fromTheTop(page);
    await tabTo(page, 'details.fold > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'input[type=search]');
    const [name = '', ...others] = await page.locator('a.name').allTextContents();
    await page.keyboard.type(name);
    await page.getByText(t.people.count(1, others.length + 1, false)).waitFor();
    await tabTo(page, 'a.name');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await settled(page);
    await expect.poll(() => isFocused(page.locator('h1[data-arrive]'))).toBe(true);
    const show = page.getByRole('button', { name: t.person.show(t.person.phone) });
    await show.press('Enter');
    await page.locator('dialog[open] textarea').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isFocused(show)).toBe(true);
    await fromTheTop(page);
    await tabTo(page, 'main .row.small a');
    await page.keyboard.press('Enter');
    await page.locator('a.name').first().waitFor();
  });
});

describe('Tab', () => {
  const paths = [
    '/staff/',
    `/staff/?unit=${STATION}`,
    `/staff/people/?unit=${STATION}`,
    `/staff/person/?person=${STATION}-01`,
    `/staff/roles/?unit=${STATION}`,
    `/staff/audit/?unit=${STATION}`,
    `/staff/import/?unit=${STATION}`,
  ];

  it.each([PHONE, DESK])(
    'reaches everything on every page in the order of the page, in sight (%o)',
    async (viewport) => {
      const { page } = await visitor({ viewport });
      await signInStaff(page, 'city');
      for (const path of paths) {
        await openStaff(page, path);
        await fromTheTop(page);
        const wanted = await stops(page);
        const { reached, unseen } = await tabThrough(page, wanted.length);
        expect({ path, reached, unseen }).toEqual({ path, reached: wanted, unseen: [] });
      }
    },
  );
});
