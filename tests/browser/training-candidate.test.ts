// A candidate's way through training on a phone with a bad network: finding a course, enrolling, waiting, checking in.
// What is lost on the way is asked again; nothing is lost, and nothing happens twice.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { checkInZh } from '../../site/src/words/zh-check-in.ts';
import { trainingZh } from '../../site/src/words/zh-training.ts';
import { ask, doorShows, trained } from './courses.ts';
import { losing, slow } from './network.ts';
import { openServer } from './server.ts';
import { type Demo, demo, open, signIn } from './steps.ts';
import { BROKEN_NETWORK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
afterAll(() => server.close());

const { course: c, mine: m } = trainingZh;

async function enrol(page: Page, course: string, press: string = c.enrol): Promise<void> {
  await open(page, `/course/?c=${course}`);
  await page.getByRole('button', { name: press, exact: true }).click();
  await page.getByRole('button', { name: c.confirmEnrol }).click();
}

async function myStates(page: Page, who: Demo): Promise<string[]> {
  const person = (await server.person(who)) ?? '';
  const { enrolments } = await ask(page, 'listMyTraining', { params: { person } });
  return enrolments.map(({ course, state }) => `${course} ${state}`);
}

async function signedIn(who: Demo): Promise<Visitor> {
  const made = await visitor();
  await signIn(made.page, who);
  return made;
}

it('finds a course without a sign-in, filters it, sees it in the month, and last of all without a network', async () => {
  const { title } = await trained();
  const { page, context, expects } = await visitor();
  await open(page, '/training/');
  await page.getByText(trainingZh.schedule.chooseHint).waitFor();
  await page.getByLabel(trainingZh.schedule.province).selectOption({ label: '江西' });
  await page.getByRole('link', { name: title }).waitFor();

  await page.getByText(trainingZh.schedule.filters).click();
  await page.getByLabel(trainingZh.schedule.kind).selectOption({ label: trainingZh.kinds.supervision });
  await expect.poll(() => page.getByRole('link', { name: title }).count()).toBe(0);
  await page.getByLabel(trainingZh.schedule.kind).selectOption({ label: trainingZh.kinds['pre-exam'] });
  await page.getByLabel(trainingZh.schedule.text).fill(title);
  await page.getByRole('link', { name: title }).waitFor();

  await page.getByText(trainingZh.schedule.views.month, { exact: true }).click();
  const day = page.locator('.month td button').first();
  await day.focus();
  await page.keyboard.press('Enter');
  expect(await day.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('link', { name: title }).waitFor();

  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What the browser itself keeps for half a minute would stand in for the network.
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await context.setOffline(true);
  expects(BROKEN_NETWORK);
  await page.reload();
  await page.getByText(/这是 .* 保存的内容/).waitFor();
  await page.getByRole('link', { name: title }).waitFor();
});

it('enrols once, though the answer is lost twice; waits behind, is offered the freed seat, and takes it', async () => {
  const { course } = await trained({ capacity: 1 });
  const first = await signedIn('practised');
  first.expects(BROKEN_NETWORK);
  const lost = await losing(first.page, /\/enrolment$/, 2);
  await enrol(first.page, course);
  await first.page.getByText(c.done.enrolled ?? '').waitFor();
  expect(lost.heard()).toBe(3);
  expect(await myStates(first.page, 'practised')).toContain(`${course} enrolled`);

  const second = await signedIn('new');
  await enrol(second.page, course, c.queue);
  await second.page.getByText(c.position(1)).waitFor();

  await first.page.getByRole('button', { name: c.withdraw, exact: true }).click();
  await first.page.getByText(c.willLose).waitFor();
  await first.page.getByRole('button', { name: c.confirmWithdraw }).click();
  await first.page.getByText(c.done.withdrawn ?? '').waitFor();

  await open(second.page, `/course/?c=${course}`);
  await second.page.getByText(trainingZh.enrolments.offered).first().waitFor();
  await second.page.getByRole('button', { name: c.accept }).click();
  await second.page.getByRole('button', { name: c.confirmAccept }).click();
  await second.page.getByText(c.done.enrolled ?? '').waitFor();
  expect(await myStates(second.page, 'new')).toContain(`${course} enrolled`);
});

it('keeps a wish that could not be sent, says so, and sends it when the network is back', async () => {
  const { course, trainer } = await trained();
  const { page, context, expects } = await signedIn('practised');
  expects(BROKEN_NETWORK);
  await page.clock.install();
  await open(page, `/course/?c=${course}`);
  await page.getByRole('button', { name: c.enrol, exact: true }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: c.confirmEnrol }).click();
  await page.getByText(trainingZh.resending(2)).waitFor();
  for (let tries = 0; tries < 6; tries += 1) await page.clock.runFor(10_000);
  await page.getByText(trainingZh.unsent).waitFor();
  await context.setOffline(false);
  await page.getByText(c.done.enrolled ?? '').waitFor();
  const { enrolments } = await ask(trainer, 'listRoster', { params: { course } });
  expect(enrolments.filter(({ state }) => state === 'enrolled')).toHaveLength(1);
});

it('checks in on a slow network that loses the answer: one mark, with the time of the first', async () => {
  const { trainer, course, session } = await trained();
  const { page, context, expects } = await signedIn('practised');
  expects(BROKEN_NETWORK);
  await enrol(page, course);
  await page.getByText(c.done.enrolled ?? '').waitFor();
  await slow(context, page, { latency: 2_000, bytes: 6_000 });
  const lost = await losing(page, /\/sessions\/[\w-]+\/marks$/, 1);
  const { link } = await doorShows(trainer, session);
  await page.goto(link, { timeout: 60_000 });
  await page.getByRole('heading', { name: /^已签到 \d\d:\d\d$/ }).waitFor({ timeout: 60_000 });
  expect(new URL(page.url()).hash).toBe('');
  expect(lost.heard()).toBe(2);
  const { marks } = await ask(trainer, 'listMarks', { params: { session } });
  expect(marks.map(({ kind, how }) => [kind, how])).toEqual([['in', 'scan']]);
});

it('lets a scan from before the sign-in count, by its own time, on the phone that scanned', async () => {
  const { trainer, course, session } = await trained({ walkIns: true });
  await server.forget('bureau');
  const { page } = await visitor();
  const { link } = await doorShows(trainer, session);
  await page.goto(link);
  await page.getByText(/已记下扫码时间/).waitFor();
  await page.reload();
  await page.getByText(/已记下扫码时间/).waitFor();
  await page.getByRole('link', { name: checkInZh.signIn }).click();
  await page.getByRole('button', { name: demo('bureau').name }).click();
  await page.getByRole('heading', { name: /^已签到/ }).waitFor();
  await page.getByText(checkInZh.walkIn).waitFor();
  const { marks } = await ask(trainer, 'listMarks', { params: { session } });
  expect(marks.map(({ kind }) => kind)).toEqual(['in']);
  expect(await page.evaluate(() => [Object.keys(sessionStorage), location.hash])).toEqual([[], '']);
  expect(await ask(trainer, 'readCourse', { params: { course } })).toMatchObject({ seats: { taken: 0 } });
});

it('types the six digits from "my training"; a wrong code and a foreign one say what to do; a camera that is refused says so', async () => {
  const { trainer, course, session } = await trained();
  const { page, expects } = await signedIn('practised');
  expects(/422/);
  await enrol(page, course);
  await page.getByText(c.done.enrolled ?? '').waitFor();
  await open(page, `/door/?s=${session}`);
  await page.getByRole('button', { name: checkInZh.scan }).click();
  await page.getByText(new RegExp(`${checkInZh.noCamera}|${checkInZh.denied}`)).waitFor();

  const { digits } = await doorShows(trainer, session);
  await page.getByLabel(checkInZh.digitsLabel).fill('12345');
  await page.getByRole('button', { name: checkInZh.send }).click();
  await page.getByText(checkInZh.digitsFault).waitFor();
  await page.getByLabel(checkInZh.digitsLabel).fill(digits === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: checkInZh.send }).click();
  await page.getByText(trainingZh.reasons['code-wrong']).waitFor();
  await page.getByRole('button', { name: checkInZh.retryScan }).click();
  await page.getByLabel(checkInZh.digitsLabel).fill((await doorShows(trainer, session)).digits);
  await page.getByRole('button', { name: checkInZh.send }).click();
  await page.getByRole('heading', { name: /^已签到/ }).waitFor();

  await page.goto((await doorShows(trainer, session)).link);
  await page.getByText(checkInZh.same).waitFor();
  await page.goto('/door/#s=x');
  await page.getByText(checkInZh.badLink).waitFor();
});

it('asks for leave with a reason, and takes it back', async () => {
  const { course, session, trainer } = await trained();
  const { page } = await signedIn('practised');
  await enrol(page, course);
  await page.getByText(c.done.enrolled ?? '').waitFor();
  await open(page, '/my-training/');
  const line = page
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href$="${course}"]`) })
    .first();
  await line.getByRole('button', { name: m.excuse }).click();
  await line.getByLabel(m.excuseWhy).fill('病');
  await line.getByRole('button', { name: m.excuseSend }).click();
  await line.getByText(m.excuseShort).waitFor();
  await line.getByLabel(m.excuseWhy).fill('病假');
  await line.getByRole('button', { name: m.excuseSend }).click();
  await line.getByText(m.excuses.asked).waitFor();
  const { excuses } = await ask(trainer, 'listExcuses', { params: { session } });
  expect(excuses.map(({ state }) => state)).toEqual(['asked']);
  await line.getByRole('button', { name: m.excuseBack }).click();
  await line.getByRole('button', { name: m.excuse }).waitFor();
});
