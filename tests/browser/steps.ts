// The steps that stories are told in: opening a page, answering, signing in and out. Each waits for what a person would wait for.

import type { Locator, Page } from 'playwright-core';
import { expect as expected } from 'vitest';
import type { Question } from '../../functions/domain/questions/question.ts';
import { demoPeople } from '../../functions/local/people.ts';
import { zh } from '../../site/src/words/zh.ts';
import { type How, pickedBy } from './bank.ts';

/** Opens a page of the site and waits for its island. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  await page.locator('#island[data-ready]').waitFor();
}

/** Opens a drill and waits for its question. Named questions are asked in that order. */
export async function openDrill(page: Page, search: string): Promise<void> {
  await page.goto(`/practice/drill/${search}`);
  await page.locator('.stem').waitFor();
}

/** Gives an answer to the question shown, and waits until it is graded. */
export async function answer(page: Page, question: Question, how: How = 'right'): Promise<void> {
  expected(await page.locator('.stem').textContent()).toContain(question.stem);
  for (const letter of pickedBy(how, question)) await page.locator(`button.option[data-option="${letter}"]`).click();
  if (question.kind === 'multiple') await page.getByRole('button', { name: zh.drill.submit }).click();
  await page.locator('.verdict').waitFor();
}

/** Goes on from a graded question: to the next one, or to the result. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(${zh.drill.next}|${zh.drill.finish})$`) }).click();
}

/** Answers questions one after the other, to the result. Waits until the last answer is on the disk. */
export async function answerAll(page: Page, questions: readonly Question[], how: How = 'right'): Promise<void> {
  for (const question of questions) {
    await answer(page, question, how);
    await goOn(page);
  }
  await page.locator('.result').waitFor();
}

export type Demo =
  | 'practised'
  | 'new'
  | 'worker'
  | 'trainer'
  | 'liaison'
  | 'bureau'
  | 'city'
  | 'county'
  | 'countyWorker'
  | 'operator'
  | 'auditor';

const SUBJECTS: Record<Demo, string> = {
  practised: 'demo-candidate-practised',
  new: 'demo-candidate-new',
  worker: 'demo-worker',
  trainer: 'demo-trainer',
  liaison: 'demo-liaison',
  bureau: 'demo-bureau',
  city: 'demo-bureau-city',
  county: 'demo-bureau-county',
  countyWorker: 'demo-worker-county',
  operator: 'demo-operator',
  auditor: 'demo-auditor',
};

export function demo(who: Demo) {
  const person = demoPeople.find(({ sub }) => sub === SUBJECTS[who]);
  if (person === undefined) throw new Error(`no demo person ${who}`);
  return person;
}

/** Signs in by the page's own link and the provider's page, and waits until what was done as a guest is claimed and sent. */
export async function signIn(page: Page, who: Demo): Promise<void> {
  await page.goto('/me/');
  await ready(page);
  await page.getByRole('link', { name: zh.me.signIn, exact: true }).first().click();
  await page.getByRole('button', { name: demo(who).name }).click();
  await signedIn(page, who);
}

/** Waits until a sign-in has come back and is done. */
export async function signedIn(page: Page, who: Demo): Promise<void> {
  await page.waitForURL((url) => url.pathname === '/me/' && !url.searchParams.has('signed-in'));
  await page.getByText(zh.me.signedInAs(demo(who).name)).waitFor();
}

/** Signs out on the page `me`, and waits for the front page that the provider sends back to. */
export async function signOut(page: Page): Promise<void> {
  await open(page, '/me/');
  await page.getByRole('button', { name: zh.me.signOut }).click();
  await page.getByRole('button', { name: zh.me.confirmSignOut }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await ready(page);
}

/** The figures of the page `progress`: the sums, and the figures of every paper and chapter. */
export async function progressShown(page: Page): Promise<string[]> {
  await open(page, '/progress/');
  await page.locator('.figures').first().waitFor();
  return page.locator('.tiles dd, .figures td').allTextContents();
}

/** The questions of the wrong book, as their stems. */
export async function wrongShown(page: Page): Promise<string[]> {
  await open(page, '/book/');
  await page.locator('.book-list[aria-busy=false], .empty').first().waitFor();
  return page.locator('span.book-stem').allTextContents();
}

/** Asks the page to sync, and waits until it says that all is at the server. */
export async function syncNow(page: Page): Promise<void> {
  await open(page, '/me/');
  await page.getByRole('button', { name: zh.me.syncNow }).click();
  await page.getByText(zh.me.syncStates.synced).waitFor();
}

/** Sets the page's clock forward by so many minutes. */
export async function later(page: Page, minutes: number): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await page.clock.setSystemTime(now + minutes * 60_000);
}

export async function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement);
}
