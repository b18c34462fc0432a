// The answering page by the keyboard alone: A–E choose, Enter submits and goes on, arrows turn, F flags; what is typed into a field is text.
import { describe, expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { chapterOf } from './bank.ts';
import { answer, isFocused, openDrill } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const MULTIPLES = '?chapter=jc18-04&kind=multiple&most=3';

describe('on the answering page', () => {
  it('answers, goes on, turns back and flags by keys', async () => {
    const { page } = await visitor({ viewport: DESK });
    const [first] = (await chapterOf('jc18-01')).questions;
    await openDrill(page, '?chapter=jc18-01&most=3');
    await page.keyboard.press(first?.key[0] ?? '');
    await page.locator('.verdict[data-verdict=right]').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: zh.drill.flagged, pressed: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(zh.drill.position(2, 3)).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(zh.drill.position(1, 3)).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByText(zh.drill.position(3, 3)).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(zh.drill.position(3, 3)).waitFor();
  });

  it('picks several options by letters, takes one back, and submits by Enter', async () => {
    const { page } = await visitor({ viewport: DESK });
    await openDrill(page, MULTIPLES);
    for (const key of ['a', 'b', 'e', 'b']) await page.keyboard.press(key);
    const pressed = await page.locator('button.option[aria-pressed=true]').allTextContents();
    expect(pressed.map((text) => text[0])).toEqual(['A', 'E']);
    await page.keyboard.press('Enter');
    await page.getByText(zh.drill.yours('A E')).waitFor();
  });

  it('leaves keys alone that are typed into a note', async () => {
    const { page } = await visitor({ viewport: DESK });
    await openDrill(page, MULTIPLES);
    await page.getByRole('button', { name: zh.drill.note, exact: true }).click();
    await page.keyboard.type('abcdef');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('#note').inputValue()).toBe('abcdef');
    expect(await page.locator('button.option[aria-pressed=true]').count()).toBe(0);
    await page.getByText(zh.drill.position(1, 3)).waitFor();
    await page.getByRole('button', { name: zh.drill.flag, pressed: false }).waitFor();
  });

  it('puts the focus on the next question, and on the result', async () => {
    const { page } = await visitor();
    const { questions } = await chapterOf('jc18-01');
    await openDrill(page, '?chapter=jc18-01&most=2');
    for (const question of questions.slice(0, 2)) {
      await expect.poll(() => isFocused(page.locator('h1'))).toBe(true);
      await answer(page, question);
      await page.locator('.actions .button:not(.plain)').press('Enter');
    }
    await page.locator('.result').waitFor();
    await expect.poll(() => isFocused(page.locator('.result h1'))).toBe(true);
  });
});
