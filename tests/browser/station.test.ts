// Station work: a day's work is written down on a phone, corrected and taken back; a list comes in by lines; a quarter's appraisal goes from the
// station's own word to its objection, and whoever made a visit leaves the decision to somebody else.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { LEDGER_STATION } from '../../functions/local/seed-ledgers.ts';
import { stationZh as w } from '../../site/src/words/zh-station.ts';
import { stationImportZh as i } from '../../site/src/words/zh-station-import.ts';
import { barriers, looks } from './access.ts';
import { act, openStaff, planned, stationsOf } from './staff.ts';
import { isFocused, signIn } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const STATION = planned(LEDGER_STATION);
/** A station that no seed has opened an appraisal for. */
const OTHER = stationsOf('360430')[0] ?? STATION;

const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

it('writes down, corrects and takes back an activity on a phone, and says how many are served', async () => {
  const { page } = await visitor();
  await signIn(page, 'liaison');
  await openStaff(page, '/staff/station/');
  const title = `义剪 ${Date.now() % 100_000}`;
  await page.getByRole('button', { name: w.add.activity }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel(w.fields.activity).fill('走访 138 0000 0001');
  await dialog.getByLabel(w.fields.served).fill('23');
  await dialog.getByRole('button', { name: w.save }).click();
  // Somebody's number is not taken; what was typed stays, and the first field that is wrong has the focus.
  await dialog.getByText(w.somebody).waitFor();
  await expect.poll(() => isFocused(dialog.getByLabel(w.fields.activity))).toBe(true);
  expect(await dialog.getByLabel(w.fields.served).inputValue()).toBe('23');
  expect(await barriers(page, looks.en)).toEqual([]);
  await dialog.getByLabel(w.fields.activity).fill(title);
  await dialog.getByLabel(w.fields.minutes).fill('90');
  await dialog.getByRole('button', { name: w.save }).click();
  await page.locator('.toast', { hasText: w.saved }).waitFor();
  await rowOf(page, title).getByText('23', { exact: true }).waitFor();
  expect(await barriers(page, looks.zh)).toEqual([]);

  await page.setViewportSize(DESK);
  await act(page, {
    by: page.getByRole('button', { name: `${w.correct} ${title}` }),
    fill: async (form) => {
      await form.getByLabel(w.fields.served).fill('32');
      await form.getByLabel(/理由/).fill('签到表补登');
    },
    done: w.saved,
  });
  await rowOf(page, title).getByText('签到表补登').waitFor();
  const sums = () => page.locator('.station tfoot').first().textContent();
  const before = await sums();
  const { told } = await act(page, {
    by: page.getByRole('button', { name: `${w.voidIt} ${title}` }),
    fill: (form) => form.getByLabel(/理由/).fill('登记重复'),
    done: w.voided,
    isGrave: true,
  });
  expect(told.join()).toContain(w.voidTells(title));
  expect(await rowOf(page, title).locator('s').count()).toBe(1);
  expect(await sums()).not.toBe(before);
  await act(page, {
    by: page.getByRole('button', { name: /的服务覆盖$/ }),
    fill: (form) => form.getByLabel(w.coverage.visits).fill('17'),
    done: w.saved,
  });
  await page.locator('.card').last().getByText('17', { exact: true }).waitFor();
});

it('imports a list of activities: what is wrong is told by line, nothing is written before, and again nothing is doubled', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'liaison');
  await openStaff(page, '/staff/station/');
  await page.getByRole('link', { name: w.importList }).click();
  const title = `清单活动 ${Date.now() % 100_000}`;
  const choose = (text: string) =>
    page.locator('input[type=file]').setInputFiles({ name: '活动.csv', mimeType: '', buffer: Buffer.from(text) });
  await page.locator('.file-place').waitFor();
  await choose('名称,地点\n没有日期,村委会\n');
  await page.getByText(i.lacking('活动.csv', [i.columns.day, i.columns.served])).waitFor();
  const list = `日期,活动名称,类别,服务人次,备注\n2026-02-03,${title},养老,40,好\n2026-02-30,日期不对,养老,4,\n`;
  const figures = async () => (await page.locator('.figures dd').allTextContents()).map(Number);
  const dryRun = async () => {
    await choose(list);
    await page.getByText(i.check.done).waitFor();
  };
  await dryRun();
  expect(await figures()).toEqual([1, 0, 1]);
  await page.getByText(i.check.unread(['备注'])).waitFor();
  expect(await page.locator('.troubles tbody tr').textContent()).toContain(i.trouble['day-calendar']);
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: i.check.import(1) }).click();
  await page.getByText(i.result.done).waitFor();
  await page.getByRole('button', { name: i.result.again }).click();
  await dryRun();
  expect(await figures()).toEqual([0, 1, 1]);
  await openStaff(page, '/staff/station/?month=2026-02');
  await rowOf(page, title).waitFor();
});

