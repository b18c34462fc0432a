// The plug is pulled: networks that go, tabs that die, other devices, clocks that are wrong. No answer is lost, none is there twice, no time is won.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawer } from '../../functions/domain/practice/shuffle.ts';
import { examZh } from '../../site/src/words/zh-exam.ts';
import { keptBy } from '../support/leaks.ts';
import {
  answerAt,
  answersTo,
  atServer,
  begin,
  goTo,
  leftS,
  openExam,
  picksOf,
  type Sitting,
  saved,
  secretsOf,
  sit,
  takeOver,
  tellsOf,
} from './exam.ts';
import { openServer } from './server.ts';
import { signIn } from './steps.ts';
import { BROKEN_NETWORK, DESK, PHONE, useVisitors, type Visitor, visitor } from './visitors.ts';

/** Seeds of a run: few in the usual one, many by `npm run soak`. */
const SEEDS = process.env.SOAK === undefined ? 20 : 200;
const MOVES = process.env.SOAK === undefined ? 4 : 6;
/** An attempt is gone on with for so many seeds: beginning one takes its time, and what was given before must stay. */
const SEEDS_OF_ONE = 5;

useVisitors();
const server = openServer();
beforeAll(() => server.forget('new'));
afterAll(() => server.close());

/** A browser of a candidate whose site works without a network. */
async function candidate(viewport = PHONE): Promise<Visitor> {
  const made = await visitor({ viewport });
  made.expects(BROKEN_NETWORK);
  made.expects(/status (of )?(503|401)/);
  await signIn(made.page, 'new');
  await installed(made.page);
  return made;
}

async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const isControlled = () => navigator.serviceWorker.controller !== null;
  await page.waitForFunction(isControlled, undefined, { timeout: 5000 }).catch(() => page.reload());
  await page.waitForFunction(isControlled);
}

/** The tab dies: nothing it might do at its end is done. */
async function killed({ context, page }: Visitor): Promise<void> {
  const line = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  line.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** The page that a tab shows when it is opened anew: its tab before is gone without a word. */
async function newTab({ context }: Visitor, before: Page): Promise<Page> {
  const page = await context.newPage();
  await before.close({ runBeforeUnload: false });
  return page;
}

it('loses nothing: five answers, the network cut, five more, the tab dead, another device, and the first one back', async () => {
  const one = await candidate();
  const attempt = await begin(one.page);
  await sit(one.page, attempt);
  for (const n of [1, 2, 3, 4, 5]) await answerAt(one.page, n, 'a');
  await saved(one.page);
  await one.context.setOffline(true);
  for (const n of [6, 7, 8, 9, 10]) await answerAt(one.page, n, 'b');
  await one.page.getByText(examZh.unsent(5)).waitFor();
  const blank = await one.context.newPage();
  await killed(one);

  const two = await candidate();
  await openExam(two.page, attempt);
  const { asked } = await atServer(two.page, attempt);
  const letter = (n: number, at: number) => asked[n - 1]?.options[at]?.id ?? '';
  const all = (from: number, to: number, at: number) =>
    Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, letter(from + i, at)]));
  expect(picksOf(await atServer(two.page, attempt))).toEqual(all(1, 5, 0));
  await takeOver(two.page);
  await answerAt(two.page, 11, 'c');
  await saved(two.page);

  // Without a network the first device still shows all that was given on it.
  await openExam(blank, attempt);
  await goTo(blank, 10);
  await blank.locator('button.option[aria-pressed=true]').waitFor();
  await one.context.setOffline(false);
  await blank.getByRole('button', { name: examZh.otherDeviceHere }).waitFor();
  await expect
    .poll(async () => picksOf(await atServer(two.page, attempt)))
    .toEqual({
      ...all(1, 5, 0),
      ...all(6, 10, 1),
      ...all(11, 11, 2),
    });
  const [left, right] = await Promise.all([leftS(blank), leftS(two.page)]);
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  expect(await blank.locator('button.option:not([disabled])').count()).toBe(0);
});

it('is written by the tab that was opened last; the one before shows it, and says so', async () => {
  const { page, context } = await candidate();
  const attempt = await begin(page);
  await sit(page, attempt);
  const second = await context.newPage();
  await openExam(second, attempt);
  await page.getByText(examZh.otherTab).waitFor();
  expect(await page.locator('button.option:not([disabled])').count()).toBe(0);
  await answerAt(second, 2, 'a');
  await saved(second);
  await page.getByRole('button', { name: examZh.otherTabHere }).click();
  await second.getByText(examZh.otherTab).waitFor();
  await goTo(page, 2);
  await page.locator('button.option[aria-pressed=true]').waitFor();
});

