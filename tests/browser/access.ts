// What makes a page usable for everybody, as a machine can check it: axe's rules, and no sideways scrolling on a small screen or with large text.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from './visitors.ts';

type RunOptions = Parameters<AxeBuilder['options']>[0];

/** WCAG 2.2 AA with all before it, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What passes is not told: telling takes longer than looking. */
const RUN: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };

/** WCAG 1.4.10 asks for 320 CSS pixels, 1.4.4 for text at 200 %. */
const NARROW = { width: 320, height: 640 };
const LARGE_TEXT = '200%';

export interface Look {
  viewport: { width: number; height: number };
  theme: 'light' | 'dark';
}

/** Two languages share them: each size and each theme is seen, the narrow one in both. The other language's words are what a second look is for. */
export const looks: Record<'zh' | 'en', Look[]> = {
  zh: [
    { viewport: PHONE, theme: 'light' },
    { viewport: DESK, theme: 'dark' },
  ],
  en: [{ viewport: PHONE, theme: 'dark' }],
};

/** What is wrong with the page as it stands, a line each: axe in every look, then the width. The page is left as it was found. */
export async function barriers(page: Page, inLooks: readonly Look[]): Promise<string[]> {
  const found: string[] = [];
  for (const { viewport, theme } of inLooks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    found.push(...(await violations(page)).map((line) => `${viewport.width} px, ${theme}: ${line}`));
  }
  found.push(...(await sideways(page)));
  await page.setViewportSize(PHONE);
  return found;
}

async function violations(page: Page): Promise<string[]> {
  // Legacy: in the page itself. Its other way opens a page more for every run, for frames of other origins, of which there are none.
  const results = await new AxeBuilder({ page }).options(RUN).setLegacyMode().analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

async function sideways(page: Page): Promise<string[]> {
  await page.setViewportSize(NARROW);
  const narrow = await overflow(page);
  await page.setViewportSize(PHONE);
  const large = await page
    .evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, LARGE_TEXT)
    .then(() => overflow(page));
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return [...narrow.map((line) => `at 320 px: ${line}`), ...large.map((line) => `with text at 200 %: ${line}`)];
}

/** What reaches beyond the right edge, when the page or an open dialog can be scrolled sideways. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('dialog[open]')];
    const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
    if (wide.length === 0) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    );
    return [...wide, ...beyond.slice(0, 3)].map((element) => element.outerHTML.slice(0, 120));
  });
}
