// The exam page: a whole paper by the keyboard and by names and roles, everybody's screen, and the time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examEn } from '../../site/src/words/en-exam.ts';
import { examZh } from '../../site/src/words/zh-exam.ts';
import { barriers, looks } from './access.ts';
import { answerAt, atServer, begin, leftS, openExam, picksOf, saved, sit } from './exam.ts';
import { openServer } from './server.ts';
import { isFocused, signIn } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
beforeAll(() => server.forget('new'));
afterAll(() => server.close());

describe('a whole short paper', () => {
  it('is sat by the keyboard alone, from the first question to the hand-in', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signIn(page, 'new');
    const attempt = await begin(page);
    await openExam(page, attempt);
    await page.getByRole('button', { name: examZh.otherDeviceHere }).press('Enter');
    await page.locator('button.option:not([disabled])').first().waitFor();
    const { asked } = await atServer(page, attempt);
    const expected: Record<number, string> = {};
    for (const { n, kind, options } of asked) {
      await page.getByText(examZh.position(n, 25), { exact: true }).waitFor({ state: 'attached' });
      await expect.poll(() => isFocused(page.locator('h1.stem'))).toBe(true);
      const keys = kind === 'single' ? [n % 2 === 0 ? '2' : 'b'] : ['a', '3', 'd', 'd'];
      for (const key of keys) await page.keyboard.press(key);
      expected[n] = (kind === 'single' ? [options[1]] : [options[0], options[2]])
        .map((one) => one?.id)
        .sort()
        .join('');
      if (n % 10 === 0) await page.keyboard.press('f');
      if (n < 25) await page.keyboard.press(n % 3 === 0 ? 'Enter' : n % 3 === 1 ? 'ArrowRight' : 'n');
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: examZh.handInTitle });
    await dialog.getByText(examZh.flags(2, '10、20')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: examZh.over }).waitFor();
    const held = await atServer(page, attempt);
    expect(held.state).toBe('submitted');
    expect(picksOf(held)).toEqual(expected);
  });

  it('leaves keys alone in fields and dialogs, and tells the time, the card and the keys', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signIn(page, 'new');
    await sit(page, await begin(page));
    await page.keyboard.press('t');
    await expect.poll(() => page.locator('.exam-spoken [role=status]').textContent()).toMatch(/剩余 (29|30) 分/);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: examZh.help });
    await help.getByText(examZh.keysNote).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    const card = page.getByRole('dialog', { name: examZh.card });
    await card.getByRole('button', { name: examZh.cardQuestion(7, examZh.cardStates.blank, false) }).press('Enter');
    await page.getByText(examZh.position(7, 25), { exact: true }).waitFor({ state: 'attached' });
    expect(await page.locator('button.option[aria-pressed=true]').count()).toBe(0);
  });
});

it('is all there by names and roles: what kind, which options, what is picked, where one is, what is saved', async () => {
  const { page } = await visitor();
  await signIn(page, 'new');
  const attempt = await begin(page);
  await sit(page, attempt);
  const { asked } = await atServer(page, attempt);
  const [first] = asked;
  const heading = page.getByRole('heading', { level: 1, name: first?.stem.slice(0, 12) ?? '' });
  await heading.filter({ hasText: examZh.kinds.single }).waitFor();
  const options = page.locator('.options').getByRole('button');
  expect(await options.count()).toBe(4);
  const second = page.getByRole('button', { name: /^B\. / });
  await second.click();
  await page.getByRole('button', { name: /^B\. /, pressed: true }).waitFor();
  await page.getByRole('button', { name: examZh.flag, exact: true }).click();
  await page.getByRole('button', { name: examZh.flagged, pressed: true }).waitFor();
  await page.getByRole('button', { name: examZh.card }).click();
  const state = examZh.cardQuestion(1, examZh.cardStates.answered, true);
  await page.getByRole('dialog').getByRole('button', { name: state }).waitFor();
  await page
    .getByRole('dialog')
    .getByText(examZh.counts(1, 24, 1))
    .waitFor();
  await page.getByRole('button', { name: examZh.close }).click();
  await page.getByRole('button', { name: new RegExp(`^${examZh.remaining} \\d+:\\d\\d`) }).waitFor();
  await saved(page);
});