it('appraises a quarter from the station’s own word to its objection; a visitor leaves the decision to somebody else', async () => {
  const own = await visitor({ viewport: DESK });
  const page = own.page;
  await signIn(page, 'liaison');
  await openStaff(page, '/staff/station/?view=appraisals');
  await page.locator('.grid a').first().click();
  await page.getByRole('button', { name: w.appraisals.moves.score, exact: true }).waitFor();
  // What is counted stands there; the rest is for the station to say.
  await act(page, {
    by: page.getByRole('button', { name: w.appraisals.moves.score, exact: true }),
    fill: async (form) => {
      expect(await form.getByLabel(/^活动场次/).inputValue()).not.toBe('');
      await form.getByLabel(/^值班与纪律/).fill('9.5');
      await form.getByLabel(/^服务对象评价/).fill('10');
    },
    done: w.saved,
  });
  expect(await barriers(page, looks.en)).toEqual([]);

  const city = (await visitor({ viewport: DESK })).page;
  await signIn(city, 'city');
  await openStaff(city, '/staff/station/?view=appraisals');
  expect(await barriers(city, looks.zh)).toEqual([]);
  await city.setViewportSize(DESK);
  await act(city, {
    by: city.getByRole('button', { name: w.appraisals.open }),
    fill: async (form) => {
      await form.getByLabel(w.appraisals.narrow).fill(OTHER.name);
      await form.getByLabel(OTHER.name).check();
      await form.getByText(w.appraisals.picked(1)).waitFor();
    },
    done: w.saved,
  });
  await city.getByText(w.appraisals.opened(1, 0, 0)).waitFor();
  await rowOf(city, STATION.name).getByRole('link').click();
  await act(city, {
    by: city.getByRole('button', { name: w.appraisals.moves.decide, exact: true }),
    fill: async () => undefined,
    done: w.saved,
  });
  await act(city, {
    by: city.getByRole('button', { name: w.appraisals.moves.publish, exact: true }),
    fill: async () => undefined,
    done: w.saved,
    isGrave: true,
  });
  await page.setViewportSize(DESK);
  await page.reload();
  await act(page, {
    by: page.getByRole('button', { name: w.appraisals.moves.object, exact: true }),
    fill: (form) => form.getByLabel(w.appraisals.note).fill('有两次走访没有计入'),
    done: w.saved,
  });
  await page.getByText(w.appraisals.states.objected).first().waitFor();
  expect(await barriers(page, looks.zh)).toEqual([]);

  // The year of a head station that has given its word.
  await city.getByRole('link', { name: w.appraisals.back }).click();
  const scored = city
    .locator('section section')
    .last()
    .getByRole('row')
    .filter({ hasText: w.appraisals.states.scored });
  await scored.getByRole('link').click();
  await act(city, {
    by: city.getByRole('button', { name: w.appraisals.moves.visit, exact: true }),
    fill: async () => undefined,
    done: w.saved,
  });
  await city.getByText(w.appraisals.leftToOthers).waitFor();
  expect(await city.getByRole('button', { name: w.appraisals.moves.decide, exact: true }).count()).toBe(0);
});
