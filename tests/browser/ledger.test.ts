// The ledger of continuing education: what is missing, handing in with a file that stays on the device, the decision of another, the ring that closes.
import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ledgerZh as w } from '../../site/src/words/zh-ledger.ts';
import { staffFormsZh } from '../../site/src/words/zh-staff-forms.ts';
import { unitHoursZh as u } from '../../site/src/words/zh-unit-hours.ts';
import { barriers, looks } from './access.ts';
import { ask } from './courses.ts';
import { act, openStaff } from './staff.ts';
import { type Demo, demo, open, signIn } from './steps.ts';
import { BROKEN_NETWORK, DESK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();

const why = (text: string) => (dialog: Locator) => dialog.getByLabel(staffFormsZh.form.why, { exact: true }).fill(text);

async function signedIn(who: Demo, options: Parameters<typeof visitor>[0] = {}): Promise<Visitor> {
  const one = await visitor(options);
  await signIn(one.page, who);
  return one;
}

/** What the ring says. */
async function ring(page: Page): Promise<string> {
  const drawn = page.locator('svg.ring');
  await drawn.waitFor();
  return (await drawn.getAttribute('aria-label')) ?? '';
}

async function unitOf(page: Page): Promise<string> {
  const { grants } = await ask(page, 'staffMe');
  return grants[0]?.unit ?? '';
}

const item = (page: Page, title: string) => page.locator('.entries > li', { hasText: title });
const form = (page: Page) => page.getByRole('region', { name: w.propose });

it('shows on one’s own training what is missing until when; a degree is handed in, approved by another, and closes the ring', async () => {
  const { page } = await signedIn('worker');
  await open(page, '/my-training/');
  await expect.poll(() => ring(page), { timeout: 15_000 }).toBe(w.ring('54', '72'));
  expect(await page.getByRole('region', { name: w.title }).textContent()).toMatch(/还需 18 小时，截止 .+；每月约 \d/);
  await page.getByRole('link', { name: w.open }).click();
  await page.waitForURL(/\/ledger\/$/);
  await expect.poll(() => ring(page), { timeout: 15_000 }).toBe(w.ring('54', '72'));

  const title = `社会工作本科 ${process.pid}`;
  const bytes = Buffer.from(`a degree of ${process.pid}`);
  await form(page).getByLabel(w.kinds.degree).check();
  await form(page).getByRole('button', { name: w.send }).click();
  await form(page).getByText(w.faults.title).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await form(page).getByLabel(w.name.degree).fill(title);
  await form(page).getByLabel(w.by.degree).fill('某大学');
  await form(page).getByLabel(w.awarded).fill('2026-06-30');
  await form(page)
    .locator('input[type=file]')
    .setInputFiles({ name: '学位证书.pdf', mimeType: 'application/pdf', buffer: bytes });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await form(page).getByText(sha256).waitFor();
  await form(page).getByRole('button', { name: w.send }).click();
  await page.locator('.toast', { hasText: w.sent }).waitFor();
  await item(page, title).getByText(w.states.proposed).first().waitFor();
  await expect.poll(() => ring(page), { timeout: 15_000 }).toBe(w.ring('54', '72'));

  const { actor } = await ask(page, 'me');
  const person = actor.kind === 'person' ? actor.person : '';
  const city = await signedIn('city', { viewport: DESK });
  const liaison = await signedIn('liaison', { viewport: DESK });
  const station = await unitOf(liaison.page);
  await openStaff(city.page, `/staff/hours/?unit=${station}&person=${person}`);
  await item(city.page, title).getByText(w.evidence).click();
  await item(city.page, title)
    .locator('input[type=file]')
    .setInputFiles({
      ...{ name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('another') },
    });
  await item(city.page, title).getByText(w.different('other.pdf')).waitFor();
  await act(city.page, {
    by: item(city.page, title).getByRole('button', { name: new RegExp(`^${u.acts.approve}`) }),
    fill: async () => undefined,
    done: u.done.approve,
  });
  await expect.poll(() => ring(city.page), { timeout: 15_000 }).toBe(w.ring('144', '72'));

  await open(page, '/my-training/');
  await expect.poll(() => ring(page), { timeout: 15_000 }).toBe(w.ring('144', '72'));
  await page.getByText(w.reached).waitFor();

  // Revoked, it is gone from the sum and stays to be seen, with who and why.
  const { told } = await act(city.page, {
    by: item(city.page, title).getByRole('button', { name: u.acts.revoke }),
    fill: why('证书编号查无此证'),
    done: u.done.revoke,
    isGrave: true,
  });
  expect(told).toEqual([u.tells.revoke(title, '90')]);
  await open(page, '/ledger/');
  await expect.poll(() => ring(page), { timeout: 15_000 }).toBe(w.ring('54', '72'));
  const said = (await item(page, title).textContent()) ?? '';
  for (const text of [w.states.revoked, '证书编号查无此证', demo('city').name, w.states.approved, sha256]) {
    expect(said).toContain(text);
  }
});

it('keeps what was typed when the network is cut, and sent again it counts once; what was handed in oneself can be withdrawn', async () => {
  const { page, expects } = await signedIn('worker');
  expects(BROKEN_NETWORK);
  await open(page, '/ledger/');
  await ring(page);
  const title = `小组工作坊 ${process.pid}`;
  await form(page).getByLabel(w.name.training).fill(title);
  await form(page).getByLabel(w.by.training).fill('协会');
  await form(page).getByLabel(w.hows.times).check();
  await form(page).getByLabel(w.day).fill('2026-05-05');
  await form(page).getByLabel(w.from).fill('09:00');
  await form(page).getByLabel(w.to).fill('11:30');
  // The server hears it, the answer is lost.
  await page.route('**/entries', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await form(page).getByRole('button', { name: w.send }).click();
  await form(page).getByText(w.problems.offline).waitFor();
  expect(await form(page).getByLabel(w.name.training).inputValue()).toBe(title);
  await page.unroute('**/entries');
  await form(page).getByRole('button', { name: w.send }).click();
  await page.locator('.toast', { hasText: w.sent }).waitFor();
  await item(page, title).waitFor();
  expect(await item(page, title).count()).toBe(1);
  expect(await item(page, title).textContent()).toContain(w.hours('2.5'));

  await item(page, title).getByRole('button', { name: w.withdraw }).click();
  await item(page, title).getByLabel(w.whyWithdraw).fill('填错了');
  await item(page, title).getByRole('button', { name: w.confirmWithdraw }).click();
  await item(page, title).getByText(w.withdrawn, { exact: true }).waitFor();
});

it('shows the liaison who lacks hours, the most pressing first, filters them and saves them as a file', async () => {
  const { page } = await signedIn('liaison', { viewport: DESK });
  await openStaff(page, '/staff/hours/');
  const names = () => page.locator('.hours-table tbody th').allTextContents();
  await page.locator('.hours-table').waitFor();
  const { people } = await ask(page, 'listLedgers', { params: { unit: await unitOf(page) } });
  const short = people.filter(({ ledger }) => ledger !== undefined && ledger.missing > 0);
  expect(short.length).toBeGreaterThan(0);
  const soonest = short.toSorted((a, b) => ((a.ledger?.period.last ?? '') < (b.ledger?.period.last ?? '') ? -1 : 1))[0];
  expect((await names())[0]).toBe(soonest?.name);
  expect(await names()).toHaveLength(people.length);
  await page.getByLabel(u.filters.short).check();
  expect((await names()).toSorted()).toEqual(short.map(({ name }) => name).toSorted());

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: u.csv }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks).toString('utf8');
  expect(file.split('\r\n')).toHaveLength(short.length + 2);
  expect(file).toContain(`"${soonest?.name}"`);

  await page.getByRole('link', { name: soonest?.name ?? '', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: soonest?.name ?? '' }).waitFor();
  // The liaison hands in and does not decide.
  await ring(page);
  expect(await page.getByRole('button', { name: u.acts.approve }).count()).toBe(0);
  await page.goBack();
  await page.locator('.hours-table').waitFor();
  expect(await page.getByLabel(u.filters.short).isChecked()).toBe(true);
});

