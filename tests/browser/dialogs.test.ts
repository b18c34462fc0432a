// Dialogs by the keyboard alone: they take the focus, hold it, close on Escape, and give it back.
import { describe, expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { isFocused, openDrill } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();

const MULTIPLES = '?chapter=jc18-04&kind=multiple&most=3';

describe('a dialog', () => {
  const dialogs = [
    ['the answer card', zh.drill.card],
    ['the report', zh.drill.report],
  ] as const;

  it.each(dialogs)('%s takes the focus, holds it, and gives it back on Escape', async (_, name) => {
    const { page } = await visitor();
    await openDrill(page, MULTIPLES);
    const opener = page.getByRole('button', { name, exact: true });
    await opener.press('Enter');
    await page.locator('dialog[open]').waitFor();
    const stops = await page.locator('dialog').locator('button, input, textarea').count();
    for (let i = 0; i <= stops; i += 1) {
      // Past its last stop the focus is the browser's own bar, and then the dialog's first again: never the page behind it.
      const place = await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName);
      const behind = await page.evaluate(
        () => document.activeElement?.closest('main') !== null && document.activeElement?.closest('dialog') === null,
      );
      expect([place, behind]).toEqual([expect.stringMatching(/DIALOG|BODY/), false]);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isFocused(opener)).toBe(true);
  });

  it('gives the focus back after a report was sent', async () => {
    const { page } = await visitor();
    await openDrill(page, MULTIPLES);
    const opener = page.getByRole('button', { name: zh.drill.report, exact: true });
    await opener.press('Enter');
    await page.getByLabel(zh.drill.reportReasons.key).press('Space');
    await page.getByRole('button', { name: zh.drill.reportSend, exact: true }).press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isFocused(opener)).toBe(true);
  });

  it('the answer card puts the focus on the question it goes to, or back on its button when that one is shown already', async () => {
    const { page } = await visitor();
    await openDrill(page, MULTIPLES);
    const opener = page.getByRole('button', { name: zh.drill.card });
    await opener.press('Enter');
    await page.getByRole('button', { name: /^2：/ }).press('Enter');
    await page.getByText(zh.drill.position(2, 3)).waitFor();
    await expect.poll(() => isFocused(page.locator('h1'))).toBe(true);
    await opener.press('Enter');
    await page.getByRole('button', { name: /^2：/ }).press('Enter');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isFocused(opener)).toBe(true);
  });
});
