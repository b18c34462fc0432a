// The pages of training for everybody: a paper is checked without a network, and no page has a barrier.
import { expect, it } from 'vitest';
import { numberOf } from '../../functions/domain/completions/number.ts';
import { makeSigner } from '../../functions/papers/signer.ts';
import { checkInZh } from '../../site/src/words/zh-check-in.ts';
import { trainingZh } from '../../site/src/words/zh-training.ts';
import { barriers, looks } from './access.ts';
import { doorShows, trained } from './courses.ts';
import { open, ready, signIn } from './steps.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const { course: c, mine: m } = trainingZh;

it('checks a paper’s code without a network: genuine, and forged when one sign is changed', async () => {
  const signer = makeSigner('a secret of the story');
  const jws = await signer.sign({
    ...{ n: '2026-7K3M-9QXA-04TD', p: '王小明', c: '考前冲刺班', u: '九江市社工协会' },
    ...{ f: '2026-05-01', t: '2026-05-03', d: '2026-05-10', m: 1080, h: 45 },
  });
  const { page, context, expects } = await visitor();
  expects(/404/);
  expects(BROKEN_NETWORK);
  // The keys of the story stand in for the server's: what is tried is the page, and the server's own are tried with it.
  const key = await signer.key();
  await page.route('**/api/public/completion-keys', (route) => route.fulfill({ json: { keys: [key] } }));
  await page.goto(`/verify/#${jws}`);
  await page.getByText(checkInZh.verify.genuine).waitFor();
  await page.getByText('王**').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');

  await context.setOffline(true);
  await page.reload();
  await page.getByText(checkInZh.verify.genuine).waitFor();
  await page.getByText(checkInZh.verify.offline).waitFor();
  const at = jws.indexOf('.') + 20;
  const changed = `${jws.slice(0, at)}${jws[at] === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`;
  await page.goto(`/verify/#${changed}`);
  await page.getByText(checkInZh.verify.forged).waitFor();
});

it('finds a slip in a typed number before asking, and an unknown number by asking', async () => {
  const { page, expects } = await visitor();
  expects(/404/);
  await open(page, '/verify/');
  await page.getByLabel(checkInZh.verify.numberLabel).fill('2026-7K3M-9QXA-0000');
  await page.getByRole('button', { name: checkInZh.verify.look }).click();
  await page.getByText(checkInZh.verify.numberFault).waitFor();
  await page.getByLabel(checkInZh.verify.numberLabel).fill(numberOf('2026', 'nobody-has-this-number'));
  await page.getByRole('button', { name: checkInZh.verify.look }).click();
  await page.getByText(checkInZh.verify.unlisted).waitFor();
});

it('has no barrier on any page of training', async () => {
  const { trainer, course, session } = await trained({ capacity: 1 });
  const { page } = await visitor();
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await barriers(page, looks.zh)).map((line) => `${state}, ${line}`));
  };
  await open(page, '/training/');
  await look('the schedule, no province');
  await open(page, '/training/?p=36');
  await page.locator('.list').first().waitFor();
  await look('the schedule');
  await open(page, '/training/?p=36&view=month');
  await page.locator('.month button').first().waitFor();
  await look('the month');
  await open(page, '/course/?c=unknown');
  await look('no such course');
  await open(page, '/door/');
  await look('the door of a guest');
  await open(page, '/verify/');
  await look('the checking of certificates');
  await open(page, '/my-training/');
  await look('a guest’s training');
  await signIn(page, 'practised');
  await open(page, `/course/?c=${course}`);
  await page.getByRole('button', { name: c.enrol, exact: true }).click();
  await look('a course, about to enrol');
  await page.getByRole('button', { name: c.confirmEnrol }).click();
  await page.getByText(c.done.enrolled ?? '').waitFor();
  await look('a course, enrolled');
  await open(page, '/my-training/');
  await page.getByRole('button', { name: m.excuse }).first().click();
  await look('my training, asking for leave');
  await open(page, `/door/?s=${session}`);
  await page.getByLabel(checkInZh.digitsLabel).waitFor();
  await look('the door');
  await page.goto((await doorShows(trainer, session)).link);
  await page.getByRole('heading', { name: /^已签到/ }).waitFor();
  await ready(page);
  await look('checked in');
  expect(found).toEqual([]);
});