it.each([-1, 1])(
  'counts by the server’s clock when the device’s is %i day off, also set in the middle',
  async (days) => {
    const one = await candidate();
    await one.context.addInitScript(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + Number(localStorage.getItem('skew') ?? 0);
    });
    const attempt = await begin(one.page);
    await sit(one.page, attempt);
    const before = await leftS(one.page);
    await one.page.evaluate((ms) => localStorage.setItem('skew', String(ms)), days * 86_400_000);
    await answerAt(one.page, 3, 'b');
    await saved(one.page);
    expect(before - (await leftS(one.page))).toBeLessThanOrEqual(6);
    await one.page.reload();
    await one.page.locator('.exam .stem').waitFor();
    await saved(one.page);
    const { deadline, now, answers } = await atServer(one.page, attempt);
    await expect
      .poll(() => leftS(one.page))
      .toBeLessThanOrEqual(Math.ceil((Date.parse(deadline) - Date.parse(now)) / 1000) + 1);
    expect(await leftS(one.page)).toBeGreaterThan((Date.parse(deadline) - Date.parse(now)) / 1000 - 3);
    expect(answers.find(({ n }) => n === 3)?.seq).toBeLessThan(120_000);
  },
);

it('keeps everything when the session ends in the middle, and goes on after signing in again in the same tab', async () => {
  const one = await candidate();
  const attempt = await begin(one.page);
  await sit(one.page, attempt);
  await server.endSession(one.context);
  await answerAt(one.page, 4, 'd');
  await one.page.getByText(examZh.signedOut).waitFor();
  // The provider still knows who this is, and sends back at once.
  const back = one.page.waitForResponse((response) => response.url().includes('/api/public/callback'));
  await one.page.getByRole('link', { name: examZh.signIn }).click();
  await back;
  await one.page.locator('.exam .stem').waitFor();
  await saved(one.page);
  const { asked, answers } = await atServer(one.page, attempt);
  expect(picksOf({ answers })).toEqual({ 4: asked[3]?.options[3]?.id });
});

it('opens again without a network, and neither tells nor keeps what nobody may know before the end', async () => {
  const one = await candidate();
  const answered = answersTo(one.context);
  const attempt = await begin(one.page);
  await sit(one.page, attempt);
  const { asked } = await atServer(one.page, attempt);
  await one.context.setOffline(true);
  await answerAt(one.page, 2, 'a');
  one.page.on('dialog', (dialog) => void dialog.accept());
  await one.page.reload();
  await one.page.getByText(examZh.unsent(1)).waitFor();
  await one.page.locator('button.option[aria-pressed=true]').waitFor();
  const kept = await keptBy(one.page);
  const inCaches = kept.filter(({ where }) => where.startsWith('Cache Storage'));
  expect(inCaches.length).toBeGreaterThan(5);
  expect(
    inCaches.filter(({ text }) => text.includes('/api/') && text.startsWith('http') && /^\S+\/api\//.test(text)),
  ).toEqual([]);
  expect(inCaches.filter(({ text }) => asked.some(({ stem }) => text.includes(stem)))).toEqual([]);
  await one.context.setOffline(false);
  await saved(one.page);
  const secrets = secretsOf(asked);
  expect(secrets.length).toBeGreaterThanOrEqual(125);
  expect(tellsOf([...(await answered()), ...kept], secrets)).toEqual([]);
});

it(`holds at the server what was given last, whatever befalls the page: ${SEEDS} seeds`, {
  timeout: SEEDS * 20_000,
}, async () => {
  const one = await candidate(DESK);
  let { page } = one;
  let sat = await soaked(page);
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    if (seed % SEEDS_OF_ONE === 0) sat = await soaked(page);
    page = await soak({ one, before: page, seed }, sat);
  }
});

interface Soaked {
  attempt: string;
  /** Its questions as they are shown. */
  asked: Sitting['asked'];
  given: Record<number, string>;
}

async function soaked(page: Page): Promise<Soaked> {
  const attempt = await begin(page);
  await sit(page, attempt);
  return { attempt, asked: (await atServer(page, attempt)).asked, given: {} };
}

interface Befalls {
  one: Visitor;
  before: Page;
  seed: number;
}

/** Answers, and what befalls the page between them. Tells which page is open now. */
async function soak({ one, before, seed }: Befalls, { attempt, asked, given }: Soaked): Promise<Page> {
  const draw = drawer(seed);
  const roll = (most: number) => Math.floor(draw() * most);
  let page = before;
  for (let move = 0; move < MOVES; move += 1) {
    const [n, at] = [1 + roll(6), roll(4)];
    await page
      .locator('.exam-side .answer-card button')
      .nth(n - 1)
      .click();
    await page.locator('button.option').nth(at).click();
    given[n] = asked[n - 1]?.options[at]?.id ?? '';
    const what = roll(8);
    if (what === 0) await one.context.setOffline(true);
    else if (what === 1) await one.context.setOffline(false);
    else if (what === 2) page = await reopened(one, page, attempt);
    else if (what === 3)
      await page.route('**/answers', (route) => route.fulfill({ status: 503, body: 'busy' }), { times: 1 });
    else if (what === 4) {
      await page.route(
        '**/answers',
        async (route) => {
          await route.fetch().catch(() => undefined);
          await route.abort('connectionreset').catch(() => undefined);
        },
        { times: 1 },
      );
    }
  }
  await one.context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await saved(page).catch((error) => {
    throw new Error(`seed ${seed}: ${error}`);
  });
  expect(picksOf(await atServer(page, attempt)), `seed ${seed}`).toEqual(given);
  return page;
}

async function reopened(one: Visitor, before: Page, attempt: string): Promise<Page> {
  const page = await newTab(one, before);
  await openExam(page, attempt);
  await page.locator('button.option:not([disabled])').first().waitFor();
  return page;
}
