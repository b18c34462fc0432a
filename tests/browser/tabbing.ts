// Going through a page by Tab: what has to be reached, in which order, and whether one sees where one is.
import type { Page } from 'playwright-core';

/** Makes the next Tab start at the page's beginning, wherever the page has put the focus. */
export async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
}

/** What Tab has to reach, in the order of the document: of radio buttons in a group only the one that is chosen. */
export function stops(page: Page): Promise<string[]> {
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

/** A field for a day has a stop for each of its parts. */
const PARTS_MOST = 4;

/** Presses Tab until so many were reached; tells what was reached, and which of it had no visible focus or lay under something else. */
export async function tabThrough(page: Page, count: number): Promise<{ reached: string[]; unseen: string[] }> {
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let pressed = 0; reached.length < count && pressed < count * PARTS_MOST; pressed += 1) {
    await page.keyboard.press('Tab');
    const { stop, sight } = await page.evaluate(focusNow);
    if (stop === reached.at(-1)) continue;
    reached.push(stop);
    if (sight !== '') unseen.push(`${stop}: ${sight}`);
  }
  return { reached, unseen };
}

/** Runs in the page: what has the focus, and whether that is drawn and nothing lies over it. */
function focusNow(): { stop: string; sight: string } {
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
}
