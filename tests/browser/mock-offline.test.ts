// 离线自测: a paper taken along, sat without a network on the exam page, uploaded when there is one again; always said to be what it is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examZh } from '../../site/src/words/zh-exam.ts';
import { mockZh as t } from '../../site/src/words/zh-mock.ts';
import { ask } from './courses.ts';
import { openList } from './mock.ts';
import { openServer } from './server.ts';
import { open, ready, signIn } from './steps.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
beforeAll(() => server.forget('new'));
afterAll(() => server.close());

it('is taken along sealed, sat without a network, uploaded, and labelled before, during and after', async () => {
  const { page, context, expects } = await visitor();
  expects(BROKEN_NETWORK);
  await signIn(page, 'new');
  await openList(page);
  const card = page.getByRole('region', { name: t.offline.title });
  await card.getByLabel(t.offline.which).selectOption('junior-comprehensive short');
  await card.getByRole('button', { name: t.offline.get }).click();
  await page.locator('.toast', { hasText: t.offline.got }).waitFor();
  const entry = card.locator('.mock-entry');
  expect(await entry.textContent()).toContain(t.history.offline);
  const kept = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhuren-mock');
      request.onsuccess = () => resolve(request.result);
    });
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = db.transaction('papers').objectStore('papers').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return JSON.stringify(rows);
  });
  expect(kept).not.toMatch(/stem|题|（/);

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await context.setOffline(true);
  await open(page, '/mock/');
  await page.getByText(t.failed).waitFor();
  await entry.getByRole('link', { name: t.offline.start }).click();
  await ready(page);
  for (const rule of t.offline.rules) await page.getByText(rule).waitFor();
  await page.getByRole('button', { name: t.offline.begin }).click();
  await page.locator('.exam .stem').waitFor();
  expect(await page.locator('main').textContent()).toContain(t.history.offline);
  await page.locator('button.option').first().click();
  await page.getByRole('button', { name: examZh.card }).click();
  await page.getByRole('dialog').getByRole('button', { name: examZh.handIn }).click();
  await page.getByRole('dialog').getByRole('button', { name: examZh.handInYes }).click();
  // The network is not back: it stays here, with a button to try again.
  await page.getByRole('link', { name: examZh.toUpload }).click();
  await ready(page);
  await card.getByText(t.offline.waiting).waitFor();
  await card.getByRole('button', { name: t.offline.upload }).click();
  await card.getByText(t.offline.uploadFailed).waitFor();
  await context.setOffline(false);
  await card.getByRole('button', { name: t.offline.upload }).click();
  await page.waitForURL(/\/mock\/result\//);
  await page.getByText(t.result.offline).waitFor();
  await page.locator('.mock-large').waitFor();
  const { actor } = await ask(page, 'me');
  const person = actor.kind === 'person' ? actor.person : '';
  const { attempts } = await ask(page, 'listMock', { params: { person } });
  expect(attempts.map(({ offline, state, questions }) => [offline, state, questions])).toEqual([
    [true, 'submitted', 25],
  ]);
  await openList(page);
  await page.getByRole('region', { name: t.history.title }).getByText(t.history.offline).first().waitFor();
  expect(await entry.count()).toBe(0);
});

it('is deleted after it was asked for again, and gone from the device', async () => {
  const { page } = await visitor();
  await signIn(page, 'new');
  await openList(page);
  const card = page.getByRole('region', { name: t.offline.title });
  await card.getByRole('button', { name: t.offline.get }).click();
  await card.getByRole('button', { name: t.offline.remove }).click();
  await card.getByText(t.offline.removeAsk).waitFor();
  await card.getByRole('button', { name: t.offline.removeYes }).click();
  await page.locator('.toast', { hasText: t.offline.removed }).waitFor();
  await openList(page);
  expect(await card.locator('.mock-entry').count()).toBe(0);
});
