// A recorded lesson in a real player: what counts is what passed on the server's clock, whatever the page says; a reload goes on where one was.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { trainingZh } from '../../site/src/words/zh-training.ts';
import { ask, trained } from './courses.ts';
import { open, signIn } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();

const { lesson: l } = trainingZh;
const SECONDS = 60;
const RATE = 8_000;
const LINK = 'https://video.example/lesson-1.mp3';

/** A minute of silence as a WAV file: eight bits, one channel. */
function silence(): Buffer {
  const data = Buffer.alloc(SECONDS * RATE, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** Another site's server of films: it answers for parts of them, as players ask. */
async function films(page: Page): Promise<void> {
  const whole = silence();
  await page.route('https://video.example/**', (route) => {
    const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(route.request().headers().range ?? '') ?? [];
    const [first, last] = [Number(from), to === '' ? whole.length - 1 : Number(to)];
    const headers = {
      ...{ 'accept-ranges': 'bytes', 'content-type': 'audio/wav' },
      'content-range': `bytes ${first}-${last}/${whole.length}`,
    };
    return route.fulfill({ status: 206, headers, body: whole.subarray(first, last + 1) });
  });
}

async function openLesson(page: Page): Promise<void> {
  await open(page, '/my-training/');
  await page.getByRole('button', { name: l.open }).last().click();
  await page.getByRole('button', { name: l.watch('第一课') }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 1);
}

/** Plays until the player stands there, and stops; resolves when the server has heard. */
async function playTo(page: Page, seconds: number): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.play());
  await page.waitForFunction((to) => (document.querySelector('video')?.currentTime ?? 0) >= to, seconds);
  const told = page.waitForResponse(/\/beats$/);
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
  await told;
}

it('counts what was played, resumes there after a reload, and counts neither a leap nor a claim', async () => {
  const lessons = [{ title: '第一课', minutes: SECONDS / 60, link: LINK }];
  const { course, session } = await trained({ form: 'recorded', title: '录播课' }, { form: 'recorded', lessons });
  const { page } = await visitor();
  await signIn(page, 'new');
  await films(page);
  await ask(page, 'enrol', { params: { course }, body: { request: `story-lessons-${course}` } });
  const watched = async () => (await ask(page, 'listLessons', { params: { session } })).lessons[0]?.watched ?? -1;

  await openLesson(page);
  const begun = Date.now();
  await playTo(page, 5);
  const passed = (Date.now() - begun) / 1000;
  const first = await watched();
  expect(first).toBeGreaterThanOrEqual(4);
  expect(first).toBeLessThanOrEqual(passed + 1);

  await page.reload();
  await openLesson(page);
  const at = await page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
  expect(Math.abs(at - first), 'goes on where it was').toBeLessThanOrEqual(1);

  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 55;
  });
  await page.waitForResponse(/\/beats$/);
  expect(await watched(), 'a leap is not watched').toBe(first);

  const beat = (position: number, playing: boolean) =>
    ask(page, 'watchLesson', { params: { session, lesson: '1' }, body: { position, playing } });
  await beat(0, true);
  const { watched: claimed } = await beat(SECONDS, false);
  expect(claimed, 'a claim is worth what passed on the server').toBeLessThan(SECONDS / 2);
  expect(claimed - first).toBeLessThanOrEqual(5);
});
