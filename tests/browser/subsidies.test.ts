// Subsidies: a guest sees how they may stand, a social worker applies, the desk checks by two people, ends a notice and marks what was paid.
import { expect, it } from 'vitest';
import { bureauId } from '../../functions/local/seed-units.ts';
import { staffSubsidiesZh as s } from '../../site/src/words/zh-staff-subsidies.ts';
import { subsidiesZh as w } from '../../site/src/words/zh-subsidies.ts';
import { barriers, looks } from './access.ts';
import { act, openStaff } from './staff.ts';
import { open, signIn } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const DESK_UNIT = bureauId('340523');

it('tells a guest how they may stand with a rule, and what is missing for it', async () => {
  const { page } = await visitor();
  await open(page, '/subsidy/');
  await page.getByLabel(w.place).selectOption('ninghe-award');
  await page.getByLabel(w.level).selectOption('junior');
  await page.getByText(w.standings.incomplete, { exact: true }).waitFor();
  await page.getByLabel(w.ask.worksThere('天津市宁河区')).selectOption('yes');
  await page.getByLabel(w.ask.issued).fill('2025-09-20');
  await page.getByLabel(w.ask.socialWorkMonths).fill('11');
  await page.getByLabel(w.ask.established).selectOption('no');
  await page.getByText(w.standings.unlikely, { exact: true }).waitFor();
  expect(await page.locator('[data-met=unmet]').textContent()).toContain(w.details.found(11));
  await page.getByLabel(w.ask.socialWorkMonths).fill('12');
  await page.getByText(w.standings.likely, { exact: true }).waitFor();
  await page.getByText(w.about('2,000'), { exact: true }).waitFor();
  expect(await page.locator('.rule-words').textContent()).toContain(w.unverified);
  expect(await barriers(page, looks.zh)).toEqual([]);
});

it('goes from the application to the queue of the bureau, where one checks and another lists', async () => {
  const own = await visitor();
  await signIn(own.page, 'countyWorker');
  await open(own.page, '/subsidy/');
  await own.page.getByText(w.none).waitFor();
  await own.page.getByText(w.standings.likely, { exact: true }).waitFor();
  await own.page.getByRole('button', { name: w.apply.submit }).click();
  await own.page.locator('.toast', { hasText: w.apply.sent }).waitFor();
  await own.page.getByText(w.states.applied, { exact: true }).waitFor();
  expect(await barriers(own.page, looks.en)).toEqual([]);
  // What is under way is not applied for twice.
  await own.page.getByText(w.apply.held).waitFor();
  expect(await own.page.getByRole('button', { name: w.apply.submit }).count()).toBe(0);

  const first = await visitor({ viewport: DESK });
  await signIn(first.page, 'operator');
  await openStaff(first.page, `/staff/subsidies/?unit=${DESK_UNIT}&state=applied`);
  await first.page.locator('tr', { hasText: '社工（演示·和县）' }).locator('.person-link').click();
  // More than the rule pays is refused, in words; what was typed stays, and is mended.
  first.expects(/422/);
  await act(first.page, {
    by: first.page.getByRole('button', { name: s.acts.check, exact: true }),
    fill: async (dialog) => {
      expect(await dialog.getByLabel(s.amount).inputValue()).toBe('1500');
      await dialog.getByLabel(s.amount).fill('1500.5');
      await dialog.locator('button[type=submit]').click();
      await dialog.getByText(w.reasons['subsidy-amount'] as string).waitFor();
      await dialog.getByLabel(s.amount).fill('1500');
    },
    done: s.done.check,
  });

  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'county');
  await openStaff(page, '/staff/subsidies/?state=checked');
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);
  await page.getByLabel(s.pickOne('社工（演示·和县）')).check();
  const { told } = await act(page, {
    by: page.locator('.bulk').getByRole('button', { name: s.list, exact: true }),
    fill: async (dialog) => {
      const today = await dialog.getByLabel(s.notice.from).inputValue();
      await dialog.getByLabel(s.notice.last).fill(`${Number(today.slice(0, 4)) + 1}-01-08`);
    },
    isGrave: true,
    done: s.notice.done,
  });
  expect(told[0]).toContain('1 人共 1,500 元');
  await page.getByText(s.result(1)).waitFor();
  await open(own.page, '/subsidy/');
  await own.page.getByText(w.states.listed, { exact: true }).waitFor();
});

it('ends a notice that is over, marks what was paid, and prints a list with masked names', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'county');
  await openStaff(page, '/staff/subsidies/?view=lists');
  // The seeded list whose notice is over: four people of whom none is paid.
  await page.locator('tr', { hasText: s.lists.phase.over }).first().locator('.person-link').click();
  await page.getByRole('heading', { name: s.batch.names }).waitFor();
  await act(page, {
    by: page.getByRole('button', { name: s.batch.publish, exact: true }),
    fill: async () => undefined,
    done: s.batch.publishDone,
  });
  const { told } = await act(page, {
    by: page.getByRole('button', { name: s.batch.pay, exact: true }),
    fill: async () => undefined,
    isGrave: true,
    done: s.batch.payDone,
  });
  expect(told[0]).toContain('4 人共 6,000 元');
  expect(await page.locator('td', { hasText: w.states.paid }).count()).toBe(4);
  const printed = page.locator('.notice-list');
  expect(await printed.locator('tbody tr').count()).toBe(4);
  expect(await printed.textContent()).not.toMatch(/网格员|社工\d/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: s.batch.names }).isVisible()).toBe(false);
  expect(await printed.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: s.batch.csv }).click();
  expect((await download).suggestedFilename()).toContain(s.batch.file);
  expect(await barriers(page, looks.en)).toEqual([]);
  // The figures follow from the stream at their own pace; the page says so.
  await openStaff(page, '/staff/subsidies/?view=totals');
  await page.getByText(s.leads.totals).waitFor();
});
