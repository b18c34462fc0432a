// Without a network: after one visit the site opens and practises from the browser alone, and what is answered reaches the account later.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { firstOf } from './bank.ts';
import { openServer } from './server.ts';
import { answer, answerAll, open, openDrill, ready, signIn } from './steps.ts';
import { identities, kept } from './storage.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

const PAGES = ['/', '/practice/', '/book/', '/progress/', '/me/', '/en/', '/en/practice/', '/en/me/'];
const DRILL = '?chapter=jc18-03&most=5';

useVisitors();
const server = openServer();
afterAll(() => server.close());

/**
 * Waits until the service worker has taken the page over: then everything it needs is in its cache. A page that is opened in the very moment in
 * which the worker takes over is nobody's; the next one is the worker's.
 */
async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const isControlled = () => navigator.serviceWorker.controller !== null;
  await page.waitForFunction(isControlled, undefined, { timeout: 5000 }).catch(async () => {
    await page.reload();
    await page.waitForFunction(isControlled);
  });
  await ready(page);
}

it('opens every page and practises a chapter opened before, with no network, and keeps the answers', async () => {
  const { page, context, expects } = await visitor();
  await openDrill(page, DRILL);
  await installed(page);
  await context.setOffline(true);
  expects(BROKEN_NETWORK);
  expect(await page.evaluate(() => fetch('/robots.txt').then(String, () => 'no network'))).toBe('no network');

  for (const path of PAGES) await open(page, path);
  await openDrill(page, DRILL);
  const [asked] = await firstOf('jc18-03', 1);
  await answer(page, asked);
  await page.reload();
  await page.locator('.verdict').waitFor();
  expect((await kept(page)).entries).toHaveLength(1);
  await open(page, '/progress/');
  await page.getByText(zh.progress.times(1), { exact: true }).waitFor();
});

it('says so when a chapter that was never opened is asked for with no network, and opens it when the network is back', async () => {
  const { page, context, expects } = await visitor();
  expects(BROKEN_NETWORK);
  await open(page, '/practice/');
  await installed(page);
  await context.setOffline(true);
  await page.goto('/practice/drill/?chapter=jc18-05');
  await page.getByText(zh.drill.noQuestions).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: zh.retry }).click();
  await page.locator('.stem').waitFor();
});

it('has all chapters without a network once all questions were downloaded', async () => {
  const { page, context, expects } = await visitor();
  await open(page, '/me/');
  await installed(page);
  await page.getByRole('button', { name: zh.me.download }).click();
  await page.getByText(/^✓/).waitFor();
  await context.setOffline(true);
  expects(BROKEN_NETWORK);
  await openDrill(page, '?subject=law-and-policy&order=random&most=all');
});

it('sends what a signed-in person answered without a network as soon as there is one, and says where it stands meanwhile', async () => {
  await server.forget('bureau');
  const { page, context, expects } = await visitor();
  await signIn(page, 'bureau');
  await openDrill(page, DRILL);
  await installed(page);
  await context.setOffline(true);
  expects(BROKEN_NETWORK);
  await answerAll(page, await firstOf('jc18-03', 5));
  await open(page, '/me/');
  await page.getByText(zh.me.pending(5)).waitFor();
  await page.getByRole('button', { name: zh.me.syncNow }).click();
  await page.getByText(zh.me.syncStates.offline).waitFor();
  expect(await server.entries('bureau')).toEqual([]);

  await context.setOffline(false);
  await page.getByText(zh.me.syncStates.synced).waitFor();
  expect(identities(await server.entries('bureau'))).toEqual(identities((await kept(page)).entries));
});
