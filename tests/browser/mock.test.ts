// Mock papers from the list to practising: what a paper asks for, its start, its result, its review, the wrong book on every device; and words that
// one marks oneself.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mockEn } from '../../site/src/words/en-mock.ts';
import { zh } from '../../site/src/words/zh.ts';
import { mockZh as t } from '../../site/src/words/zh-mock.ts';
import { barriers, looks } from './access.ts';
import { ask } from './courses.ts';
import { begin } from './exam.ts';
import { answerAndHandIn, mixed, openList, openResult, openReview, SUBJECT, satShort } from './mock.ts';
import { openServer } from './server.ts';
import { open, ready, signIn, syncNow, wrongShown } from './steps.ts';
import { BROKEN_NETWORK, DESK, PHONE, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
beforeAll(() => server.forget('new'));
afterAll(() => server.close());

async function candidate(options: Parameters<typeof visitor>[0] = {}): Promise<Visitor> {
  const one = await visitor(options);
  await signIn(one.page, 'new');
  return one;
}

/** The way to a form of the subject that the stories are about. */
const wayTo = (page: Page, form: string) => page.locator(`a[href$="subject=${SUBJECT}&form=${form}"]`);

describe('a paper', () => {
  it('is found, explained, started once whatever the network does, sat, told of, reviewed and practised', async () => {
    const { page, expects } = await candidate();
    expects(BROKEN_NETWORK);
    await open(page, '/');
    await page.getByRole('link', { name: zh.home.mockGo }).click();
    await page.locator('.mock-subject').first().waitFor();
    await page.getByText(t.history.none).waitFor();
    await wayTo(page, 'short').click();
    await ready(page);
    await page.getByText(t.start.networkGood(0).slice(0, 2)).waitFor();
    for (const text of [t.start.storageOk, t.start.clockOk, t.start.scoringMultiple])
      await page.getByText(text).waitFor();
    const rules = (await page.getByRole('region', { name: t.start.rules }).textContent()) ?? '';
    for (const text of [t.start.time('30 分钟'), t.start.grace(120), 'A B D', '0 分']) expect(rules).toContain(text);

    // The server hears it, the answer is lost; pressed again it is the same attempt, with what was chosen.
    await page.getByLabel(t.modes.relaxed).check();
    await page.getByLabel(t.start.factor).selectOption('150');
    await page.getByText(t.start.sure('45 分钟')).waitFor();
    await page.route('**/attempts', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: t.start.go }).click();
    await page.getByText(t.problems.offline ?? '').waitFor();
    await page.unroute('**/attempts');
    await page.getByRole('button', { name: t.start.go }).click();
    await page.waitForURL(/\/mock\/sit\/\?attempt=/);
    const attempt = new URL(page.url()).searchParams.get('attempt') ?? '';
    await page.goto('/progress/');

    await openList(page);
    const going = page.getByRole('region', { name: t.open.title });
    expect(await going.getByRole('link').count()).toBe(1);
    expect(await going.textContent()).toMatch(/还剩 4[45] 分钟/);
    const asked = await answerAndHandIn(page, attempt, mixed);

    await openResult(page, attempt);
    const said = (await page.locator('main').textContent()) ?? '';
    expect(await page.locator('.mock-large').textContent()).toBe('2.5');
    for (const text of [t.result.partial(1, '0.5'), t.result.factor(150), t.result.below('15.5')]) {
      expect(said).toContain(text);
    }
    expect(await page.locator('.mock-card [data-state=right]').count()).toBe(2);
    expect(await page.locator('.mock-slow').first().textContent()).toContain(t.result.nth(25));
    await page.getByRole('link', { name: t.result.review }).click();
    await ready(page);

    await page.locator('summary').click();
    await page.getByLabel(t.review.filters.partial, { exact: true }).check();
    await page.getByText(t.review.count(1, 25)).waitFor();
    const verdict = page.locator('.verdict');
    await expect.poll(() => verdict.textContent()).toContain(zh.drill.partialRule(1));
    await page.getByLabel(t.review.filters.flagged, { exact: true }).check();
    await page.locator('article', { hasText: t.review.position(2, 25) }).waitFor();
    await page.getByLabel(t.review.filters.wrong, { exact: true }).check();
    await page.locator('article', { hasText: t.review.position(3, 25) }).waitFor();
    await page.getByRole('button', { name: t.review.next }).click();
    await expect.poll(() => verdict.textContent()).toContain(zh.drill.wrongRule);
    await page.getByRole('button', { name: t.review.report }).click();
    await page.getByRole('dialog').getByLabel(zh.drill.reportReasons.stem).check();
    await page.getByRole('button', { name: zh.drill.reportSend }).click();
    await expect.poll(async () => (await server.reports(asked[21]?.id ?? '')).length).toBe(1);
    // A reload stands where one was.
    await page.reload();
    await page.locator('article', { hasText: t.review.position(22, 25) }).waitFor();
  });

  it('puts its mistakes into the wrong book of every device, practised like any other; its weak chapter is one tap away', async () => {
    const { page } = await candidate();
    const { attempt, asked } = await satShort(page, mixed);
    await openResult(page, attempt);
    const link = page.getByRole('link', { name: t.result.practise }).first();
    const chapter = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('chapter') ?? '';

    // Another device has the entries by its sync and asks for the questions.
    const other = await candidate();
    await syncNow(other.page);
    await open(other.page, '/book/');
    await other.page.locator('.book-entry').nth(2).waitFor();
    const stems = await wrongShown(other.page);
    for (const n of [3, 21, 22]) expect(stems).toContain(asked[n - 1]?.stem);
    expect(stems).not.toContain(asked[0]?.stem);
    await other.page.locator('.book-place', { hasText: zh.book.fromMock }).first().waitFor();
    // Without a network it is still there.
    await other.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await other.context.setOffline(true);
    const wanted = asked[2]?.stem ?? '';
    await open(other.page, '/book/');
    await other.page.getByRole('link', { name: wanted }).click();
    await other.page.locator('.stem', { hasText: wanted }).waitFor();
    await other.page.locator('button.option').first().click();
    await other.page.locator('.verdict').waitFor();
    await other.context.setOffline(false);

    await link.click();
    await page.locator('.stem').waitFor();
    expect(new URL(page.url()).searchParams.get('chapter')).toBe(chapter);
    // Progress counts what the packs hold alone.
    await open(page, '/progress/');
    await page.locator('.figures').first().waitFor();
  });

  it('answered in words is marked by oneself, point by point', async () => {
    const { page } = await candidate();
    const attempt = await begin(page, { subject: 'intermediate-practice' });
    const texts = [{ n: 1, part: '1', seq: 5, text: '先建立关系，\n再评估需要。' }];
    const body = { device: 'a-device-before', answers: [], texts };
    await ask(page, 'submitAttempt', { params: { attempt }, body });
    await openResult(page, attempt);
    await page.getByText(t.result.essaysWait).waitFor();
    await page.getByRole('link', { name: t.result.selfMark }).click();
    await page.locator('.mock-point select').first().waitFor();
    await page.getByText('再评估需要。').waitFor();
    const points = page.locator('.mock-point select');
    const count = await points.count();
    await page.getByText(t.review.missing(count)).waitFor();
    for (let i = 0; i < count; i += 1) await points.nth(i).selectOption('1');
    await page.getByText(t.review.sum(String(count / 2), '20')).waitFor();
    await page.getByRole('button', { name: t.review.saveMarks }).click();
    await page.locator('.toast', { hasText: t.review.saved }).waitFor();
    await openResult(page, attempt);
    expect(await page.locator('.mock-large').textContent()).toBe(String(count / 2));
    expect(await page.getByText(t.result.essaysWait).count()).toBe(0);
  });
});

