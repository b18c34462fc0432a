// Reports: a draft is made of facts, signed by two people and frozen; the bureau above receives it; what is written down later stands beside it; a key opens
// the same figures to a program, until it ends.
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { reportsZh as w } from '../../site/src/words/zh-reports.ts';
import { barriers, looks } from './access.ts';
import { ask } from './courses.ts';
import { act, openStaff, stationsOf } from './staff.ts';
import { signIn } from './steps.ts';
import { DESK, PHONE, useVisitors, visitor } from './visitors.ts';

useVisitors();

const COUNTY = '360423';
const UNIT = `b-${COUNTY}`;
const station = () => stationsOf(COUNTY)[0]?.id ?? '';

const nothing = async () => undefined;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Somebody of the demo, whom the city makes a manager of the county. */
async function managerOf(city: Page, who: 'trainer' | 'liaison', day: string): Promise<Page> {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, who);
  const { actor } = await ask(page, 'me');
  const person = actor.kind === 'person' ? actor.person : '';
  const body = { unit: UNIT, role: 'unit-manager', from: day, why: '办理报表' };
  await ask(city, 'grantRole', { params: { person }, body });
  return page;
}

/** The day of last month that has a number in every month. */
function lastMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12-10` : `${year}-${String(month - 1).padStart(2, '0')}-10`;
}

it('is made, signed by two people and frozen, goes up, and shows what was written down since; a program reads the same', async () => {
  const { page: city, expects } = await visitor({ viewport: DESK });
  await signIn(city, 'city');
  const { day } = await ask(city, 'staffMe');
  const first = await managerOf(city, 'trainer', day);
  const second = await managerOf(city, 'liaison', day);

  await openStaff(first, `/staff/reports/?unit=${UNIT}`);
  await first.getByText(w.list.none).waitFor();
  await act(first, { by: button(first, w.list.make), fill: nothing, done: w.form.begun });
  await first.waitForURL(/report=/);
  await button(first, w.moves.make).click();
  await first.locator('.toast', { hasText: w.madeDone }).waitFor();
  expect(await barriers(first, looks.zh)).toEqual([]);
  await first.setViewportSize(DESK);
  await act(first, { by: button(first, w.moves.sign), fill: nothing, done: w.done });
  await first.getByText(w.states.signed).waitFor();
  expect(await button(first, w.moves.countersign).count()).toBe(0);

  const report = first.url().slice(first.url().indexOf('/staff/'));
  await openStaff(second, report);
  const { told } = await act(second, {
    by: button(second, w.moves.countersign),
    fill: nothing,
    done: w.done,
    isGrave: true,
  });
  expect(told).toEqual([w.tells.countersign]);
  await second.getByText(w.states.frozen, { exact: true }).waitFor();
  const [download] = await Promise.all([second.waitForEvent('download'), button(second, w.proof.text).click()]);
  const hash = createHash('sha256')
    .update(await text(await download.createReadStream()))
    .digest('hex');
  await second.locator('.hash', { hasText: hash }).waitFor();
  await act(second, { by: button(second, w.moves.send), fill: nothing, done: w.done });

  await openStaff(city, '/staff/reports/?view=board&unit=b-360400');
  const line = city.getByRole('row').filter({ hasText: w.board.standings.sent });
  await line.getByRole('link').click();
  await act(city, { by: button(city, w.moves.receive), fill: nothing, done: w.done });
  await city.getByText(w.states.received).waitFor();

  const work = {
    ...{ type: 'activity', day: lastMonth(day), kind: 'elderly', title: '补登的为老服务', place: '活动室' },
    ...{ served: 30, volunteers: 0, minutes: 60 },
  };
  await ask(city, 'addWork', {
    params: { unit: station() },
    body: { request: `story-of-reports-${process.pid}`, work },
  });
  await expect
    .poll(
      async () => {
        await openStaff(city, report);
        return city.getByText(w.adjustments.none).count();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(0);
  await button(city, w.adjustments.find).click();
  await city.getByText(w.adjustments.equal).waitFor();
  expect(await barriers(city, looks.en)).toEqual([]);

  await openStaff(city, '/staff/reports/?view=keys&unit=b-360400');
  await city.setViewportSize(PHONE);
  await act(city, {
    by: button(city, w.keys.make),
    fill: (dialog) => dialog.getByLabel(w.keys.label).fill('市里的数据大屏'),
    done: w.done,
  });
  const secret = await city.getByLabel(w.keys.secret).inputValue();
  expect(await barriers(city, looks.zh)).toEqual([]);
  const statusOf = (key: string) =>
    city.evaluate(
      async ([to, bearer]) => (await fetch(to, { headers: { authorization: `Bearer ${bearer}` } })).status,
      ['/api/open/units', key] as const,
    );
  expect(await statusOf(secret)).toBe(200);
  await button(city, w.keys.stored).click();
  await act(city, {
    by: city.getByRole('button', { name: w.keys.end }),
    fill: nothing,
    done: w.keys.ended,
    isGrave: true,
  });
  expects(/401/);
  expect(await statusOf(secret)).toBe(401);
});
