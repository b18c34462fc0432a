// The main job on a phone, without an account: choose, answer, see the marks at once, find the mistakes again; and, signed in, on another device.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { Question } from '../../functions/domain/questions/question.ts';
import { zh } from '../../site/src/words/zh.ts';
import { chapterOf, type How, pickedBy } from './bank.ts';
import { openServer } from './server.ts';
import { answer, answerAll, goOn, later, open, openDrill, progressShown, ready, signIn, wrongShown } from './steps.ts';
import { identities, kept } from './storage.ts';
import { useVisitors, visitor } from './visitors.ts';

const CHAPTER = 'jc18-04';

useVisitors();
const server = openServer();
afterAll(() => server.close());

/** Two singles wrong, the first multiple answered incompletely, the rest right. */
function plan(questions: readonly Question[]): How[] {
  const firstMultiple = questions.findIndex(({ kind }) => kind === 'multiple');
  return questions.map((_, i) => (i === 2 || i === 7 ? 'wrong' : i === firstMultiple ? 'partial' : 'right'));
}

/** What the verdict says: official marks, half a mark for each right pick of an incomplete multiple. */
function verdictOf(question: Question, how: How): string {
  const possible = question.kind === 'single' ? '1' : '2';
  const partial = String(pickedBy('partial', question).length / 2);
  const earned = how === 'right' ? possible : how === 'wrong' ? '0' : partial;
  return zh.drill.earned(earned, possible);
}

async function walkToChapter(page: Page): Promise<void> {
  await open(page, '/');
  await page.getByRole('link', { name: zh.home.start }).click();
  await ready(page);
  const { entry } = await chapterOf(CHAPTER);
  await page.getByRole('link', { name: zh.chapter(entry.number, entry.name.zh) }).click();
  await page.locator('.stem').waitFor();
}

async function answerAsPlanned(page: Page, questions: readonly Question[]): Promise<void> {
  const hows = plan(questions);
  for (const [i, question] of questions.entries()) {
    const how = hows[i] as How;
    await answer(page, question, how);
    expect(await page.locator('.verdict').getAttribute('data-verdict')).toBe(how);
    expect(await page.locator('.verdict').textContent()).toContain(verdictOf(question, how));
    if (how === 'partial') {
      const rule = zh.drill.partialRule(pickedBy(how, question).length);
      await page.getByText(rule).waitFor();
    }
    if (i < questions.length - 1) await goOn(page);
  }
}

it('lets a guest practise 20 questions on a phone, keeps all of it, and takes it along to the account and to another device', async () => {
  const { questions } = await chapterOf(CHAPTER);
  const missed = plan(questions).flatMap((how, i) => (how === 'right' ? [] : [questions[i]?.stem]));
  const [phone, desk] = [await visitor(), await visitor()];
  const { page } = phone;
  await server.forget('new');

  await walkToChapter(page);
  await answerAsPlanned(page, questions);
  const drill = page.url();
  await page.reload();
  await page.locator('.verdict').waitFor();
  expect(page.url()).toBe(drill);
  await page.getByText(zh.drill.position(20, 20)).waitFor();
  await goOn(page);
  expect(await page.locator('.result').textContent()).toContain(zh.drill.resultCounts(17, 1, 2, 0));
  expect((await wrongShown(page)).sort()).toEqual(missed.sort());
  const counts = await progressShown(page);
  expect(counts[0]).toBe(zh.progress.times(20));
  await page.reload();
  expect(await progressShown(page)).toEqual(counts);
  expect(phone.asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  const guestEntries = identities((await kept(page)).entries);
  expect(guestEntries).toHaveLength(20);

  await signIn(page, 'new');
  expect(identities((await kept(page)).entries)).toEqual(guestEntries);
  expect(await progressShown(page)).toEqual(counts);
  expect((await wrongShown(page)).sort()).toEqual(missed.sort());
  expect((await server.batches('new')).length).toBeLessThanOrEqual(2);
  expect(identities(await server.entries('new'))).toEqual(guestEntries);

  await signIn(desk.page, 'new');
  expect(await progressShown(desk.page)).toEqual(counts);
  expect((await wrongShown(desk.page)).sort()).toEqual(missed.sort());
});

it('shows what was answered on one device on the other, when the page there is shown again after a while', async () => {
  await server.forget('new');
  const { questions } = await chapterOf('jc18-01');
  const [phone, desk] = [await visitor(), await visitor()];
  await signIn(phone.page, 'new');
  await signIn(desk.page, 'new');
  await open(phone.page, '/progress/');
  await phone.page.getByText(zh.progress.empty).waitFor();

  await openDrill(desk.page, '?chapter=jc18-01&most=10');
  await answerAll(desk.page, questions.slice(0, 10));
  await expect.poll(async () => (await server.entries('new')).length, { timeout: 15_000 }).toBe(10);

  await later(phone.page, 6);
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await phone.page.getByText(zh.progress.times(10), { exact: true }).waitFor();
});
