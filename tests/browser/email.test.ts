// An address is entered, shown to be one's own by the link of a mail, and told of a change of one's training; what is wrong is said in words.
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { seedPhone } from '../../functions/local/seed-numbers.ts';
import { emailEn } from '../../site/src/words/en-email.ts';
import { zh } from '../../site/src/words/zh.ts';
import { emailZh as t } from '../../site/src/words/zh-email.ts';
import { barriers, looks } from './access.ts';
import { ask, trained } from './courses.ts';
import { linkIn, mailsTo } from './mails.ts';
import { plantAddress } from './planted.ts';
import { openServer } from './server.ts';
import { demo, open, signIn } from './steps.ts';
import { BROKEN_NETWORK, useVisitors, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
afterAll(() => server.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page) => page.getByRole('textbox', { name: t.field, exact: true });

/** The page of one's own data, with the card of the address. */
async function openCard(page: Page, path = '/profile/'): Promise<void> {
  await open(page, path);
  await page.locator('#mail').waitFor();
}

/** What is left of a code after its link was opened. */
function leftOf(page: Page): Promise<unknown> {
  return page.evaluate(() => [Object.keys(sessionStorage), location.hash]);
}

it('is entered, confirmed by the link of a mail on a phone that signs in for it, and told when a course moves', async () => {
  await server.forget('new');
  const address = plantAddress(seedPhone(95_000_001));
  const desk = await visitor();
  await signIn(desk.page, 'new');
  await openCard(desk.page);
  await field(desk.page).fill(address.replace('@', ' @'));
  await button(desk.page, t.send).click();
  await desk.page.getByText(t.faults.characters).waitFor();
  expect(await field(desk.page).inputValue()).toBe(address.replace('@', ' @'));
  await desk.page.waitForFunction(() => document.activeElement?.matches('#mail form input'));
  await field(desk.page).fill(address);
  await field(desk.page).press('Enter');
  await desk.page.getByText(t.waiting(address)).waitFor();
  expect(await barriers(desk.page, looks.zh)).toEqual([]);
  const [asking] = await mailsTo(address, 1);
  if (asking === undefined) throw new Error('no mail came');

  const phone = await visitor();
  await open(phone.page, linkIn(asking));
  await phone.page.getByText(t.guest).waitFor();
  await phone.page.getByRole('link', { name: zh.me.signIn, exact: true }).click();
  await phone.page.getByRole('button', { name: demo('new').name }).click();
  await phone.page.getByText(t.confirmed(address)).waitFor();
  expect(await leftOf(phone.page)).toEqual([[], '']);
  expect(await barriers(phone.page, looks.zh)).toEqual([]);
  await openCard(desk.page);
  await desk.page.getByText(t.confirmed(address)).waitFor();

  const { trainer, course, session, title } = await trained();
  await ask(phone.page, 'enrol', { params: { course }, body: { request: `email-story-${course}` } });
  const { sessions, version } = await ask(trainer, 'readCourse', { params: { course } });
  const later = (at = '') => instantOf(msOf(at) + 86_400_000);
  const plan = { startsAt: later(sessions[0]?.startsAt), endsAt: later(sessions[0]?.endsAt) };
  const change = { kind: 'change-session', request: `email-move-${course}`, version, session, plan };
  await ask(trainer, 'changeCourse', { params: { course }, body: change });
  const mails = await mailsTo(address, 2);
  const told = mails.filter(({ head }) => head.get('subject')?.includes(title));
  expect(told).toHaveLength(1);
  expect(told[0]?.body).toContain(`/course/?c=${course}`);
});

it('says why a link does not do, and keeps what is there', async () => {
  await server.forget('new');
  const address = plantAddress(seedPhone(95_000_002));
  const other = await visitor();
  other.expects(/422/);
  await signIn(other.page, 'practised');
  const { page, expects } = await visitor();
  expects(/422/);
  expects(BROKEN_NETWORK);
  await signIn(page, 'new');
  await openCard(page);
  await field(page).fill(address);
  await button(page, t.send).click();
  await page.getByText(t.waiting(address)).waitFor();
  const [mail] = await mailsTo(address, 1);
  const link = mail === undefined ? '' : linkIn(mail);

  await openCard(other.page, link);
  await other.page.getByText(t.reasons['mail-code-unknown']).waitFor();
  expect(await leftOf(other.page)).toEqual([[], '']);
  await openCard(page, '/profile/#email=no-such-code');
  await page.getByText(t.reasons['mail-code-unknown']).waitFor();
  await page.getByText(t.waiting(address)).waitFor();

  await button(page, t.again).click();
  await mailsTo(address, 2);
  await button(page, t.again).click();
  await mailsTo(address, 3);
  await button(page, t.again).click();
  await page.getByText(t.reasons['mails-most']).waitFor();
  await page.context().setOffline(true);
  await button(page, t.remove).click();
  await button(page, t.removeSure).click();
  await page.getByText(t.problems.offline).waitFor();
  await page.context().setOffline(false);
  await button(page, t.removeSure).click();
  await field(page).waitFor();
  expect(await page.locator('#mail').innerText()).not.toContain(address);
});

it('is changed, turned off and taken away by keyboard, in English, without a barrier', async () => {
  await server.forget('new');
  const address = plantAddress(seedPhone(95_000_003));
  const { page } = await visitor();
  await signIn(page, 'new');
  await openCard(page, '/en/profile/');
  expect(await barriers(page, looks.en)).toEqual([]);
  await page.getByLabel(emailEn.field, { exact: true }).fill(address);
  await page.keyboard.press('Enter');
  const [mail] = await mailsTo(address, 1);
  await openCard(page, mail === undefined ? '' : `/en${linkIn(mail)}`);
  await page.getByText(emailEn.confirmed(address)).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'mail-title');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.locator('#mail').getByText(emailEn.noticesOff).waitFor();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#mail form input'));
  await page.keyboard.type(address.toUpperCase());
  await page.keyboard.press('Enter');
  await page.getByText(emailEn.stayed).waitFor();
  await button(page, emailEn.remove).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#mail fieldset p'));
  await page.getByText(emailEn.removeText(address)).waitFor();
  expect(await barriers(page, looks.en)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText(emailEn.confirmed(address)).waitFor();
  await button(page, emailEn.remove).click();
  await button(page, emailEn.removeSure).click();
  await page.getByLabel(emailEn.field, { exact: true }).waitFor();
});
