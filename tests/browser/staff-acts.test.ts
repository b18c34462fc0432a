// What a city's manager does about units and people, carried through in the browser: each act says what will happen, and is in the history and the audit.
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../functions/domain/time.ts';
import { seedIdNumber, seedPhone } from '../../functions/local/seed-numbers.ts';
import { zh } from '../../site/src/words/zh.ts';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { plant } from './planted.ts';
import { openServer } from './server.ts';
import { act, openStaff, pickUnit, planned, rowsShown, searchTree, settled, signInStaff } from './staff.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();
const server = openServer();
afterAll(() => server.close());

const TODAY = dayOf(new Date().toISOString());
const ago = (days: number) => addDays(TODAY, -days);
const TOMORROW = addDays(TODAY, 1);

/** A number that somebody has written where it does not belong. */
const MISPLACED = plant(seedIdNumber(50_001));
const PHONE = plant(seedPhone(92_000_001));
const ID = plant(seedIdNumber(50_002));

const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });

async function dated(dialog: Locator, day: string, why = '按文件办理'): Promise<void> {
  await dialog.getByLabel(t.form.fromDay, { exact: true }).fill(day);
  await dialog.getByLabel(t.form.why, { exact: true }).fill(why);
}

/** The units above one, as the tree of a day shows them, the parent first. */
async function above(page: Page, day: string, name: string): Promise<string[]> {
  await page.getByLabel(t.tree.asOf).fill(day);
  await settled(page);
  await searchTree(page, name, 1);
  const rows = await rowsShown(page);
  const at = rows.findIndex((row) => row.name === name);
  const path = rows.slice(0, at).toReversed();
  return path.filter((row, i) => path.slice(0, i).every(({ level }) => row.level < level)).map((row) => row.name);
}

describe('a township that moves to another county tomorrow', () => {
  const town = planned('s-360430200');
  const [before, after] = [planned('h-360430'), planned('h-360429')];

  it('stands under the old county until today and under the new one from tomorrow on, in the tree and for its managers', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signInStaff(page, 'city', `/staff/?unit=${town.id}`);
    const { told } = await act(page, {
      by: button(page, t.acts.move),
      done: t.done.move,
      async fill(dialog) {
        await dated(dialog, TOMORROW, `区划调整 ${MISPLACED}`);
        await pickUnit(dialog.getByRole('combobox', { name: t.unit.newParent }), after.name);
      },
    });
    expect(told).toEqual([t.tells.move(town.name, after.name, zh.date(TOMORROW))]);
    const [old, now, then] = [
      await above(page, ago(1), town.name),
      await above(page, TODAY, town.name),
      await above(page, TOMORROW, town.name),
    ];
    expect(old.slice(0, 2)).toEqual([before.name, planned('b-360430').name]);
    expect(now).toEqual(old);
    expect(then.slice(0, 2)).toEqual([after.name, planned('b-360429').name]);
    expect(then.slice(2)).toEqual(old.slice(2));

    const sees = async (head: string) => {
      const one = await visitor({ viewport: DESK });
      await server.enter(one.context, 'unit-manager', head);
      await openStaff(one.page, '/staff/');
      const on = async (day: string) => {
        await one.page.getByLabel(t.tree.asOf).fill(day);
        await settled(one.page);
        await one.page.getByLabel(t.tree.search).fill(town.name);
        return (await rowsShown(one.page)).some(({ name }) => name === town.name);
      };
      return [await on(TODAY), await on(TOMORROW)];
    };
    expect(await sees(before.id)).toEqual([true, false]);
    expect(await sees(after.id)).toEqual([false, true]);
  });
});

