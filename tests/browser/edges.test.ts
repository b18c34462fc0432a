// When something is wrong or missing: a sentence says so, and there is a way on.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { chapterOf, firstOf, pickedBy } from './bank.ts';
import { answer, goOn, open, openDrill, ready } from './steps.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

useVisitors();

it.each([
  ['?id=unknown', zh.drill.gone],
  ['?chapter=unknown', zh.practice.nothing],
  ['?chapter=jc18-04&order=wrong', zh.practice.nothing],
  ['?questions=unknown-1,unknown-2', zh.practice.nothing],
  ['', zh.practice.nothing],
])('the address %s gets a sentence and the way to the chapters', async (search, sentence) => {
  const { page } = await visitor();
  await open(page, `/practice/drill/${search}`);
  await page.getByText(sentence).waitFor();
  await page.getByRole('link', { name: zh.drill.toPractice }).click();
  await page.getByRole('heading', { name: zh.titles.practice, exact: true }).waitFor();
});

it('a pack that cannot be had is said, and had when it is tried again', async () => {
  const { page, expects } = await visitor();
  expects(BROKEN_NETWORK);
  const { entry } = await chapterOf('jc18-04');
  await page.route(`**/packs/${entry.pack}.json`, (route) => route.abort());
  await page.goto('/practice/drill/?chapter=jc18-04');
  await page.getByText(zh.drill.noQuestions).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: zh.retry }).click();
  await page.locator('.stem').waitFor();
});

it('a catalogue that cannot be had is said, and had when it is tried again', async () => {
  const { page, expects } = await visitor();
  expects(BROKEN_NETWORK);
  await page.route('**/packs/*.json', (route) => route.abort());
  await page.goto('/practice/');
  await page.getByText(zh.drill.noQuestions).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: zh.retry }).click();
  await ready(page);
  await page.getByRole('heading', { name: zh.titles.practice, exact: true }).waitFor();
});

it('a browser that keeps nothing says so, and lets one practise, report and look at the progress all the same', async () => {
  const { page } = await visitor();
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  const questions = await firstOf('jc18-01', 2);
  await openDrill(page, '?chapter=jc18-01&most=2');
  await page.getByText(zh.me.notKept).waitFor();
  for (const question of questions) {
    await answer(page, question);
    if (question === questions[0]) await reportIsRefused(page);
    await goOn(page);
  }
  await page.getByText(zh.drill.resultCounts(2, 0, 0, 0)).waitFor();
  await open(page, '/me/');
  await page.getByText(zh.me.notKept).waitFor();
  expect(await page.getByRole('link', { name: zh.me.signIn }).count()).toBe(0);
});

async function reportIsRefused(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.drill.report, exact: true }).click();
  await page.getByLabel(zh.drill.reportReasons.key).check();
  await page.getByRole('button', { name: zh.drill.reportSend, exact: true }).click();
  await page.getByText(zh.drill.reportNotKept).waitFor();
  await page.getByRole('button', { name: zh.drill.cancel }).click();
}

it('an answer that could not be kept, the disk being full, is said not to be, and is taken back with its options left picked', async () => {
  const { page } = await visitor();
  const [asked] = await firstOf('jc18-01', 1);
  await openDrill(page, '?chapter=jc18-01&most=2');
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  const [letter = ''] = pickedBy('right', asked);
  await page.locator(`button.option[data-option="${letter}"]`).click();
  await page.getByText(zh.drill.notKept).waitFor();
  await page.locator(`button.option[data-option="${letter}"][aria-pressed="true"]`).waitFor();
  expect(await page.locator('.verdict').count()).toBe(0);
  await page.reload();
  await page.locator('.stem').waitFor();
  expect(await page.locator('.verdict').count()).toBe(0);
});

it('a sign-in that failed is said once', async () => {
  const { page } = await visitor();
  await open(page, '/me/?problem=sign_in_failed');
  await page.getByRole('alert').getByText(zh.problems.sign_in_failed).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await ready(page);
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('somebody who turns back at the sign-in page is told that it was not done, and is a guest still', async () => {
  const { page } = await visitor();
  await open(page, '/me/');
  await page.getByRole('link', { name: zh.me.signIn, exact: true }).click();
  await page.getByRole('button', { name: '取消，不登录' }).click();
  await ready(page);
  await page.getByText(zh.problems.sign_in_failed).waitFor();
  await page.getByText(zh.me.guest, { exact: true }).waitFor();
});

it('an address that is not there says so in both languages and leads home', async () => {
  const { page, expects } = await visitor();
  expects(/404/);
  const response = await page.goto('/en/none/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: zh.missing.home }).click();
  await ready(page);
});
