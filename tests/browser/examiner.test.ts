// An examiner's way through a paper: scheduled for a course, sat by somebody of it, seen on the board, given extra time, released, and looked through
// question by question; and no barrier on any of the pages, light or dark.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { papersZh as w } from '../../site/src/words/zh-papers.ts';
import { staffFormsZh } from '../../site/src/words/zh-staff-forms.ts';
import { barriers, looks } from './access.ts';
import { ask, trained } from './courses.ts';
import { answerAndHandIn } from './mock.ts';
import { type Demo, open, signIn } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const { form } = staffFormsZh;
const MINUTE_MS = 60_000;
const TITLE = '考前第一次模拟';

/** An instant as the fields of the pages take it. */
const field = (ms: number) => instantOf(ms + 8 * 60 * MINUTE_MS).slice(0, 16);

/** Somebody with a seat in a course. */
async function enrolled(who: Demo, course: string): Promise<Page> {
  const { page } = await visitor();
  await signIn(page, who);
  await ask(page, 'enrol', { params: { course }, body: { request: `story-examiner-${who}-${course}` } });
  return page;
}

async function personOf(page: Page): Promise<string> {
  const { actor } = await ask(page, 'me');
  return actor.kind === 'person' ? actor.person : '';
}

async function started(page: Page, paper: string): Promise<string> {
  const person = await personOf(page);
  const body = { kind: 'set', request: `story-examiner-start-${paper}`, device: 'a-device-before', paper };
  const { attempt } = await ask(page, 'startAttempt', { params: { person }, body });
  return attempt?.attempt ?? '';
}

/** Opens a view and waits until all of it is there. */
async function view(page: Page, search: string): Promise<void> {
  await open(page, `/staff/papers/?${search}`);
  await expect.poll(() => page.locator('.blank').count(), { timeout: 15_000 }).toBe(0);
}

/** Fills in a paper for a course that can be started now, and confirms it; tells its id. */
async function schedules(page: Page, course: string, now: number): Promise<string> {
  await view(page, '');
  await page.getByRole('link', { name: w.list.create }).click();
  await page.getByRole('button', { name: w.editor.submit }).click();
  await page.getByText(w.editor.faults.title).waitFor();
  await page.getByLabel(w.editor.title, { exact: true }).fill(TITLE);
  await page.getByLabel(w.editor.groups.course).check();
  await page.getByLabel(w.editor.course, { exact: true }).selectOption(course);
  await page.getByLabel(new RegExp(`^${w.forms.short}`)).check({ force: true });
  await page.getByLabel(w.modes.relaxed).check();
  await page.getByLabel(w.editor.opensAt).fill(field(now - MINUTE_MS));
  await page.getByLabel(w.editor.closesAt).fill(field(now + 60 * MINUTE_MS));
  await page.getByLabel(w.editor.resultNames['by-hand']).check();
  await page.getByRole('button', { name: w.editor.submit }).click();
  const dialog = page.locator('dialog');
  await dialog.getByText(w.editor.resultHints['by-hand']).waitFor();
  await dialog.getByRole('button', { name: w.editor.submit }).click();
  await page.waitForURL((url) => url.searchParams.get('view') === 'paper');
  await page.getByRole('heading', { name: TITLE }).waitFor();
  return new URL(page.url()).searchParams.get('paper') ?? '';
}

it('schedules a paper, sees who sits it, gives extra time, releases the results and looks through the questions', async () => {
  const { trainer: page, course } = await trained({ capacity: 5 });
  await page.setViewportSize(DESK);
  const [candidate, other] = [await enrolled('new', course), await enrolled('practised', course)];
  const paper = await schedules(page, course, msOf((await ask(page, 'me')).now));
  await page.getByRole('button', { name: w.paper.showQuestions }).click();
  await expect.poll(() => page.locator('.questions > li').count()).toBe(25);

  const attempt = await started(candidate, paper);
  await view(page, `view=board&paper=${paper}`);
  const row = (state: string) => page.locator('.board-table tbody tr').filter({ hasText: state });
  await row(w.board.states.open).waitFor();
  await row(w.board.states.absent).getByRole('button', { name: w.board.extra }).click();
  await page.locator('dialog').getByLabel(w.board.factorLabel).selectOption('150');
  await page.locator('dialog textarea').fill('视力障碍，按规定延长');
  await page.locator('dialog').getByRole('button', { name: w.board.extra }).click();
  await page.getByText(w.board.factor(150)).waitFor();

  await answerAndHandIn(candidate, attempt, (_, key) => key);
  await page.getByRole('button', { name: w.board.now }).click();
  await row(w.board.states.submitted).waitFor();

  await view(page, `view=results&paper=${paper}`);
  await page.getByText(w.list.notReleased).waitFor();
  await page.getByRole('cell', { name: w.marksOf('30', '30') }).waitFor();
  await page.getByRole('button', { name: w.acts.release }).click();
  await page.getByText(w.tells.release(1, 0)).waitFor();
  await page.getByRole('button', { name: form.next }).click();
  await page.getByRole('button', { name: form.confirm(w.acts.release) }).click();
  await page.getByText(w.list.released, { exact: true }).waitFor();
  const { result } = await ask(candidate, 'readResult', { params: { attempt } });
  expect(result?.earned).toBe(60);

  await expect
    .poll(
      async () => {
        await view(page, `view=statistics&paper=${paper}`);
        return page.locator('.item-table tbody > tr').count();
      },
      { timeout: 20_000 },
    )
    .toBe(25);
  await page.locator('.item-table').getByRole('button').first().click();
  await page.locator('.distractors').waitFor();
  // Somebody may still sit it: no key is shown with the figures.
  await page.getByText(w.statistics.hidden).waitFor();
  expect(await started(other, paper)).not.toBe('');
});

it('has no barrier on the list, the editor, a paper, its board, results and statistics, the bank, reports and corrections', async () => {
  const { trainer: page, course } = await trained({ capacity: 5 });
  const candidate = await enrolled('new', course);
  const paper = await schedules(page, course, msOf((await ask(page, 'me')).now));
  const attempt = await started(candidate, paper);
  await answerAndHandIn(candidate, attempt, (_, key) => key);
  const found: string[] = [];
  const wide = ['', 'view=new', 'view=bank', 'view=reports', 'view=corrections'];
  const own = ['paper', 'board', 'results', 'statistics'].map((name) => `view=${name}&paper=${paper}`);
  for (const search of [...wide, ...own]) {
    await view(page, search);
    found.push(...(await barriers(page, looks.zh)).map((line) => `${search}: ${line}`));
  }
  expect(found).toEqual([]);
});