it('says what waits, what was voided, and what is nobody’s', async () => {
  const { page, expects } = await candidate();
  expects(/404/);
  const { attempt } = await satShort(page, mixed);
  const answer = await ask(page, 'readResult', { params: { attempt } });
  const tell = async (change: object) => {
    const { result: _, ...rest } = answer;
    await page.unroute('**/result');
    await page.route('**/result', (route) => route.fulfill({ json: { ...rest, ...change } }));
    await open(page, `/mock/result/?attempt=${attempt}`);
  };
  await tell({ resultAt: '2026-12-01T01:00:00.000Z' });
  await page.getByText(t.result.waitingHint).waitFor();
  await page.getByText(t.result.waitingAt('12月1日 09:00').slice(0, 6)).waitFor();
  expect(await page.locator('.mock-large').count()).toBe(0);
  await tell({ attempt: { ...answer.attempt, state: 'voided' } });
  await page.getByText(t.result.voided).waitFor();

  // What a set paper may tell beside its marks: late answers, a corrected key, the local line, and places under made-up names.
  const { result } = answer;
  const at = '2026-11-20T01:00:00.000Z';
  const lines = result?.lines.map((line) => (line.n === 5 ? { ...line, late: 'received-after-grace' } : line));
  const local = { year: 2025, mark: 10, scope: 'local', verified: true };
  const places = [
    { place: 1, name: '云雀', earned: 40, possible: 60, own: false },
    { place: 2, name: '青松', earned: 5, possible: 60, own: true },
  ];
  await page.route('**/ranking', (route) =>
    route.fulfill({ json: { ranking: 'pseudonymous', sat: 2, places, own: places[1], now: at } }),
  );
  await tell({
    attempt: { ...answer.attempt, paper: 'paper-0001', title: '月考' },
    result: { ...result, lines, regrades: [{ at, before: 3, after: 5 }], passLines: [local], review: false },
  });
  await page.getByRole('heading', { name: '月考' }).waitFor();
  for (const text of [t.result.rankingOwn(2, '青松'), t.result.rankingPseudonym, t.result.reviewClosed]) {
    await page.getByText(text).waitFor();
  }
  const told = (await page.locator('main').textContent()) ?? '';
  for (const text of [
    `${t.result.nth(5)}：${t.result.lates['received-after-grace']}`,
    t.result.regraded('11月20日 09:00', '1.5', '2.5'),
    t.result.passLine(2025, t.result.local, '1.5'),
    t.result.passed('1'),
    t.result.verified,
  ]) {
    expect(told).toContain(text);
  }
  expect(await page.getByRole('link', { name: t.result.review }).count()).toBe(0);

  await page.unroute('**/result');
  await open(page, '/mock/result/?attempt=0mwu00000-nobodys-attempt');
  await page.getByText(t.problems.not_found ?? '').waitFor();
});

