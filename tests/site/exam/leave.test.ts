// Signing out takes an exam from a shared computer, and never an answer that was not sent.
import { expect, it } from 'vitest';
import { openDisk } from '../../../site/src/exam/disk.ts';
import { leaveExams } from '../../../site/src/exam/leave.ts';
import { ATTEMPT } from './server.ts';
import { makeExamWorld } from './world.ts';

async function left(isUnsent: boolean, all: boolean) {
  const world = makeExamWorld();
  const browser = world.browser('one');
  const tab = await browser.tab();
  await world.settled();
  if (isUnsent) tab.exam.pick(1, ['A']);
  await world.settled();
  tab.kill();
  await world.settled();
  await leaveExams(browser.indexedDB, all);
  return (await openDisk(browser.indexedDB)).load(ATTEMPT);
}

it('takes all when everything was sent', async () => {
  expect(await left(false, false)).toBeUndefined();
});

it('leaves what waits, unless the account itself is gone', async () => {
  expect((await left(true, false))?.changes).toHaveLength(1);
  expect(await left(true, true)).toBeUndefined();
});

it('makes nothing where there was nothing', async () => {
  const { indexedDB } = makeExamWorld().browser('one');
  await leaveExams(indexedDB, true);
  expect(await indexedDB.databases()).toEqual([]);
});
