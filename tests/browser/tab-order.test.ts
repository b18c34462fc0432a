// Tab reaches everything on every page, in the order of the page, with the focus drawn and nothing over it.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open } from './steps.ts';
import { DESK, PHONE, useVisitors, visitor } from './visitors.ts';

useVisitors();

describe('Tab', () => {
  const pages = [
    '/',
    '/practice/',
    '/practice/drill/?chapter=jc18-04&most=3',
    '/book/',
    '/progress/',
    '/me/',
    '/none/',
  ];
  const cases = pages.flatMap((path) => [[path, PHONE] as const, [path, DESK] as const]);

  it.each(cases)('reaches everything on %s in the order of the page, in sight (%o)', async (path, viewport) => {
    const { page, expects } = await visitor({ viewport });
    expects(/404/);
    if (path === '/none/') await page.goto(path);
    else await open(page, path);
    if (path.includes('drill')) await page.locator('.stem').waitFor();
    await fromTheTop(page);
    const wanted = await stops(page);
    const { reached, unseen } = await tabThrough(page, wanted.length);
    expect(reached).toEqual(wanted);
    expect(unseen).toEqual([]);
  });
});

/** Makes the next Tab start at the page's beginning, wherever the page has put the focus. */
async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

/** What Tab has to reach, in the order of the document: of radio buttons in a group only the one that is chosen. */
function stops(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    );
    const reachable = [...all].filter((element) => {
      if (!element.checkVisibility() || element.matches(':disabled')) return false;
      return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
    });
    for (const [i, element] of reachable.entries()) element.dataset.stop = `${i} ${element.outerHTML.slice(0, 60)}`;
    return reachable.map((element) => element.dataset.stop ?? '');
  });
}

/** Presses Tab so often; tells what was reached, and which of it had no visible focus or lay under something else. */
async function tabThrough(page: Page, times: number): Promise<{ reached: string[]; unseen: string[] }> {
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let i = 0; i < times; i += 1) {
    await page.keyboard.press('Tab');
    const { stop, sight } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const drawn = element.closest('label') ?? element;
      const ringed = [element, drawn].some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const { left, top, width, height } = drawn.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      const covered = above === null || !(drawn.contains(above) || above.contains(drawn));
      return {
        stop: element.dataset.stop ?? element.tagName,
        sight: `${ringed ? '' : 'no ring '}${covered ? 'covered' : ''}`,
      };
    });
    reached.push(stop);
    if (sight !== '') unseen.push(`${stop}: ${sight}`);
  }
  return { reached, unseen };
}