it('says in realistic mode that nobody hands in early, and has no pause', async () => {
  const { page } = await visitor();
  await signIn(page, 'new');
  await sit(page, await begin(page, { mode: 'realistic' }));
  await answerAt(page, 25, 'ab');
  await page.getByRole('button', { name: examZh.handIn, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(examZh.handInRealistic).waitFor();
  expect(await dialog.getByRole('button', { name: examZh.handInYes }).count()).toBe(0);
  await dialog.getByRole('button', { name: examZh.handInNo }).click();
  await page.getByText(examZh.position(1, 25), { exact: true }).waitFor({ state: 'attached' });
  expect(await page.getByRole('button', { name: examZh.pause }).count()).toBe(0);
});

it('rests in relaxed mode with its question out of sight, and goes on with the time there was', async () => {
  const { page } = await visitor();
  await signIn(page, 'new');
  await sit(page, await begin(page));
  await page.getByRole('button', { name: examZh.pause }).click();
  await page.getByRole('heading', { name: examZh.paused }).waitFor();
  expect(await page.locator('.stem').count()).toBe(0);
  const before = await leftS(page);
  await page.reload();
  await page.getByRole('heading', { name: examZh.paused }).waitFor();
  await page.getByRole('button', { name: examZh.resume }).click();
  await page.locator('.stem').waitFor();
  expect(Math.abs((await leftS(page)) - before)).toBeLessThanOrEqual(1);
});

it.each(['zh', 'en'] as const)('has no barriers in %s: question, dialogs, read-only, essay and end', async (lang) => {
  const { page } = await visitor();
  await signIn(page, 'new');
  const [t, path] = lang === 'zh' ? [examZh, '/mock/sit/'] : [examEn, '/en/mock/sit/'];
  const found: string[] = [];
  const look = async (what: string) =>
    found.push(...(await barriers(page, looks[lang])).map((line) => `${what}: ${line}`));
  const attempt = await begin(page);
  await openExam(page, attempt, path);
  if (lang === 'zh') await look('read-only');
  await page.getByRole('button', { name: t.otherDeviceHere }).click();
  await page.locator('button.option:not([disabled])').first().click();
  await look('question');
  await page.getByRole('button', { name: t.help }).click();
  if (lang === 'zh') await look('help');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.card }).first().click();
  if (lang === 'zh') await look('card');
  await page.getByRole('dialog').getByRole('button', { name: t.handIn }).click();
  await look('hand-in');
  await page.getByRole('button', { name: t.handInYes }).click();
  await page.getByRole('heading', { name: t.over }).waitFor();
  if (lang === 'zh') await look('end');
  await openExam(page, await begin(page, { subject: 'intermediate-practice' }), path);
  await page.getByRole('button', { name: t.otherDeviceHere }).click();
  await look('essay');
  expect(found).toEqual([]);
});

it('keeps what is written in words, also when the page is left in the middle of a sentence', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'new');
  const attempt = await begin(page, { subject: 'intermediate-practice' });
  await sit(page, attempt);
  const field = page.getByRole('textbox').first();
  await field.fill('先与服务对象建立专业关系');
  await saved(page);
  expect((await atServer(page, attempt)).texts.map(({ text }) => text)).toEqual(['先与服务对象建立专业关系']);
  page.on('dialog', (dialog) => void dialog.accept());
  await field.press('End');
  await page.keyboard.type('，n再评估');
  await page.reload();
  await expect.poll(() => page.getByRole('textbox').first().inputValue()).toBe('先与服务对象建立专业关系，n再评估');
  await saved(page);
});
