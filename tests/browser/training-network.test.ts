// Schedule, enrolment and door on a phone whose network is slow and cut: what was asked for is there afterwards, all of it, and once. What is compared
// are the things themselves (who, which, when), never how many there are.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { zh } from '../../site/src/words/zh.ts';
import { checkInZh } from '../../site/src/words/zh-check-in.ts';
import { teachZh as w } from '../../site/src/words/zh-teach.ts';
import { trainingZh } from '../../site/src/words/zh-training.ts';
import { ask, doorShows, trained } from './courses.ts';
import { losing, slow } from './network.ts';
import { openServer } from './server.ts';
import { type Demo, demo, open, ready, signIn } from './steps.ts';
import { BROKEN_NETWORK, DESK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
afterAll(() => server.close());

const { course: c, schedule: s } = trainingZh;

/** A phone at the edge of a town: half a second to the first byte, 50 kB a second. */
const EDGE = { latency: 500, bytes: 50_000 };
const SLOW_MS = 60_000;

async function signedIn(who: Demo, options: Parameters<typeof visitor>[0] = {}): Promise<Visitor> {
  const made = await visitor(options);
  await signIn(made.page, who);
  return made;
}

async function serverNow(page: Page): Promise<string> {
  return (await ask(page, 'me')).now;
}

/** Every mark of a session: whose it is, what, and when the server had it. */
async function marksOf(trainer: Page, session: string): Promise<string[]> {
  const { marks } = await ask(trainer, 'listMarks', { params: { session } });
  return marks.map(({ person, kind }) => `${person} ${kind}`).sort();
}

async function enrolled(trainer: Page, course: string): Promise<string[]> {
  const { enrolments } = await ask(trainer, 'listRoster', { params: { course } });
  return enrolments.map(({ person, state }) => `${person} ${state}`).sort();
}

it('shows every session of the month on a slow line, says when the line was cut, and shows them when it is back', async () => {
  const { trainer, title } = await trained();
  const { page, context, expects } = await visitor();
  expects(BROKEN_NETWORK);
  const cut = await slow(context, page, EDGE);
  const lost = await losing(page, /\/api\/public\/schedule/, 1);
  await page.goto('/training/?p=36', { timeout: SLOW_MS });
  await page.getByText(s.failed).waitFor({ timeout: SLOW_MS });
  await page.getByRole('button', { name: zh.retry }).click();
  await page.getByRole('link', { name: title }).waitFor({ timeout: SLOW_MS });
  expect(lost.heard()).toBe(2);

  await page.getByText(s.filters).click();
  await page.getByLabel(s.past).check();
  const month = (await serverNow(trainer)).slice(0, 7);
  const { sessions } = await ask(trainer, 'listSchedule', { query: { province: '36', month } });
  const links = page.locator('a[href*="/course/?c="]');
  const shown = async () => (await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))).sort();
  await expect.poll(shown).toEqual(sessions.map(({ course }) => `/course/?c=${course}`).sort());

  await cut(true);
  await page.getByRole('button', { name: s.later }).click();
  await page.getByText(s.failed).waitFor();
  await cut(false);
  await page.getByRole('button', { name: s.earlier }).click();
  await page.getByRole('link', { name: title }).waitFor({ timeout: SLOW_MS });
});

it('enrols once when the network is cut with the answer on its way, and the page is opened again later', async () => {
  const { trainer, course } = await trained();
  const { page, context, expects } = await signedIn('practised');
  expects(BROKEN_NETWORK);
  const person = (await server.person('practised')) ?? '';
  await open(page, `/course/?c=${course}`);
  const cut = await slow(context, page, EDGE);
  const lost = await losing(page, /\/enrolment$/, 1);
  await page.getByRole('button', { name: c.enrol, exact: true }).click();
  page.once('requestfailed', () => void cut(true));
  await page.getByRole('button', { name: c.confirmEnrol }).click();
  await page.getByText(trainingZh.resending(2)).waitFor({ timeout: SLOW_MS });
  expect(await enrolled(trainer, course), 'the server has heard').toEqual([`${person} enrolled`]);

  await cut(false);
  await page.goto(`/course/?c=${course}`, { timeout: SLOW_MS });
  await ready(page);
  await page.getByRole('button', { name: c.withdraw, exact: true }).waitFor({ timeout: SLOW_MS });
  expect(await enrolled(trainer, course)).toEqual([`${person} enrolled`]);
  expect(await ask(trainer, 'readCourse', { params: { course } })).toMatchObject({ seats: { taken: 1, waiting: 0 } });
  expect(new Set(lost.bodies()).size, 'one wish, however often it was sent').toBe(1);
});

