// Choosing what to practise: every order, kind and number gives the questions it says; study mode counts nothing; a drill is resumed or thrown away.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { catalogue, chapterOf, firstOf } from './bank.ts';
import { answer, answerAll, goOn, open, openDrill, ready } from './steps.ts';
import { kept } from './storage.ts';
import { useVisitors, visitor } from './visitors.ts';

const CHAPTER = 'jc18-05';

useVisitors();

/** The questions of the drill on the page, as the browser keeps it from the first move on; one question alone is told by its stem. */
async function questionsOf(page: Page): Promise<string[]> {
  const position = (await page.locator('.position').textContent()) ?? '';
  if (!position.includes('/ 1第')) {
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowRight');
        return new URL(page.url()).searchParams.get('id');
      })
      .not.toBeNull();
    const id = new URL(page.url()).searchParams.get('id');
    return (await kept(page)).drills.find((each) => each.id === id)?.questions ?? [];
  }
  const stem = (await page.locator('.stem').textContent()) ?? '';
  return (await chapterOf(CHAPTER)).questions.filter((question) => stem.includes(question.stem)).map(({ id }) => id);
}

/** A level as the page names it. */
function level(name: 'junior' | 'intermediate' | 'senior'): string {
  return `${zh.levels[name]} · ${zh.levelNames[name]}`;
}

/** Sets the choices on the page, then starts the chapter. */
async function choose(page: Page, choices: readonly string[], subject = 'junior-comprehensive'): Promise<void> {
  await open(page, `/practice/?subject=${subject}`);
  await page.locator('.settings-card summary').click();
  for (const choice of choices) await page.getByLabel(choice, { exact: true }).check();
  const { entry } = await chapterOf(CHAPTER);
  await page.getByRole('link', { name: zh.chapter(entry.number, entry.name.zh) }).click();
  await page.locator('.stem').waitFor();
}

describe('choosing', () => {
  it.each([zh.kinds.single, zh.kinds.multiple])('%s alone gives only these, all of them', async (kind) => {
    const { page } = await visitor();
    const { questions } = await chapterOf(CHAPTER);
    await choose(page, [kind, zh.practice.allCount]);
    const wanted = questions.filter((question) => zh.kinds[question.kind] === kind).map(({ id }) => id);
    expect(await questionsOf(page)).toEqual(wanted);
  });

  it('a number of questions gives so many, in the order of the chapter', async () => {
    const { page } = await visitor();
    const { questions } = await chapterOf(CHAPTER);
    await choose(page, [zh.questions(10)]);
    expect(await questionsOf(page)).toEqual(questions.slice(0, 10).map(({ id }) => id));
  });

  it('a random order gives all questions in another order', async () => {
    const { page } = await visitor();
    const { questions } = await chapterOf(CHAPTER);
    await choose(page, [zh.practice.orders.random, zh.practice.allCount]);
    const ids = questions.map(({ id }) => id);
    const given = await questionsOf(page);
    expect([...given].sort()).toEqual([...ids].sort());
    expect(given).not.toEqual(ids);
  });

  it('what was not done, what was wrong, and what is kept gives these and no others', async () => {
    const { page } = await visitor();
    const { questions } = await chapterOf(CHAPTER);
    const ids = questions.map(({ id }) => id);
    await openDrill(page, `?chapter=${CHAPTER}&most=4`);
    for (const [i, question] of questions.slice(0, 4).entries()) {
      await answer(page, question, i % 2 === 0 ? 'right' : 'wrong');
      if (i === 2) await page.getByRole('button', { name: zh.drill.favourite }).click();
      await goOn(page);
    }
    await choose(page, [zh.practice.orders.unseen, zh.practice.allCount]);
    expect(await questionsOf(page)).toEqual(ids.slice(4));
    await choose(page, [zh.practice.orders.wrong, zh.practice.allCount]);
    expect(await questionsOf(page)).toEqual([ids[1], ids[3]]);
    await choose(page, [zh.practice.orders.favourite, zh.practice.allCount]);
    expect(await questionsOf(page)).toEqual([ids[2]]);
  });

  it('another level and paper shows its chapters, and says of one without questions that it is being prepared', async () => {
    const { page } = await visitor();
    await open(page, '/practice/');
    await page.getByLabel(level('senior'), { exact: true }).check();
    await page.getByText(zh.practice.preparingHint).waitFor();
    await page.reload();
    await ready(page);
    await page.getByText(zh.practice.preparingHint).waitFor();
    const law = (await catalogue()).subjects.find(({ id }) => id === 'law-and-policy');
    await page.getByLabel(level(law?.level ?? 'junior'), { exact: true }).check();
    await page.getByLabel(law?.name.zh ?? '', { exact: true }).check();
    await page.getByRole('link', { name: law?.chapters[0]?.name.zh ?? '' }).waitFor();
  });
});

it('study mode shows keys and reasons at once and counts nothing', async () => {
  const { page } = await visitor();
  const { questions } = await chapterOf(CHAPTER);
  await choose(page, [zh.practice.modes.study, zh.questions(10)]);
  for (const question of questions.slice(0, 10)) {
    await page.getByText(question.explanation).waitFor();
    expect(await page.locator('.option[data-state=right]').count()).toBe(question.key.length);
    await goOn(page);
  }
  await page.getByText(zh.drill.studied(10)).waitFor();
  expect((await kept(page)).entries).toEqual([]);
  await open(page, '/progress/');
  await page.getByText(zh.progress.empty).waitFor();
});

it('a drill is resumed from the home page where it was left, and thrown away when asked', async () => {
  const { page } = await visitor();
  const [first] = await firstOf(CHAPTER, 1);
  await openDrill(page, `?chapter=${CHAPTER}&most=3`);
  await answer(page, first);
  await goOn(page);
  await page.getByText(zh.drill.position(2, 3)).waitFor();
  await open(page, '/');
  await page.getByText(zh.practice.resumeAt(2, 3)).waitFor();
  await page.getByRole('link', { name: zh.practice.goOn }).click();
  await page.getByText(zh.drill.position(2, 3)).waitFor();
  await page.getByRole('button', { name: zh.drill.previous }).click();
  await page.locator('.verdict[data-verdict=right]').waitFor();

  await open(page, '/practice/');
  await page.getByRole('button', { name: new RegExp(zh.practice.discard) }).click();
  await page.locator('.resume-row').waitFor({ state: 'detached' });
  const { drills, entries } = await kept(page);
  expect([drills.length, entries.length]).toEqual([0, 1]);
});

it('the mistakes of a drill are practised again from its result, and those of the book from the book', async () => {
  const { page } = await visitor();
  const wrong = await firstOf(CHAPTER, 2);
  await openDrill(page, `?chapter=${CHAPTER}&most=2`);
  await answerAll(page, wrong, 'wrong');
  await page.getByRole('link', { name: zh.drill.again }).click();
  await answerAll(page, wrong);
  await open(page, '/book/');
  await page.getByText(zh.book.streak(1, 2)).first().waitFor();
  await page.getByRole('button', { name: zh.book.redo(2) }).click();
  await page.locator('.stem').waitFor();
  expect((await questionsOf(page)).sort()).toEqual(wrong.map(({ id }) => id).sort());
});
