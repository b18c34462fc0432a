// What a visit costs and leaves behind (goals P1): few requests, little code, nothing from elsewhere, nothing kept but the journal and the display.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { type Counter, startCounter } from '../bench/counter.ts';
import { PAGE_MOST } from '../fences/size-budget.ts';
import { firstOf } from './bank.ts';
import { answer, open, openDrill, signIn } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

/** Goals P1. */
const REQUESTS_MOST = 8;
const DRILL = '?chapter=jc18-04&most=20';

useVisitors();

let counter: Counter;
beforeAll(async () => {
  counter = await startCounter(inject('origin'));
});
afterAll(() => counter.close());

/** Opens the drill and answers a question; resolves when the service worker controls the page and the network is quiet. */
async function visit(page: Page): Promise<void> {
  await openDrill(page, DRILL);
  const [first] = await firstOf('jc18-04', 1);
  await answer(page, first);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');
}

it('a first visit of the answering page makes at most 8 requests and fetches at most 45 kB of scripts and styles; the next one makes none', async () => {
  const { page, context } = await visitor({ origin: counter.origin });
  const code: Response[] = [];
  context.on('response', (response) => {
    const request = response.request();
    const isCode = ['script', 'stylesheet'].includes(request.resourceType()) && request.serviceWorker() === null;
    if (isCode && !request.url().endsWith('/sw.js')) code.push(response);
  });
  await visit(page);
  const first = counter.taken().filter(({ byWorker }) => !byWorker);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThanOrEqual(REQUESTS_MOST);
  const weights = await Promise.all(code.map(async (response) => gzipSync(await response.body(), { level: 9 }).length));
  expect(weights.length).toBeGreaterThan(0);
  expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(PAGE_MOST);

  await page.close();
  counter.taken();
  await visit(await context.newPage());
  // The browser looks by itself whether the service worker is still the newest.
  expect(counter.taken().filter(({ path }) => path !== '/sw.js')).toEqual([]);
});

it('every page forbids what is inline and what is elsewhere, the sign-in page too', async () => {
  const { page } = await visitor();
  for (const path of [
    '/',
    '/practice/',
    '/practice/drill/',
    '/book/',
    '/progress/',
    '/me/',
    '/profile/',
    '/invitation/',
    '/api/public/login?return=%2Fme%2F',
  ]) {
    const response = await page.goto(path);
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    // Videos of lessons lie where trainers say; they run nothing.
    expect(policy.replace('media-src https:', ''), path).not.toMatch(/unsafe|https?:|\*/);
  }
});

it('a broken policy and an error of a page do not pass unseen', async () => {
  const { page, faults, expects } = await visitor();
  expects(/Content Security Policy|planted/);
  await open(page, '/');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
    queueMicrotask(() => {
      throw new Error('planted');
    });
  });
  await expect.poll(() => faults.length).toBe(2);
  expect([...faults].sort()).toEqual([expect.stringContaining('Content Security Policy'), 'error planted']);
});

it('nothing is kept in the browser but the journal, the display and the files of the site, signed in or not', async () => {
  const { page, context } = await visitor();
  await open(page, '/me/');
  await page.getByLabel(zh.me.themes.dark).check();
  await signIn(page, 'practised');
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
    caches: (await caches.keys()).map((name) => name.replace(/-.*/, '')).sort(),
  }));
  expect(left).toEqual({
    databases: ['zhuren'],
    local: ['zhuren-display'],
    session: [],
    cookie: '',
    caches: expect.arrayContaining(['pages']),
  });
  const cookies = await context.cookies();
  expect(cookies.length).toBeGreaterThan(0);
  expect(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite === 'None')).toEqual([]);
});
