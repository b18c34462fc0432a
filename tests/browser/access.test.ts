// Every page in every state, in both languages, on a phone and a desk, light and dark: no barrier that axe knows of, nothing to scroll sideways for.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { en } from '../../site/src/words/en.ts';
import { type Lang, pageIn } from '../../site/src/words/lang.ts';
import { zh } from '../../site/src/words/zh.ts';
import { barriers, looks } from './access.ts';
import { chapterOf, pickedBy } from './bank.ts';
import { openServer } from './server.ts';
import { demo, ready } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
afterAll(() => server.close());

/** A walk: opens things in one language, and looks at each of them. */
interface Walk {
  page: Page;
  words: typeof zh;
  go(path: string): Promise<void>;
  look(state: string): Promise<void>;
}

const walks: Record<string, (walk: Walk) => Promise<void>> = {
  async 'pages of a newcomer'({ page, go, look }) {
    for (const path of ['/', '/practice/', '/book/', '/progress/', '/me/']) {
      await go(path);
      await look(path);
    }
    await go('/practice/?subject=junior-practice');
    await look('a paper without questions');
    await page.goto(
      pageIn((await page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'zh', '/none/'),
    );
    await look('no such page');
    await go('/practice/drill/?id=unknown');
    await page.locator('.notice').waitFor();
    await look('no such drill');
    await go('/me/?problem=sign_in_failed');
    await look('a sign-in that failed');
  },

  async 'a drill'({ page, words, go, look }) {
    await go('/practice/drill/?chapter=jc18-04&kind=multiple&most=2');
    await page.locator('.stem').waitFor();
    await look('a question');
    await page.locator('.option').first().click();
    await look('an option picked');
    await page.getByRole('button', { name: words.drill.submit }).click();
    await page.locator('.verdict').waitFor();
    await look('a verdict');
    await page.getByRole('button', { name: words.drill.note, exact: true }).click();
    await page.locator('#note').fill('要点');
    await page.getByRole('button', { name: words.drill.noteSave }).click();
    await page.getByText(words.drill.noteSaved).waitFor();
    await look('a note');
    await page.getByRole('button', { name: words.drill.card }).click();
    await look('the answer card');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.drill.report, exact: true }).click();
    await page.getByRole('button', { name: words.drill.reportSend }).click();
    await page.getByText(words.drill.reportNeedReason).waitFor();
    await look('the report, without a reason');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.drill.next }).click();
    await pickRest(page, words);
    await look('a result');
    await go('/practice/drill/?chapter=jc18-04&mode=study&most=2');
    await page.locator('.explanation').waitFor();
    await look('study mode');
  },

  async 'pages of somebody who practises and signs in'({ page, words, go, look }) {
    const { questions } = await chapterOf('jc18-07');
    await go('/practice/drill/?chapter=jc18-07&most=3');
    for (const question of questions.slice(0, 2)) {
      for (const letter of pickedBy('wrong', question)) await page.locator(`button[data-option=${letter}]`).click();
      await page.getByRole('button', { name: words.drill.next }).click();
    }
    await go('/practice/');
    await page.locator('.resume-row').waitFor();
    await page
      .locator('details')
      .first()
      .evaluate((box: HTMLDetailsElement) => {
        box.open = true;
      });
    await look('the choice, with a drill to resume and the settings open');
    await go('/');
    await look('home, with a drill to resume');
    await go('/book/');
    await page.locator('.book-list[aria-busy=false]').waitFor();
    await look('the wrong book');
    await page
      .getByRole('button', { name: new RegExp(`^${words.book.remove}`) })
      .first()
      .click();
    await page.locator('.toast').waitFor();
    await look('the wrong book, something taken out');
    await go('/progress/');
    await page
      .locator('details')
      .last()
      .evaluate((box: HTMLDetailsElement) => {
        box.open = true;
      });
    await look('progress');
    await go('/me/');
    await page.getByRole('link', { name: words.me.signIn, exact: true }).click();
    await page.getByRole('button', { name: demo('bureau').name }).waitFor();
    await look('the sign-in page');
    await page.getByRole('button', { name: demo('bureau').name }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/me/') && !url.searchParams.has('signed-in'));
    await page.getByRole('button', { name: words.me.signOut }).click();
    await look('signed in, about to sign out');
  },
};

async function pickRest(page: Page, words: typeof zh): Promise<void> {
  await page.locator('button.option').nth(1).click();
  await page.getByRole('button', { name: words.drill.submit }).click();
  await page.getByRole('button', { name: words.drill.finish }).click();
  await page.locator('.result').waitFor();
}

const cases = Object.keys(walks).flatMap((name) => (['zh', 'en'] as const).map((lang) => [name, lang] as const));

it.each(cases)('has no barrier on %s (%s)', async (name, lang: Lang) => {
  const { page, expects } = await visitor();
  expects(/404/);
  const found: string[] = [];
  await walks[name]?.({
    page,
    words: lang === 'zh' ? zh : en,
    async go(path) {
      await page.goto(pageIn(lang, path));
      await ready(page);
    },
    async look(state) {
      found.push(...(await barriers(page, looks[lang])).map((line) => `${state}, ${line}`));
    },
  });
  expect(found).toEqual([]);
});
