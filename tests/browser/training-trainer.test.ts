// A trainer's way through a course: planned and published, enrolled by a unit, run at the door against somebody's phone and without a network, marked by
// hand, closed, and its certificates issued.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { staffFormsZh } from '../../site/src/words/zh-staff-forms.ts';
import { teachZh as w } from '../../site/src/words/zh-teach.ts';
import { barriers, looks } from './access.ts';
import { ask, trained } from './courses.ts';
import { type Demo, open, ready, signIn } from './steps.ts';
import { BROKEN_NETWORK, DESK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();

const { form } = staffFormsZh;
const MINUTE_MS = 60_000;

/** An instant as the fields of the pages take it. */
const field = (ms: number) => instantOf(ms + 8 * 60 * MINUTE_MS).slice(0, 16);

async function signedIn(who: Demo, options: Parameters<typeof visitor>[0] = {}): Promise<Visitor> {
  const made = await visitor(options);
  await signIn(made.page, who);
  return made;
}

const at = (view: string, course: string) => `/staff/training/?view=${view}&course=${course}`;

async function serverMs(page: Page): Promise<number> {
  return msOf((await ask(page, 'me')).now);
}

it('plans a course that survives a reload, adds three sessions at once, and publishes it', async () => {
  const { page } = await signedIn('trainer', { viewport: DESK });
  const now = await serverMs(page);
  await open(page, '/staff/training/');
  await page.getByRole('link', { name: w.list.create }).click();
  await page.getByRole('button', { name: w.editor.saveDraft }).click();
  expect(await page.getByLabel(w.fields.title, { exact: true }).getAttribute('aria-invalid')).toBe('true');
  await page.getByText(w.faults['title-blank']).waitFor();

  await page.getByLabel(w.fields.title, { exact: true }).fill('三天冲刺班');
  await page.getByLabel(w.fields.target).fill('一线社工');
  await page.getByLabel(w.editor.address).fill('长虹大道 1 号');
  await page.getByLabel(w.editor.opens).fill(field(now - 60 * MINUTE_MS));
  await page.getByLabel(w.editor.closes).fill(field(now + 30 * MINUTE_MS));
  await page.reload();
  await ready(page);
  expect(await page.getByLabel(w.fields.title, { exact: true }).inputValue()).toBe('三天冲刺班');
  await page.getByRole('button', { name: w.editor.saveDraft }).click();
  await page.getByText(w.faults['sessions-none']).waitFor();

  await page.getByRole('button', { name: w.sessions.add }).click();
  const dialog = page.locator('dialog');
  await dialog.getByText(w.sessions.hows.days).click();
  await dialog.getByLabel(w.sessions.first).fill(field(now + 24 * 60 * MINUTE_MS).slice(0, 10));
  await dialog.getByText(w.sessions.occurrences(3)).waitFor();
  await dialog.getByRole('button', { name: w.sessions.add }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator('.session-row').count()).toBe(3);

  await page.getByRole('button', { name: w.acts.publish, exact: true }).click();
  await dialog.getByRole('button', { name: w.acts.publish }).click();
  await page.getByText(w.states.published, { exact: true }).waitFor();
});

it('runs the door: a phone that types the digits stands in the list, and a mark made offline is sent once', async () => {
  const { course, session } = await trained({ capacity: 5 });
  const { page, context, expects } = await signedIn('trainer', { viewport: DESK });
  expects(BROKEN_NETWORK);
  const phone = await signedIn('new');
  await ask(phone.page, 'enrol', { params: { course }, body: { request: 'story-door-enrol-0001' } });

  await open(page, `/staff/training/?view=door&course=${course}&session=${session}`);
  const digits = await page.locator('.digits .visually-hidden').textContent();
  await ask(phone.page, 'checkIn', {
    params: { session },
    body: {
      request: 'story-door-mark-00001',
      device: 'story-device-secret-01',
      code: { kind: 'in', digits },
    },
  });
  await expect.poll(() => page.locator('.door-names li').count(), { timeout: 15_000 }).toBe(1);

  await context.setOffline(true);
  await page.getByText(w.door.offline, { exact: true }).click();
  await page.getByLabel(w.kindNames.out, { exact: true }).check({ force: true });
  await page.getByLabel(w.door.search).fill('考生');
  await page.getByRole('button', { name: new RegExp(`：${w.kindNames.out}$`) }).click();
  await page.getByText(w.door.waiting(1)).waitFor();
  await page.getByText(w.door.noCode).waitFor();
  await context.setOffline(false);
  await expect.poll(() => page.getByText(w.door.waiting(1)).count(), { timeout: 15_000 }).toBe(0);
  const { marks } = await ask(page, 'listMarks', { params: { session } });
  expect(marks.map(({ kind }) => kind)).toEqual(['in', 'out']);
});

it('enrols a unit’s people, marks them by the keyboard with a reason, closes the course and issues', async () => {
  const { trainer, course, session } = await trained({ capacity: 50 });
  const { page } = await signedIn('city', { viewport: DESK });

  await open(page, at('roster', course));
  await page.getByRole('button', { name: w.roster.group }).click();
  const unit = page.getByRole('combobox', { name: w.roster.groupUnit });
  await unit.fill('社工站');
  await page.locator('dialog').getByRole('option').nth(1).waitFor();
  await unit.press('ArrowDown');
  await unit.press('Enter');
  await page.getByRole('button', { name: w.roster.pickAll, exact: true }).click();
  await page.locator('dialog .button[type=submit]').click();
  await page.getByText(w.roster.result).waitFor();
  await page.keyboard.press('Escape');
  const people = await page.locator('.grid tbody tr').count();
  expect(people).toBeGreaterThan(1);

  await open(page, at('marks', course));
  const mark = async (key: string, when: string) => {
    const boxes = page.locator('.row-pick');
    await boxes.first().focus();
    await page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('现场核对');
    if (when !== '') await page.locator('.save-marks').getByLabel(w.marks.at).fill(when);
    await page.getByRole('button', { name: w.marks.save, exact: true }).click();
    await page.locator('.save-marks').waitFor({ state: 'detached' });
  };
  await mark('i', field((await serverMs(page)) - 13 * MINUTE_MS));
  await mark('o', '');
  await page.locator('.marks-table').getByRole('button').first().click();
  await page.getByText(w.marks.by(w.marks.hows.manual, '现场核对')).first().waitFor();
  await page.keyboard.press('Escape');

  // The session ends in a moment: nobody closes a course that still runs.
  const { version } = await ask(page, 'readCourse', { params: { course } });
  const plan = { endsAt: instantOf((await serverMs(page)) + 3000) };
  const body = { kind: 'change-session', request: 'story-end-session-01', version, session, plan };
  await ask(trainer, 'changeCourse', { params: { course }, body });
  await expect
    .poll(
      async () => {
        await open(page, at('close', course));
        await page.locator('.notice, .teach section').first().waitFor();
        return page.getByRole('button', { name: w.close.start }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByRole('button', { name: w.close.start }).click();
  await page.getByText(w.close.tell(people, 2)).waitFor();
  await page.getByRole('button', { name: form.next }).click();
  await page.getByRole('button', { name: form.confirm(w.close.steps.close) }).click();
  await page.getByRole('button', { name: w.close.issue(2) }).click();
  await page.getByText(w.close.issued(2, 0, 0)).waitFor();
  const valid = page.getByText(w.completions.statuses.valid, { exact: true });
  await expect.poll(() => valid.count(), { timeout: 15_000 }).toBe(2);
});

it('has no barrier on the list, a course, its roster, marks and report, the editor and the door', async () => {
  const { trainer: page, course, session } = await trained();
  const found: string[] = [];
  const views = ['list', 'mine', 'course', 'roster', 'marks', 'report', 'edit', 'close', `door&session=${session}`];
  for (const view of views) {
    await open(page, at(view, course));
    await expect.poll(() => page.locator('.blank').count(), { timeout: 15_000 }).toBe(0);
    found.push(...(await barriers(page, looks.zh)).map((line) => `${view}, ${line}`));
  }
  expect(found).toEqual([]);
});
