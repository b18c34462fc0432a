// One's own data: seen, corrected, taken along and deleted; a role by an invitation, a record by a claim. Codes and numbers leave no trace.
import type { Download, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { seedIdNumber, seedPhone } from '../../functions/local/seed-numbers.ts';
import { stationId } from '../../functions/local/seed-units.ts';
import { en } from '../../site/src/words/en.ts';
import { profileEn } from '../../site/src/words/en-profile.ts';
import { zh } from '../../site/src/words/zh.ts';
import { profileZh as t } from '../../site/src/words/zh-profile.ts';
import { staffZh } from '../../site/src/words/zh-staff.ts';
import { barriers, looks } from './access.ts';
import { firstOf } from './bank.ts';
import { plant } from './planted.ts';
import { openServer } from './server.ts';
import { act, openStaff, planned } from './staff.ts';
import { answerAll, demo, open, openDrill, progressShown, ready, signIn } from './steps.ts';
import { kept } from './storage.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

const STATION = stationId('360402100');
const THREE = '?chapter=jc18-03&most=3';

useVisitors();
const server = openServer();
afterAll(() => server.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens the page of one's own data and waits for the record. */
async function openOwn(page: Page, path = '/profile/'): Promise<void> {
  await open(page, path);
  await page.locator('.facts').waitFor();
}

async function practise(page: Page): Promise<void> {
  await openDrill(page, THREE);
  await answerAll(page, await firstOf('jc18-03', 3));
}

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Presses a button of the export, and reads the file that comes. */
async function exported(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { file: download.suggestedFilename(), text: await textOf(download) };
}

/** Sends the dialog that makes a code, and reads what it shows. */
async function made(page: Page): Promise<{ link: string; code: string }> {
  await page.locator('dialog[open] button[type=submit]').click();
  const link = await page.getByLabel(staffZh.codes.link, { exact: true }).inputValue();
  return { link, code: await page.getByLabel(staffZh.codes.code, { exact: true }).inputValue() };
}

it('one’s own record is corrected, and taken along as JSON and CSV with the numbers and answers whole', async () => {
  await server.forget('new');
  const phone = plant(seedPhone(94_000_001));
  const id = plant(seedIdNumber(62_001));
  const { page, expects } = await visitor();
  expects(/422|409/);
  await practise(page);
  await signIn(page, 'new');
  await page.getByRole('link', { name: zh.titles.profile }).click();
  await page.locator('.facts').waitFor();
  await button(page, t.correct.open).click();
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  await button(page, t.correct.save).click();
  await page.getByText(t.correct.same).waitFor();
  await field(t.name).fill('=演示考生');
  await field(t.phone).fill(phone.slice(0, 8));
  await field(t.idNumber).fill(id);
  await button(page, t.correct.save).click();
  await page.getByText(t.phoneFaults.length).waitFor();
  expect(await field(t.idNumber).inputValue()).toBe(id);
  await field(t.phone).fill(seedPhone(76));
  await button(page, t.correct.save).click();
  await page.getByText(t.problems.duplicate_person ?? '').waitFor();
  expect(await field(t.name).inputValue()).toBe('=演示考生');
  await field(t.phone).fill(phone);
  await button(page, t.correct.save).click();
  await page.getByText(t.correct.saved).waitFor();
  const facts = await page.locator('.facts').innerText();
  expect(facts).toContain(`${phone.slice(0, 3)}****${phone.slice(7)}`);
  expect(facts).not.toContain(phone);

  const { file, text } = await exported(page, t.export.all);
  expect(file).toMatch(/\.json$/);
  const all = JSON.parse(text);
  expect(all).toMatchObject({ name: '=演示考生', phone, idNumber: id, employments: [], grants: [] });
  expect(all.journal.filter(({ kind }: { kind: string }) => kind === 'answer')).toHaveLength(3);
  expect(all.sessions.length).toBeGreaterThan(0);
  const table = await exported(page, t.export.files.facts);
  expect(table.file).toMatch(/\.csv$/);
  expect(table.text).toContain(`\ufeff"${t.export.columns.facts.join('","')}"\r\n"${t.name}","'=演示考生"\r\n`);
  expect(table.text).toContain(`"${t.phone}","${phone}"`);
  const answers = await exported(page, t.export.files.answers);
  expect(answers.text.trim().split('\r\n')).toHaveLength(1 + all.journal.length);
  await open(page, '/me/');
  await page.getByText(zh.me.signedInAs('=演示考生')).waitFor();
});

it('an invitation is made, followed signed out, accepted after the sign-in, and gives the role', async () => {
  await server.forget('new');
  const manager = await visitor({ viewport: DESK });
  await server.enter(manager.context, 'unit-manager', STATION);
  await openStaff(manager.page, `/staff/roles/?unit=${STATION}`);
  await button(manager.page, staffZh.acts.invite).click();
  const dialog = manager.page.locator('dialog[open]');
  await dialog.getByLabel(staffZh.roles.role).selectOption('liaison');
  expect(await dialog.getByLabel(staffZh.codes.uses).count()).toBe(0);
  await dialog.getByLabel(staffZh.form.why).fill('新到岗联络员');
  const { link, code } = await made(manager.page);
  expect(new URL(link).hash).toBe(`#code=${code}`);
  expect(await barriers(manager.page, [{ viewport: DESK, theme: 'dark' }])).toEqual([]);

  const { page, asked } = await visitor();
  await page.goto(link);
  await page.locator('#offered').waitFor();
  expect(page.url()).not.toContain(code);
  await page.reload();
  await page.getByRole('link', { name: t.code.signIn }).click();
  await page.getByRole('button', { name: demo('new').name }).click();
  await page.getByText(t.code.as(demo('new').name)).waitFor();
  await button(page, t.code.role.accept).click();
  await page.getByText(t.code.role.done(planned(STATION).name, t.roleNames.liaison)).waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByRole('link', { name: zh.titles.profile }).click();
  await page.locator('.facts').waitFor();
  expect(await page.getByRole('region', { name: t.roles }).innerText()).toContain(planned(STATION).name);
  expect(asked.filter((path) => path.includes(code))).toEqual([]);
  await openStaff(page, `/staff/roles/?unit=${STATION}`);
  await page.getByRole('link', { name: demo('new').name }).waitFor();
});

it('a code that is none, or was used, is explained, and another one can be typed', async () => {
  const { page, expects } = await visitor();
  expects(/404/);
  await signIn(page, 'trainer');
  await open(page, '/invitation/');
  const field = page.getByLabel(t.code.field);
  await field.fill('短');
  await button(page, t.code.next).click();
  await page.getByText(t.code.fault).waitFor();
  await field.fill('nobody-has-made-this-code');
  await button(page, t.code.next).click();
  await button(page, t.code.role.accept).click();
  await page.getByText(t.code.unknown).waitFor();
  await button(page, t.code.other).click();
  await field.waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

it('a record that staff have made is claimed; after signing in again it is one’s own, with all that was practised before', async () => {
  await server.forget('new');
  const manager = await visitor({ viewport: DESK });
  await server.enter(manager.context, 'unit-manager', STATION);
  await openStaff(manager.page, `/staff/people/?unit=${STATION}`);
  await act(manager.page, {
    by: button(manager.page, staffZh.acts.addPerson),
    fill: (dialog) => dialog.getByLabel(staffZh.people.name).fill('待认领社工'),
    done: staffZh.done.addPerson,
  });
  await manager.page.getByRole('link', { name: '待认领社工' }).click();
  await button(manager.page, staffZh.acts.offerClaim).click();
  const { link } = await made(manager.page);

  const { page } = await visitor();
  await signIn(page, 'new');
  const before = await server.person('new');
  await practise(page);
  const shown = await progressShown(page);
  await page.goto(link);
  await button(page, t.code.claim.accept).click();
  await page.getByText(t.code.claim.done('待认领社工')).waitFor();
  expect((await kept(page)).entries).toEqual([]);
  await page.getByRole('link', { name: t.code.claim.signIn }).click();
  await page.locator('.facts').waitFor();
  expect(await page.locator('.facts').innerText()).toContain('待认领社工');
  expect(await page.getByRole('region', { name: t.employments }).innerText()).toContain(planned(STATION).name);
  expect(await server.person('new')).not.toBe(before);
  expect(await progressShown(page)).toEqual(shown);
  expect(await server.entries('new')).toHaveLength(3);

  await manager.page.reload();
  await manager.page.getByRole('region', { name: staffZh.person.profile }).waitFor();
  expect(await button(manager.page, staffZh.acts.offerClaim).count()).toBe(0);
});

it('a deleted account is signed out and gone from the device, and the next sign-in is a new person', async () => {
  await server.forget('new');
  const { page, context } = await visitor();
  await practise(page);
  await signIn(page, 'new');
  const before = await server.person('new');
  await openOwn(page);
  await button(page, t.deletion.open).click();
  await button(page, t.deletion.confirm).click();
  await page.getByText(t.deletion.typeFault(t.deletion.word)).waitFor();
  await page.getByLabel(t.deletion.type(t.deletion.word)).fill(t.deletion.word);
  await button(page, t.deletion.confirm).click();
  await page.getByRole('heading', { name: t.deletion.done }).waitFor();
  const left = await kept(page);
  expect([left.entries, left.streams, left.drills, left.reports]).toEqual([[], [], [], []]);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session');
  await page.getByRole('link', { name: t.deletion.leave }).click();
  await page.waitForURL((url) => url.pathname === '/');

  await signIn(page, 'new');
  expect(await server.person('new')).not.toBe(before);
  expect(await server.entries('new')).toEqual([]);
});

it.each(['zh', 'en'] as const)('has no barrier on the pages of one’s own data (%s)', async (lang) => {
  const [words, said, root] = lang === 'zh' ? ([zh, t, ''] as const) : ([en, profileEn, '/en'] as const);
  const { page } = await visitor();
  const found: string[] = [];
  const look = async (state: string) =>
    found.push(...(await barriers(page, looks[lang])).map((line) => `${state}, ${line}`));
  await open(page, `${root}/profile/`);
  await look('a guest');
  await page.goto(`${root}/invitation/#claim=abcdefgh12345678`);
  await ready(page);
  await look('a claim, signed out');
  await button(page, said.code.drop).click();
  await button(page, said.code.next).click();
  await page.getByText(said.code.fault).waitFor();
  await look('a code that is none');
  await signIn(page, 'trainer');
  await openOwn(page, `${root}/profile/`);
  await look('the record');
  await button(page, said.correct.open).click();
  await page.getByRole('textbox', { name: said.name, exact: true }).fill('');
  await button(page, said.correct.save).click();
  await page.getByText(said.correct.missing).waitFor();
  await look('the form, with a fault');
  await button(page, said.deletion.open).click();
  await look('about to delete');
  await page.keyboard.press('Escape');
  await open(page, `${root}/me/`);
  await page.getByRole('link', { name: words.titles.profile }).waitFor();
  await look('me, signed in');
  expect(found).toEqual([]);
});