it('counts a scan once, at the time of the first contact, when the network is cut before the answer', async () => {
  const { trainer, course, session } = await trained();
  const { page, context, expects } = await signedIn('practised');
  expects(BROKEN_NETWORK);
  const person = (await server.person('practised')) ?? '';
  await ask(page, 'enrol', { params: { course }, body: { request: `story-scan-1-${course}` } });
  const lost = await losing(page, /\/sessions\/[\w-]+\/marks$/, 1);
  const before = await serverNow(trainer);
  page.once('requestfailed', () => void context.setOffline(true));
  await page.goto((await doorShows(trainer, session)).link);
  await page.getByText(checkInZh.resending(2)).waitFor();
  const after = await serverNow(trainer);
  expect(await marksOf(trainer, session), 'the server has heard').toEqual([`${person} in`]);

  await context.setOffline(false);
  await page.getByRole('heading', { name: /^已签到/ }).waitFor();
  await page.getByText(checkInZh.same).waitFor();
  expect(await marksOf(trainer, session)).toEqual([`${person} in`]);
  const [mark] = (await ask(trainer, 'listMarks', { params: { session } })).marks;
  expect(mark?.at.localeCompare(before), 'not before it was scanned').toBe(1);
  expect(mark?.at.localeCompare(after), 'not when it was sent again').toBe(-1);
  expect(new Set(lost.bodies()).size).toBe(1);
});

it('counts a scan that never arrived when it arrives: the tab is opened again with a network, and there is one mark', async () => {
  const { trainer, course, session } = await trained();
  const { page, context, expects } = await signedIn('new');
  expects(BROKEN_NETWORK);
  const person = (await server.person('new')) ?? '';
  await ask(page, 'enrol', { params: { course }, body: { request: `story-scan-2-${course}` } });
  const lost = await losing(page, /\/sessions\/[\w-]+\/marks$/, 1, 'before');
  page.once('requestfailed', () => void context.setOffline(true));
  await page.goto((await doorShows(trainer, session)).link);
  await page.getByText(checkInZh.resending(2)).waitFor();
  expect(await marksOf(trainer, session), 'the server has heard nothing').toEqual([]);

  const before = await serverNow(trainer);
  await context.setOffline(false);
  await page.goto('/door/');
  await page.getByRole('heading', { name: /^已签到/ }).waitFor();
  expect(await marksOf(trainer, session)).toEqual([`${person} in`]);
  const [mark] = (await ask(trainer, 'listMarks', { params: { session } })).marks;
  expect(mark?.at.localeCompare(before)).toBe(1);
  expect(new Set(lost.bodies()).size).toBe(1);
});

it('keeps each mark that a trainer made without a network once, though they are delivered three times', async () => {
  const { course, session, trainer } = await trained({ capacity: 5 });
  const { page, context, expects } = await signedIn('trainer', { viewport: DESK });
  expects(BROKEN_NETWORK);
  const people: string[] = [];
  for (const who of ['practised', 'new'] as const) {
    const phone = await signedIn(who);
    await ask(phone.page, 'enrol', { params: { course }, body: { request: `story-${who}-${course}` } });
    people.push((await server.person(who)) ?? '');
  }
  await open(page, `/staff/training/?view=door&course=${course}&session=${session}`);
  await page.locator('.digits .visually-hidden').waitFor();
  await context.setOffline(true);
  await page.getByText(w.door.offline, { exact: true }).click();
  for (const [n, who] of (['practised', 'new'] as const).entries()) {
    await page.getByLabel(w.door.search).fill(demo(who).name);
    await page.getByRole('button', { name: new RegExp(`：${w.kindNames.in}$`) }).click();
    await page.getByText(w.door.waiting(n + 1)).waitFor();
  }

  const lost = await losing(page, /\/relays$/, 2);
  await context.setOffline(false);
  await expect.poll(() => page.getByText(w.door.waiting(2)).count(), { timeout: SLOW_MS }).toBe(0);
  expect(lost.heard()).toBeGreaterThan(2);
  expect(await marksOf(trainer, session)).toEqual(people.map((person) => `${person} in`).sort());
});