it('tells a guest to sign in, and somebody without a registration what to do', async () => {
  const { page } = await visitor();
  await open(page, '/ledger/');
  await page.getByText(w.signIn).waitFor();
  const candidate = await signedIn('new');
  await open(candidate.page, '/ledger/');
  await candidate.page.getByText(w.none['not-registered']).waitFor();
  await open(candidate.page, '/my-training/');
  await candidate.page.getByText(w.none['not-registered']).waitFor();
});

it('has no barrier in either language, light and dark, narrow and with large text', async () => {
  const found: string[] = [];
  const look = async (page: Page, lang: 'zh' | 'en', state: string) => {
    found.push(...(await barriers(page, looks[lang])).map((line) => `${state}, ${line}`));
  };
  const { page } = await signedIn('worker');
  for (const lang of ['zh', 'en'] as const) {
    const root = lang === 'zh' ? '' : '/en';
    await open(page, `${root}/my-training/`);
    await ring(page);
    await look(page, lang, `${lang} my training`);
    await open(page, `${root}/ledger/`);
    await ring(page);
    await page.locator('form input[type=radio]').nth(3).check();
    await page.locator('input[name=entry-how]').nth(1).check();
    await page.locator('form button[type=submit]').click();
    await page.locator('.ledger-fault').first().waitFor();
    await page.locator('.evidence summary').first().click();
    await look(page, lang, `${lang} ledger`);
  }
  const liaison = await signedIn('liaison');
  for (const lang of ['zh', 'en'] as const) {
    const root = lang === 'zh' ? '' : '/en';
    await openStaff(liaison.page, `${root}/staff/hours/`);
    await liaison.page.locator('.hours-table').waitFor();
    await look(liaison.page, lang, `${lang} the unit’s hours`);
    await liaison.page.locator('.hours-table a').first().click();
    await ring(liaison.page);
    await look(liaison.page, lang, `${lang} a person’s hours`);
  }
  expect(found).toEqual([]);
});
