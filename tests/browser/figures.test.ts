// Figures: how a bureau stands against last year and who lags, from the first screen; down to the station and back; and nothing of a unit beside.
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { plannedTrees } from '../../functions/local/seed-units.ts';
import { figuresZh as w } from '../../site/src/words/zh-figures.ts';
import { indicatorsZh as i } from '../../site/src/words/zh-indicators.ts';
import { staffZh } from '../../site/src/words/zh-staff.ts';
import { barriers, looks } from './access.ts';
import { act, openStaff, planned, settled, signInStaff } from './staff.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const units = plannedTrees().flatMap((tree) => tree.units);
const named = (id: string) => i.names[id] ?? id;
const childrenOf = (unit: string) => units.filter(({ parent }) => parent === unit);

it('shows a bureau at a glance how it stands and who lags, and leads down to the station', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signInStaff(page, 'city', '/staff/');
  await page.getByRole('link', { name: staffZh.tabs.figures, exact: true }).click();
  await page.waitForURL(/\/staff\/figures\//);
  await settled(page);
  const top = new URL(page.url()).searchParams.get('unit') ?? '';
  await page.getByRole('heading', { name: w.headlines }).waitFor();
  const workers = page.locator('.head-card', { hasText: named('certified-rate') });
  await expect.poll(() => workers.locator('.head-value').textContent()).toMatch(/%|—/);
  await page.locator('.ranking tbody tr').first().waitFor();
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);

  // Another figure, another order, other months: all of it stands in the address, and back undoes it.
  await page
    .locator('.head-card')
    .getByRole('link', { name: named('people'), exact: true })
    .click();
  await page.getByRole('heading', { name: w.ranking(named('people')) }).waitFor();
  await settled(page);
  await page.getByRole('link', { name: w.sortBy(w.unit) }).click();
  await settled(page);
  expect(await page.locator('.ranking thead th').first().getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('link', { name: w.presets.quarter(1) }).click();
  await settled(page);
  expect(page.url()).toContain('from=1&to=3');
  await page.getByText(w.months(new Date().getFullYear(), 1, 3), { exact: true }).waitFor();
  await page.goBack();
  await settled(page);
  expect(page.url()).not.toContain('to=3&');

  // Down to a station below, and up again by the path.
  const row = page.locator('.ranking tbody th a').first();
  const county = (await row.textContent()) ?? '';
  await row.click();
  await page.getByRole('heading', { name: county, level: 1 }).waitFor();
  await settled(page);
  await page.getByRole('navigation', { name: w.above }).getByRole('link').last().click();
  await settled(page);
  expect(new URL(page.url()).searchParams.get('unit') ?? top).not.toBe('');
});

it('takes the population a bureau gives, a file of what is shown, and the facts behind a figure', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signInStaff(page, 'city', '/staff/');
  await openStaff(page, '/staff/figures/');
  await act(page, {
    by: page.getByRole('button', { name: w.populationSave }),
    fill: async (dialog) => {
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(w.populationFault).waitFor();
      await dialog.getByLabel(w.populationPeople).fill('4,554,600');
    },
    done: w.populationSaved,
  });
  await expect
    .poll(() =>
      page
        .locator('.head-card', { hasText: named('certified-per-10000') })
        .locator('.head-value')
        .textContent(),
    )
    .toMatch(/^\d+\.\d\d /);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: w.download }).click();
  const csv = await text(await (await saved).createReadStream());
  expect(csv).toContain(named('registered'));
  expect(csv).toContain(i.rules['pass-rate']);
  await page.getByRole('button', { name: w.shortfallCount }).click();
  await page.getByRole('link', { name: w.seeHours }).waitFor();
  await page.getByRole('link', { name: w.seeFacts }).click();
  await page.getByRole('heading', { name: w.facts(named('certified-rate')), level: 1 }).waitFor();
  await settled(page);
  expect(await barriers(page, looks.zh)).toEqual([]);
});

it('tells a county reader nothing of a unit beside theirs', async () => {
  const { page, expects } = await visitor();
  await signInStaff(page, 'bureau', '/staff/');
  await openStaff(page, '/staff/figures/');
  await page.locator('.head-value').first().waitFor();
  const own = await page.locator('h1').textContent();
  const other = units.find(
    ({ parent, id }) => parent !== null && planned(id).name !== own && childrenOf(id).length > 3,
  );
  expects(/404/);
  await openStaff(page, `/staff/figures/?unit=${other?.id}`);
  await page.locator('.notice').first().waitFor();
  expect(await page.locator('.head-value').count()).toBe(0);
});
