// Numbers that people type where they belong and where they do not: whatever becomes of it, none is found in an address, in what the browser keeps,
// in an answer with an error or in the server's log (planted.ts looks after each story).
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { seedIdNumber, seedPhone } from '../../functions/local/seed-numbers.ts';
import { demoPlan } from '../../functions/local/seed-world.ts';
import { zh } from '../../site/src/words/zh.ts';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { plant, plantInAddress } from './planted.ts';
import { openStaff, settled, signInStaff } from './staff.ts';
import { demo, open } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const STATION = 's-360482100';
const phone = plant(seedPhone(93_000_001));
const id = plant(seedIdNumber(60_001));
const wrongId = plant(`${seedIdNumber(60_002).slice(0, 17)}${seedIdNumber(60_002).endsWith('0') ? '1' : '0'}`);
/** Somebody's in another province: the form is told that it is taken, and not whose it is. */
const holder = demoPlan().people.find(({ unit }) => unit.startsWith('s-340523'));
const taken = plant(holder?.begins.phone ?? '');

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

it('in the search boxes', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signInStaff(page, 'city');
  await page.getByLabel(t.tree.search).fill(phone);
  await page.getByText(t.tree.found(0)).waitFor();
  await page.getByLabel(t.tree.search).press('Enter');
  await openStaff(page, `/staff/people/?unit=${STATION}`);
  const search = page.getByLabel(t.people.name, { exact: true });
  for (const number of [phone, id]) {
    await search.fill(number);
    await search.press('Enter');
    await page.getByText(t.people.noneFiltered).waitFor();
    // What is typed outlives a change of another filter, and still goes nowhere.
    await page.getByRole('combobox', { name: t.people.post }).selectOption('supervisor');
    expect(await search.inputValue()).toBe(number);
  }
  await button(page, t.unit.other).click();
  await page.getByRole('combobox', { name: t.unit.other }).fill(id);
  await page.getByText(t.form.unitsFound(0, 20)).waitFor();
  await page.reload();
  await settled(page);
});

it('in a form that is refused: what was typed stays, and nothing says whose a number is', async () => {
  const { page, expects } = await visitor({ viewport: DESK });
  expects(/4(09|22)/);
  await signInStaff(page, 'city', `/staff/people/?unit=${STATION}`);
  await button(page, t.acts.addPerson).click();
  const dialog = page.locator('dialog[open]');
  const field = (label: string) => dialog.getByLabel(label, { exact: true });
  await field(t.people.name).fill('演示社工乙');
  await field(t.person.phone).fill(taken);
  await field(t.person.idNumber).fill(wrongId);
  await dialog.getByText(t.idFaults.checksum).waitFor();
  await dialog.locator('button[type=submit]').click();
  expect(await field(t.person.idNumber).getAttribute('aria-invalid')).toBe('true');
  await field(t.person.idNumber).fill(id);
  await field(t.form.whyOptional).fill(`误填 ${phone}`);
  const refusal = page.waitForResponse((response) => response.request().method() === 'POST');
  await dialog.locator('button[type=submit]').click();
  const answer = await (await refusal).text();
  await dialog.locator('.notice.trouble, .fault').first().waitFor();
  expect(await page.locator('dialog').innerText()).toContain(zh.problems.duplicate_person);
  expect([holder?.id ?? '', 's-340523', '和县', taken].filter((mark) => answer.includes(mark))).toEqual([]);
  expect(await Promise.all([t.person.phone, t.person.idNumber].map((label) => field(label).inputValue()))).toEqual([
    taken,
    id,
  ]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('in addresses that somebody writes by hand, also on the way through a sign-in', async () => {
  const number = plantInAddress(seedPhone(93_000_002));
  const { page, context, expects } = await visitor({ viewport: DESK });
  expects(/40[014]/);
  await open(page, `/staff/people/?unit=${STATION}&name=${number}`);
  await page.getByRole('link', { name: zh.me.signIn, exact: true }).last().click();
  await page.getByRole('button', { name: demo('city').name }).click();
  await page.waitForURL((url) => url.pathname === '/staff/people/' && !url.searchParams.has('signed-in'));
  expect(page.url()).toBe(`${inject('origin')}/staff/people/?unit=${STATION}`);
  await settled(page);
  for (const path of [
    `/staff/person/?person=${number}`,
    `/staff/?unit=${number}&day=${number}`,
    `/staff/audit/?unit=${STATION}&person=${number}&action=${number}`,
    `/staff/import/?unit=${number}`,
  ]) {
    await openStaff(page, path);
    // What the form of an address does not let through is not carried on to other pages.
    await page.locator('.staff-tabs a').last().click();
    await settled(page);
  }
  for (const path of [`/api/staff/people/${number}`, `/api/staff/${number}`, `/staff/${number}/`, `/${number}`]) {
    await page.goto(path);
    expect((await page.locator('body').innerText()).includes(number)).toBe(false);
  }
  await open(page, '/me/');
  expect(JSON.stringify(await context.cookies())).not.toContain(number);
});