describe('a station from its first day to its last', () => {
  const parent = planned('h-360483');
  const [first, second] = ['试点社工站', '试点社工服务站'];
  const name = '演示社工甲';

  it('is opened, renamed, headed, left and closed, each with what will happen said before and the act in history and audit after', async () => {
    const { page } = await visitor({ viewport: DESK });
    await signInStaff(page, 'city', `/staff/?unit=${parent.id}`);
    await act(page, {
      by: button(page, t.acts.open),
      done: t.done.open,
      async fill(dialog) {
        await dated(dialog, ago(10));
        await dialog.getByLabel(t.unit.name, { exact: true }).fill(first);
      },
    });
    await searchTree(page, first, 1);
    await page.getByRole('treeitem', { name: first }).click();
    await page.getByRole('heading', { name: first }).waitFor();
    await settled(page);
    const unit = new URL(page.url()).searchParams.get('unit') ?? '';

    const renamed = await act(page, {
      by: button(page, t.acts.rename),
      done: t.done.rename,
      async fill(dialog) {
        await dated(dialog, ago(8));
        await dialog.getByLabel(t.unit.newName).fill(second);
      },
    });
    expect(renamed.told).toEqual([t.tells.rename(first, second, zh.date(ago(8)))]);
    await page.getByRole('heading', { name: second }).waitFor();

    const person = await addWorker(page, unit);
    await openStaff(page, `/staff/?unit=${unit}`);
    await act(page, {
      by: button(page, t.acts.appoint),
      done: t.done.appoint,
      async fill(dialog) {
        await dated(dialog, ago(5));
        await dialog.getByLabel(t.person.one, { exact: true }).selectOption({ label: name });
      },
    });
    await page.locator('.held', { hasText: name }).waitFor();
    const relieved = await act(page, {
      by: page.getByRole('button', { name: t.unit.relieveWho(name, t.posts.head) }),
      done: t.done.relieve,
      isGrave: true,
      fill: (dialog) => dated(dialog, ago(3)),
    });
    expect(relieved.told).toEqual([t.tells.relieve(name, t.posts.head, zh.date(ago(3)))]);
    await page.getByText(t.unit.noPosts).waitFor();

    await unmask(page, person);
    const left = await act(page, {
      by: button(page, t.acts.leave),
      done: t.done.leave,
      isGrave: true,
      fill: (dialog) => dated(dialog, ago(1)),
    });
    expect(left.told).toEqual([t.tells.leave(name, second, zh.date(ago(1)))]);

    await openStaff(page, `/staff/?unit=${unit}`);
    const closed = await act(page, {
      by: button(page, t.acts.close),
      done: t.done.close,
      isGrave: true,
      fill: (dialog) => dated(dialog, TODAY),
    });
    expect(closed.told).toEqual([t.tells.close(second, zh.date(TODAY))]);
    await page.getByText(t.unit.closedOn(zh.date(TODAY), true)).waitFor();
    expect(await page.locator('.acts').count()).toBe(0);
    const history = await page.locator('.timeline li p:last-child').allTextContents();
    expect(history).toEqual([
      t.happened.closed([]),
      t.happened.relieved(name, t.posts.head),
      t.happened.appointed(name, t.posts.head),
      t.happened.renamed(first, second),
      t.happened.opened(first),
    ]);
    await auditHolds(page, unit);
  });

  async function addWorker(page: Page, unit: string): Promise<string> {
    await openStaff(page, `/staff/people/?unit=${unit}`);
    await act(page, {
      by: button(page, t.acts.addPerson),
      done: t.done.addPerson,
      async fill(dialog) {
        await dialog.getByLabel(t.people.name, { exact: true }).fill(name);
        await dialog.getByLabel(t.person.phone, { exact: true }).fill(PHONE);
        await dialog.getByLabel(t.person.idNumber, { exact: true }).fill(ID);
        await dialog.getByLabel(t.person.firstDay, { exact: true }).fill(ago(7));
      },
    });
    await page.locator('a.name', { hasText: name }).click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await settled(page);
    return page.url();
  }

  /** Shows the phone with a reason, then hides it. */
  async function unmask(page: Page, person: string): Promise<void> {
    await openStaff(page, person);
    await act(page, {
      by: button(page, t.person.show(t.person.phone)),
      done: t.done.unmask,
      fill: (dialog) => dialog.getByLabel(t.form.why, { exact: true }).fill('核对报名信息'),
    });
    await page.getByText(PHONE, { exact: true }).waitFor();
    await button(page, t.person.hide(t.person.phone)).click();
    expect(await page.locator('main').innerText()).not.toContain(PHONE);
  }

  async function auditHolds(page: Page, unit: string): Promise<void> {
    await openStaff(page, `/staff/audit/?unit=${unit}`);
    await page.locator('table.audit').waitFor();
    const acts = await page
      .locator('table.audit tbody tr')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLTableRowElement).cells[2]?.textContent ?? ''));
    const wanted = ['close', 'leavePost', 'unmaskPerson', 'relieve', 'appoint', 'addPerson', 'rename', 'open'] as const;
    expect(acts).toEqual(wanted.map((one) => t.auditActions[one]));
    const shown = page.locator('table.audit tr', { hasText: t.auditActions.unmaskPerson });
    expect(await shown.innerText()).toContain('核对报名信息');
  }
});
