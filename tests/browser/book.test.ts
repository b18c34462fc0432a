// The book: mistakes, favourites, notes and flags, each in its tab; filtered, taken out and put back.
import { expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { chapterOf, firstOf } from './bank.ts';
import { answer, open, openDrill, ready, wrongShown } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

const TWO = '?chapter=jc18-06&most=2';

useVisitors();

it('the book filters its mistakes by paper, chapter, kind and time, keeps the filters on reload, and takes out and puts back', async () => {
  const { page } = await visitor();
  const [first] = await firstOf('jc18-06', 1);
  const { questions: law, entry } = await chapterOf('lp18-03');
  await openDrill(page, '?chapter=jc18-06&most=1');
  await answer(page, first, 'wrong');
  const multiple = law.find(({ kind }) => kind === 'multiple') ?? first;
  await openDrill(page, `?questions=${multiple.id}`);
  await answer(page, multiple, 'partial');
  expect((await wrongShown(page)).sort()).toEqual([first.stem, multiple.stem].sort());

  await page.getByText(zh.book.filters, { exact: true }).click();
  await page.getByLabel(zh.practice.subject).selectOption('law-and-policy');
  await page.getByLabel(zh.progress.chapterHeading).selectOption(entry.id);
  await page.getByLabel(zh.practice.kind).selectOption('multiple');
  await page.getByLabel(zh.book.time).selectOption('day');
  const stems = page.locator('span.book-stem');
  await expect.poll(() => stems.allTextContents()).toEqual([multiple.stem]);
  await page.reload();
  await ready(page);
  await expect.poll(() => stems.allTextContents()).toEqual([multiple.stem]);
  await page.getByLabel(zh.practice.kind).selectOption('single');
  await page.getByText(zh.book.emptyFiltered).waitFor();
  await page.locator('.empty').getByRole('button', { name: zh.book.clearFilters }).click();
  await expect.poll(() => stems.count()).toBe(2);

  await page
    .getByRole('button', { name: new RegExp(`^${zh.book.remove}：`) })
    .first()
    .click();
  await expect.poll(() => stems.count()).toBe(1);
  await page.getByRole('button', { name: zh.book.undo }).click();
  await expect.poll(() => stems.count()).toBe(2);
});

it('the book shows what was kept, written and flagged while answering, each in its tab', async () => {
  const { page } = await visitor();
  const [first] = await firstOf('jc18-06', 1);
  await openDrill(page, TWO);
  await page.getByRole('button', { name: zh.drill.flag, exact: true }).click();
  await page.getByRole('button', { name: zh.drill.favourite }).click();
  await page.getByRole('button', { name: zh.drill.note, exact: true }).click();
  await page.locator('#note').fill('先评估，再介入');
  await page.getByRole('button', { name: zh.drill.noteSave }).click();
  await page.getByText(zh.drill.noteSaved).waitFor();
  await page.getByRole('button', { name: zh.drill.card }).click();
  await page.getByRole('button', { name: `1：${zh.drill.cardState.none} · ${zh.drill.flagged}` }).waitFor();
  await page.keyboard.press('Escape');

  await open(page, '/book/');
  for (const tab of [zh.book.tabs.favourite, zh.book.tabs.note, zh.book.tabs.flag]) {
    await page.getByRole('link', { name: new RegExp(`^${tab}\\s*1$`) }).click();
    await expect.poll(() => page.locator('span.book-stem').allTextContents()).toEqual([first.stem]);
  }
  await open(page, '/book/?tab=note');
  await page.getByText('先评估，再介入').waitFor();
});
