// The audit in the browser: whose story one reads, the check, what is taken along; and a post that was entered wrongly, put right.
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../functions/domain/time.ts';
import { zh } from '../../site/src/words/zh.ts';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { act, openStaff, planned, settled, signInStaff } from './staff.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const TODAY = dayOf(new Date().toISOString());
const EARLIER = addDays(TODAY, -30);
const station = planned('s-360403001');
const county = planned('h-360403');

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

describe('a post that was entered with the wrong day', () => {
  it('is put right with a reason, then taken out; the audit tells both with names and days, from the person’s page on', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signInStaff(page, 'city', `/staff/?unit=${station.id}`);
    let name = '';
    await act(page, {
      by: button(page, t.acts.appoint),
      done: t.done.appoint,
      async fill(dialog) {
        const people = dialog.getByLabel(t.person.one, { exact: true });
        await dialog.getByLabel(t.unit.post, { exact: true }).selectOption('deputy');
        await people.locator('option').nth(2).waitFor({ state: 'attached' });
        await people.selectOption({ index: 2 });
        name = await people.locator('option:checked').innerText();
        await dialog.getByLabel(t.form.why, { exact: true }).fill('会议纪要');
      },
    });
    await page.getByText(t.unit.allPosts).click();
    const record = (from: string) => t.unit.held(t.posts.deputy, name, t.since(zh.date(from)));
    const correct = page.getByRole('button', { name: t.unit.rectifyWho(name, t.posts.deputy) });
    const righted = await act(page, {
      by: correct,
      done: t.done.rectify,
      isGrave: true,
      async fill(dialog) {
        await dialog.getByLabel(t.unit.postFrom).fill(EARLIER);
        await dialog.getByLabel(t.form.why, { exact: true }).fill('日期填错');
      },
    });
    expect(righted.told).toEqual([t.tells.rectify(record(TODAY), record(EARLIER))]);
    const struck = await act(page, {
      by: correct,
      done: t.done.rectify,
      isGrave: true,
      async fill(dialog) {
        await dialog.getByLabel(t.unit.never).check();
        await dialog.getByLabel(t.form.why, { exact: true }).fill('误填');
      },
    });
    expect(struck.told).toEqual([t.tells.strike(record(EARLIER))]);
    await correct.waitFor({ state: 'detached' });

    await openStaff(page, `/staff/people/?unit=${station.id}`);
    await page.locator('a.name', { hasText: name }).click();
    await page.getByRole('link', { name: t.audit.about }).click();
    await page.locator('table.audit').waitFor();
    await settled(page);
    expect(await page.getByLabel(t.audit.thing).locator('option:checked').innerText()).toBe(name);
    const rows = page.locator('table.audit tbody tr');
    const acts = await rows.locator('td:nth-child(3)').allTextContents();
    expect(acts.slice(0, 3)).toEqual([t.auditActions.rectify, t.auditActions.rectify, t.auditActions.appoint]);
    await rows.nth(1).locator('summary').click();
    const told = (from: string) => `${t.posts.deputy} ${name} ${t.since(zh.date(from))}`;
    expect(await rows.nth(1).locator('del').first().innerText()).toBe(told(TODAY));
    expect(await rows.nth(1).locator('ins').first().innerText()).toBe(told(EARLIER));
  });
});

describe('the audit of a county', () => {
  it('is checked with all below it', async () => {
    const { page } = await visitor();
    await signInStaff(page, 'auditor', `/staff/audit/?unit=${county.id}`);
    await button(page, t.audit.check).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('button', { name: t.audit.check }).click();
    const result = await dialog.locator('.notice').innerText();
    const [, units, lines] = /(\d+) 个单位的 (\d+) 条/.exec(result) ?? [];
    expect(result).toBe(t.audit.whole(Number(units), Number(lines)));
    expect(Number(units)).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is taken along with all below it as a table, which is itself a line', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signInStaff(page, 'auditor', `/staff/audit/?unit=${county.id}&action=addPerson`);
    await button(page, t.audit.export).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel(t.audit.exportWhat).selectOption({ label: t.audit.scopes.subtree });
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: t.audit.export }).click();
    const text = await textOf(await (await saved).createReadStream());
    const [head, ...rows] = text.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(head).toBe([t.audit.unit, ...t.audit.columns].map((cell) => `"${cell}"`).join());
    for (const row of rows) expect(row).toContain(`"${t.auditActions.addPerson}"`);
    const named = new Set(rows.map((row) => row.split('","')[0]?.slice(1)));
    expect(named).toContain(county.name);
    expect(named).toContain(station.name);
    await dialog.getByText(t.audit.exported(rows.length)).waitFor();
    await openStaff(page, `/staff/audit/?unit=${county.id}&action=exportAudit`);
    expect(await page.locator('table.audit tbody tr').count()).toBe(1);
  });
});

describe('the division of a new unit', () => {
  it('is found by initials and by keyboard alone, down to the township, and what is no division is not sent', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signInStaff(page, 'city', `/staff/?unit=${county.id}`);
    await button(page, t.acts.open).click();
    const dialog = page.locator('dialog[open]');
    const field = dialog.getByRole('combobox', { name: t.unit.division });
    const says = dialog.locator('.unit-field [role=status]');
    await says.getByText('江西省 / 九江市 / 浔阳区').waitFor();
    await field.fill('csq');
    await page.getByRole('option', { name: '江西省 / 九江市 / 柴桑区' }).waitFor();
    await field.fill('柴桑');
    await field.press('Enter');
    await says.getByText(t.unit.divisionIs('江西省 / 九江市 / 柴桑区', '360404')).waitFor();
    await field.fill('港口街');
    await page.getByRole('option', { name: '柴桑区 / 港口街镇' }).waitFor();
    await field.press('ArrowDown');
    await field.press('ArrowUp');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await field.press('Enter');
    await says.getByText('江西省 / 九江市 / 柴桑区 / 港口街镇（360404104）').waitFor();
    await field.fill('没有这个地方');
    await says.getByText(t.unit.divisionsFound(0, false)).waitFor();
    await dialog.getByLabel(t.unit.name, { exact: true }).fill('新站');
    await dialog.getByLabel(t.form.why, { exact: true }).fill('试点');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText(t.form.missing).waitFor();
    expect(await field.inputValue()).toBe('没有这个地方');
  });
});
