// 离线自测: sat without a server, by the device's own clock, and handed over for uploading.
import { expect, it } from 'vitest';
import { openExam } from '../../../site/src/exam/exam.ts';
import { dropExam, offlineSheet, startOffline } from '../../../site/src/exam/offline.ts';
import { ATTEMPT, QUESTIONS } from './server.ts';
import { type ExamTab, makeExamWorld } from './world.ts';

const asked = Array.from({ length: QUESTIONS }, (_, i) => ({
  ...{ n: i + 1, id: `mq-${i}`, version: 1, kind: 'single' as const, stem: '题干' },
  options: [...'ABCD'].map((id) => ({ id, text: id })),
}));

/** A tab without a server, on a paper that was begun just now. */
async function begun() {
  const world = makeExamWorld();
  world.server.isDown = true;
  const browser = world.browser('one');
  const paper = { attempt: ATTEMPT, person: 'person-one', subject: 'law-and-policy', form: 'short' as const };
  await startOffline(browser.env(), { ...paper, minutes: 30, factor: 100, asked });
  const tab: ExamTab = await browser.tab();
  return { world, browser, tab, env: browser.env() };
}

it('is sat, ends by itself, and is handed over with the time it took', async () => {
  const { world, tab, env } = await begun();
  expect(tab.exam.phase).toBe('writing');
  await world.pass(60_000);
  tab.exam.pick(3, ['B']);
  await world.pass(29 * 60_000 - 1_000);
  expect(await offlineSheet(env, ATTEMPT)).toMatchObject({ isOver: false });
  await world.pass(5_000);
  expect(tab.exam.phase).toBe('over');
  const sheet = await offlineSheet(env, ATTEMPT);
  expect(sheet).toMatchObject({ isOver: true, tookMs: 30 * 60_000 });
  expect(sheet?.answers.find(({ n }) => n === 3)).toMatchObject({ picked: ['B'], seq: 60_000 });
  expect(world.server.log).toEqual([]);
});

it('is handed in early, and goes on after the page was closed', async () => {
  const { world, browser, tab, env } = await begun();
  tab.exam.pick(1, ['A']);
  await world.pass(10_000);
  tab.kill();
  const again = await browser.tab();
  expect(again.exam.book.at(1).picked).toEqual(['A']);
  expect(Math.abs(again.exam.remainingMs() - (30 * 60_000 - 10_000))).toBeLessThanOrEqual(1_000);
  again.exam.handIn();
  await world.settled();
  expect(again.exam.phase).toBe('over');
  expect((await offlineSheet(env, ATTEMPT))?.isOver).toBe(true);
  await dropExam(env, ATTEMPT);
  expect(await offlineSheet(env, ATTEMPT)).toBeUndefined();
});

it('is not begun where nothing can be kept', async () => {
  const { env } = await begun();
  const paper = {
    attempt: ATTEMPT,
    person: 'p',
    subject: 's',
    form: 'short' as const,
    minutes: 30,
    factor: 100,
    asked,
  };
  await expect(startOffline({ ...env, indexedDB: undefined }, paper)).rejects.toThrow('nothing can be kept');
});

it('of somebody else is not opened', async () => {
  const { browser, world, env } = await begun();
  const call = world.server.call;
  const opening = openExam({
    env: { ...env, indexedDB: browser.indexedDB },
    call,
    attempt: ATTEMPT,
    person: 'person-two',
  });
  await expect(opening).rejects.toMatchObject({ code: 'offline' });
});