it('tells a guest why a paper needs a sign-in, on every page of it', async () => {
  const { page } = await visitor();
  for (const path of ['', 'start/?subject=junior-comprehensive&form=short', 'result/?attempt=x', 'review/?attempt=x']) {
    await open(page, `/mock/${path}`);
    await page.getByText(t.signIn).waitFor();
    const to = new URL((await page.locator('a.button').first().getAttribute('href')) ?? '', page.url());
    expect(decodeURIComponent(to.search), path).toContain(`/mock/${path}`);
  }
});

it('has no barrier in either language, light and dark, narrow and with large text', async () => {
  const { page } = await candidate();
  const found: string[] = [];
  const { attempt } = await satShort(page, mixed);
  await satShort(page, mixed);
  for (const lang of ['zh', 'en'] as const) {
    const root = lang === 'zh' ? '' : '/en';
    const words = lang === 'zh' ? t : mockEn;
    const look = async (state: string) => {
      found.push(...(await barriers(page, looks[lang])).map((line) => `${lang} ${state}, ${line}`));
    };
    await openList(page, root);
    await page.locator('.mock-chart').waitFor();
    await look('list');
    await open(page, `${root}/mock/start/?subject=${SUBJECT}&form=official`);
    await page.getByText(words.start.clockOk).waitFor();
    await look('start');
    await openResult(page, attempt, root);
    await page.getByText(words.result.estimate, { exact: true }).waitFor();
    await look('result');
    await openReview(page, attempt, '&n=21', root);
    await page.locator('summary').click();
    await look('review');
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('link', { name: zh.nav.practice, exact: true }).isVisible()).toBe(false);
  await page.setViewportSize(PHONE);
  expect(found).toEqual([]);
});
