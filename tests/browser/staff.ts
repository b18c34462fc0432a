// The steps of stories at the staff pages: signing in there, opening a page, filling in a dialog, reading the tree.
import type { Locator, Page } from 'playwright-core';
import { plannedTrees } from '../../functions/local/seed-units.ts';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { type Demo, demo, ready } from './steps.ts';

const units = new Map(plannedTrees().flatMap((tree) => tree.units.map((unit) => [unit.id, unit] as const)));

/** A unit of the demo world. */
export function planned(id: string) {
  const unit = units.get(id);
  if (unit === undefined) throw new Error(`no unit ${id} in the demo world`);
  return unit;
}

/** The township stations below a county's head station. */
export function stationsOf(county: string) {
  return [...units.values()].filter(({ parent }) => parent === `h-${county}`);
}

/** Signs in by the provider's page, and waits for the staff page that is come back to. */
export async function signInStaff(page: Page, who: Demo, path = '/staff/'): Promise<void> {
  await page.goto(`/api/public/login?return=${encodeURIComponent(path)}`);
  await page.getByRole('button', { name: demo(who).name }).click();
  await page.waitForURL((url) => url.pathname === path.split('?')[0]);
  await settled(page);
}

/** Opens a staff page and waits until it shows what it is about. */
export async function openStaff(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until nothing on the page is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await ready(page);
  await page.locator('.staff').waitFor();
  await page.waitForFunction(() => document.querySelector('main :is(.blank, [aria-busy="true"])') === null);
}

/** Does what a dialog is for: opens it, fills it in, confirms, and waits until it is done. `told`: what the dialog said would happen. */
export async function act(page: Page, { by, fill, done, isGrave = false }: Act): Promise<{ told: string[] }> {
  await by.click();
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  const told: string[] = [];
  const submit = dialog.locator('button[type=submit]');
  if (isGrave) {
    await submit.click();
    const warned = dialog.locator('.telling.trouble');
    await warned.waitFor();
    told.push((await warned.textContent()) ?? '');
  } else told.push(...(await dialog.locator('.telling').allTextContents()));
  await submit.click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.toast', { hasText: done }).waitFor();
  await settled(page);
  return { told };
}

interface Act {
  /** The button that opens it. */
  by: Locator;
  fill: (dialog: Locator) => Promise<void>;
  /** What is said when it is done. */
  done: string;
  /** It asks once more before it does it. */
  isGrave?: boolean;
}

/** Picks a unit by its name in a field with a list. */
export async function pickUnit(field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await field.page().getByRole('option', { name }).first().click();
}

/** The rows of the tree that are drawn: name → level. */
export function rowsShown(page: Page): Promise<{ name: string; level: number }[]> {
  return page.locator('[role=treeitem]').evaluateAll((rows) =>
    rows
      .map((row) => ({
        name: row.querySelector('.tree-name')?.textContent ?? '',
        level: Number(row.ariaLevel),
        top: row.getBoundingClientRect().top,
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ name, level }) => ({ name, level })),
  );
}

/** Searches the tree for a name, and waits for what is found of it. */
export async function searchTree(page: Page, name: string, found: number): Promise<void> {
  await page.getByLabel(t.tree.search).fill(name);
  await page.getByText(t.tree.found(found), { exact: true }).waitFor();
}
