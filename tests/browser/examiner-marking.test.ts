// Marking essays: by the keyboard and without names, saved one by one; what could not be sent survives a reload and is sent when the network is back.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { papersZh as w } from '../../site/src/words/zh-papers.ts';
import { barriers, looks } from './access.ts';
import { ask, courseNow } from './courses.ts';
import { open, signIn } from './steps.ts';
import { DESK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();

const MINUTE_MS = 60_000;
const WRITTEN = '从微观、中观和宏观三个层面看他的处境。';

/** A paper with one case, set for a course and handed in by somebody with a seat; the trainer who marks it, and the paper. */
async function handedIn(): Promise<{ trainer: Visitor; paper: string; name: string }> {
  const made = await visitor();
  const trainer: Page = made.page;
  await signIn(trainer, 'trainer');
  const { course } = await courseNow(trainer, { capacity: 5 });
  const { page } = await visitor();
  await signIn(page, 'practised');
  await ask(page, 'enrol', { params: { course }, body: { request: `story-marking-${course}` } });
  const { grants } = await ask(trainer, 'staffMe');
  const { actor, now } = await ask(page, 'me');
  if (actor.kind !== 'person') throw new Error('nobody is signed in');
  const at = (minutes: number) => instantOf(msOf(now) + minutes * MINUTE_MS);
  const unit = grants.find(({ role }) => role === 'trainer')?.unit ?? '';
  const plan = {
    ...{ group: { kind: 'course', id: course }, title: '案例练习', subject: 'intermediate-practice', form: 'short' },
    ...{ mode: 'relaxed', opensAt: at(-1), closesAt: at(60), shuffle: false },
    ...{ results: 'at-once', review: 'never', ranking: 'off' },
  };
  const body = { request: `story-marking-set-${course}`, ...plan };
  const { paper = '' } = await ask(trainer, 'setPaper', { params: { unit }, body });
  const device = 'a-device-before';
  const wish = { kind: 'set', request: `story-marking-sit-${course}`, device, paper };
  const { attempt } = await ask(page, 'startAttempt', { params: { person: actor.person }, body: wish });
  const [question] = attempt?.asked ?? [];
  const part = question?.parts?.[0]?.id ?? '1';
  const texts = [{ n: 1, part, seq: 5, text: WRITTEN }];
  const params = { attempt: attempt?.attempt ?? '' };
  await ask(page, 'submitAttempt', { params, body: { device, answers: [], texts } });
  return { trainer: made, paper, name: actor.name };
}

it('gives marks point by point, keeps what the network did not take, and has no barrier', async () => {
  const { trainer, paper, name } = await handedIn();
  const { page } = trainer;
  trainer.expects(/503/);
  await page.setViewportSize(DESK);
  await open(page, `/staff/papers/?view=essays&paper=${paper}`);
  await page.getByText(w.essays.progress(0, 1)).waitFor();
  expect(await page.locator('main').innerText()).not.toContain(name);
  const listed = (await barriers(page, looks.zh)).map((line) => `list: ${line}`);
  await page.setViewportSize(DESK);
  await page.getByRole('link', { name: w.essays.begin }).click();
  await page.getByText(WRITTEN).waitFor();

  const points = page.locator('.point-input');
  await points.first().fill('9999');
  await page.locator('.point .fault').waitFor();
  await points.first().fill('0.5');
  await points.first().press('Enter');
  expect(await points.nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByText(w.essays.saved, { exact: true }).waitFor();

  // The network fails for a moment: what is given then is still there after a reload, and is sent.
  await page.route('**/marks', (route) => route.fulfill({ status: 503, body: '' }));
  await points.nth(1).fill('1');
  await page.getByText(w.essays.unsent(1)).waitFor();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText(w.essays.unsent(1)).waitFor();
  await page.unroute('**/marks');
  await page.getByRole('button', { name: w.essays.retry }).click();
  await page.getByText(w.essays.saved, { exact: true }).waitFor();

  for (let i = 2; i < (await points.count()); i += 1) await points.nth(i).fill('0');
  await page.getByText(w.essays.complete).waitFor();
  await page.getByText(w.essays.saved, { exact: true }).waitFor();
  const found = await barriers(page, looks.zh);
  expect([...listed, ...found]).toEqual([]);
  const { scripts } = await ask(page, 'listEssays', { params: { paper } });
  expect(scripts).toMatchObject([{ marking: 'done', earned: 3 }]);
});
