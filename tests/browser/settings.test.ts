// What somebody sets up stays: appearance, text size, language, the wrong book's number; and a report waits for its sender to sign in.
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../site/src/words/en.ts';
import { zh } from '../../site/src/words/zh.ts';
import { firstOf } from './bank.ts';
import { openServer } from './server.ts';
import { answerAll, open, openDrill, ready, signIn, wrongShown } from './steps.ts';
import { kept } from './storage.ts';
import { useVisitors, visitor } from './visitors.ts';

const TWO = '?chapter=jc18-06&most=2';

useVisitors();
const server = openServer();
afterAll(() => server.close());

describe('settings', () => {
  it('appearance and text size take effect at once, on every page, before and after a reload', async () => {
    const { page } = await visitor();
    await open(page, '/me/');
    const look = () =>
      page.evaluate(() => {
        const { backgroundColor } = getComputedStyle(document.body);
        return [backgroundColor, getComputedStyle(document.documentElement).fontSize];
      });
    const before = await look();
    await page.getByLabel(zh.me.themes.dark).check();
    await page.getByLabel(zh.me.sizes.xl).check();
    const after = await look();
    expect(after).toEqual([expect.not.stringMatching(before[0] ?? ''), '21px']);
    await page.reload();
    await ready(page);
    expect(await look()).toEqual(after);
    expect(await page.getByLabel(zh.me.themes.dark).isChecked()).toBe(true);
    await open(page, '/practice/');
    expect(await look()).toEqual(after);
  });

  it('the language is the page one is on, and every link stays in it', async () => {
    const { page } = await visitor();
    await open(page, '/me/');
    await page.getByRole('link', { name: zh.me.languages.en }).click();
    await page.waitForURL('**/en/me/');
    await ready(page);
    await page.getByRole('heading', { name: en.titles.me, exact: true }).waitFor();
    await page.getByRole('link', { name: en.nav.practice }).click();
    await ready(page);
    await page.getByRole('heading', { name: en.titles.practice, exact: true }).waitFor();
    await page
      .getByRole('link', { name: /Chapter 1/ })
      .first()
      .click();
    await page.getByText(en.drill.position(1, 11)).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('a question leaves the wrong book after as many right answers in a row as are set', async () => {
    const { page } = await visitor();
    const two = await firstOf('jc18-06', 2);
    await openDrill(page, TWO);
    await answerAll(page, two, 'wrong');
    await open(page, '/me/');
    await page.getByLabel('1', { exact: true }).check();
    await expect.poll(async () => (await kept(page)).entries.some((entry) => entry.kind === 'setting')).toBe(true);
    await page.reload();
    await ready(page);
    expect(await page.getByLabel('1', { exact: true }).isChecked()).toBe(true);
    await openDrill(page, '?chapter=jc18-06&most=1');
    await answerAll(page, two.slice(0, 1));
    expect(await wrongShown(page)).toEqual([two[1]?.stem]);
  });
});

it('a report made as a guest is kept, and sent once after signing in', async () => {
  await server.forget('bureau');
  const { page } = await visitor();
  const [first] = await firstOf('jc18-06', 1);
  const question = first.id;
  const before = await server.reports(question);
  await openDrill(page, TWO);
  await page.getByRole('button', { name: zh.drill.report, exact: true }).click();
  await page.getByLabel(zh.drill.reportReasons.stem).check();
  await page.getByLabel(zh.drill.reportText).fill('题干缺少条件');
  await page.getByRole('button', { name: zh.drill.reportSend, exact: true }).click();
  await page.getByText(zh.drill.reportGuest).waitFor();
  expect((await kept(page)).reports).toHaveLength(1);

  await signIn(page, 'bureau');
  await expect.poll(async () => (await kept(page)).reports, { timeout: 15_000 }).toEqual([]);
  await page.reload();
  await ready(page);
  const sent = (await server.reports(question)).slice(before.length);
  expect(sent).toEqual([expect.objectContaining({ question, reason: 'stem', text: '题干缺少条件' })]);
});
