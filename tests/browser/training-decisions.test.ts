// What is decided about somebody's attendance, and that everybody sees by whom, when and why: marks by hand, leave, signs that one signed for
// another, corrections after the closing; and the certificates of a course as one file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { staffFormsZh } from '../../site/src/words/zh-staff-forms.ts';
import { teachZh as w } from '../../site/src/words/zh-teach.ts';
import { trainingZh } from '../../site/src/words/zh-training.ts';
import { barriers, looks } from './access.ts';
import { ask, doorShows, trained } from './courses.ts';
import { act, openStaff } from './staff.ts';
import { type Demo, demo, open, signIn } from './steps.ts';
import { DESK, useVisitors, type Visitor, visitor } from './visitors.ts';

useVisitors();

const { form } = staffFormsZh;
const { mine: m } = trainingZh;
const SHANGHAI_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;

/** Who does not sign out was there to the end. */
const UNTIL_END = {
  ...{ lateAfterMin: 15, earlyBeforeMin: 15, minShare: 0 },
  ...({ countBy: 'presence', missingOut: 'until-end', missedCheck: 'ignore' } as const),
};

let made = 0;
const wish = () => {
  made += 1;
  return `decision-${process.pid}-${String(made).padStart(8, '0')}`;
};

async function signedIn(who: Demo, options: Parameters<typeof visitor>[0] = {}): Promise<Visitor> {
  const one = await visitor(options);
  await signIn(one.page, who);
  return one;
}

const marksPage = (course: string) => `/staff/training/?view=marks&course=${course}`;
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const why = (text: string) => (dialog: Locator) => dialog.getByLabel(form.why, { exact: true }).fill(text);

/** Lists are read again after an act: what they say is waited for. */
const LATER = { timeout: 15_000 };

async function says(where: Locator, texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect.poll(() => where.textContent(), LATER).toContain(text);
}

async function offersNothing(where: Locator): Promise<void> {
  await expect.poll(() => where.getByRole('button').count(), LATER).toBe(0);
}

/** Somebody with a seat, in a browser of their own. */
async function seated(who: Demo, course: string): Promise<Page> {
  const { page } = await signedIn(who);
  await ask(page, 'enrol', { params: { course }, body: { request: wish() } });
  return page;
}

/** Comes or goes by the digits on the trainer's screen. */
async function comeBy(page: Page, { trainer, session }: Came, device: string, kind: 'in' | 'out' = 'in') {
  const { digits } = await doorShows(trainer, session, kind);
  const body = { request: wish(), device, code: { kind, digits } };
  return ask(page, 'checkIn', { params: { session }, body });
}

type Came = Pick<Awaited<ReturnType<typeof trained>>, 'trainer' | 'course' | 'session'>;

/** Ends the session in a moment, and closes the course with all its hours. */
async function closed({ trainer, course, session }: Came): Promise<void> {
  const { version } = await ask(trainer, 'readCourse', { params: { course } });
  const { now } = await ask(trainer, 'me');
  const plan = { endsAt: instantOf(msOf(now) + 3000) };
  const body = { kind: 'change-session', request: wish(), version, session, plan };
  await ask(trainer, 'changeCourse', { params: { course }, body });
  await expect.poll(async () => (await ask(trainer, 'me')).now > plan.endsAt, { timeout: 20_000 }).toBe(true);
  const { version: later } = await ask(trainer, 'readCourse', { params: { course } });
  await ask(trainer, 'closeCourse', { params: { course }, body: { version: later } });
}

it('marks many by hand at once: who, when and why stand with each mark', async () => {
  const it = await trained({ capacity: 5 });
  await seated('practised', it.course);
  await seated('new', it.course);
  const { page } = await signedIn('city', { viewport: DESK });
  await openStaff(page, marksPage(it.course));
  await page.getByRole('button', { name: w.marks.all }).click();
  await page.locator('.bulk').getByRole('button', { name: w.kindNames.in, exact: true }).click();
  const { now } = await ask(page, 'me');
  const at = instantOf(msOf(now) + SHANGHAI_MS - 5 * MINUTE_MS).slice(0, 16);
  await page.locator('.save-marks').getByLabel(w.marks.at).fill(at);
  await page.locator('.save-marks').getByLabel(form.why, { exact: true }).fill('停电，现场点名');
  await page.getByRole('button', { name: w.marks.save, exact: true }).click();
  await page.getByText(w.marks.result(2, 0, 0)).waitFor();
  const mine = demo('city').name;
  const byMe = page.locator('.marks-table').getByText(`${w.marks.hows.manual} ${mine}`);
  await expect.poll(() => byMe.count()).toBe(2);
  await page.locator('.marks-table').getByRole('button').first().click();
  const history = page.locator('dialog[open]');
  await history.getByText(w.marks.by(w.marks.hows.manual, '停电，现场点名')).waitFor();
  await says(history, [at.slice(11), mine]);
  // Also for those who did not do it, and where the verdict is explained.
  await openStaff(it.trainer, `/staff/training/?view=report&course=${it.course}`);
  const line = w.lines.added(w.kindNames.in, at.slice(11), mine, '停电，现场点名');
  await expect.poll(() => it.trainer.getByText(line).count(), LATER).toBe(2);
});

it('asks for leave and gets it: the trainer’s name and reason stand with the decision', async () => {
  const it = await trained({ capacity: 5 });
  const candidate = await seated('new', it.course);
  await open(candidate, '/my-training/');
  const line = candidate.getByRole('listitem').filter({ hasText: it.title }).first();
  await line.getByRole('button', { name: m.excuse, exact: true }).click();
  await candidate.getByLabel(m.excuseWhy).fill('值班走不开');
  await candidate.getByRole('button', { name: m.excuseSend }).click();
  await candidate.getByText(m.excuses.asked).first().waitFor();

  const { page } = await signedIn('trainer', { viewport: DESK });
  await openStaff(page, marksPage(it.course));
  const leaves = card(page, w.excuses.title);
  await leaves.getByText(/值班走不开/).waitFor();
  const grant = leaves.getByRole('button', { name: new RegExp(`^${w.excuses.grant}`) });
  await act(page, { by: grant, fill: why('已和单位核实'), done: w.excuses.done.granted });
  await leaves.getByText(w.excuses.states.granted, { exact: true }).waitFor();
  await says(leaves, [`${demo('trainer').name} `, `${w.excuses.steps.granted}：已和单位核实`, demo('new').name]);
  const { excuses } = await ask(page, 'listExcuses', { params: { session: it.session } });
  expect(excuses.map(({ state }) => state)).toEqual(['granted']);
});

it('puts signs aside for all who run the session, and takes back the marks of one that is true', async () => {
  const it = await trained({ capacity: 5 });
  for (const who of ['practised', 'new'] as const) {
    await comeBy(await seated(who, it.course), it, 'the-one-phone-of-both');
  }
  const { page } = await signedIn('trainer', { viewport: DESK });
  await openStaff(page, marksPage(it.course));
  const doubts = card(page, w.suspicions.title);
  const about = (who: Demo) => new RegExp(`：${demo(who).name.replace(/[()·（）]/g, '.')}$`);
  const button = (decision: 'confirmed' | 'dismissed', who: Demo) =>
    doubts
      .getByRole('button', { name: w.suspicions.acts[decision] })
      .and(doubts.getByRole('button', { name: about(who) }));
  await act(page, {
    by: button('dismissed', 'practised'),
    fill: why('手机是本人的'),
    done: w.suspicions.done.dismissed,
  });
  const { told } = await act(page, {
    by: button('confirmed', 'new'),
    fill: why('本人不在场'),
    done: w.suspicions.done.confirmed,
    isGrave: true,
  });
  expect(told).toEqual([w.suspicions.confirmTell(demo('new').name, 1)]);
  await doubts.getByText(w.suspicions.none(2)).waitFor();

  const { marks } = await ask(page, 'listMarks', { params: { session: it.session } });
  expect(marks.filter(({ kind }) => kind === 'void')).toMatchObject([{ of: 1, why: '本人不在场' }]);
  const other = await signedIn('city', { viewport: DESK });
  await openStaff(other.page, marksPage(it.course));
  const theirs = card(other.page, w.suspicions.title);
  await theirs.getByText(w.suspicions.decided(2)).click();
  await says(theirs, [demo('trainer').name, '手机是本人的', '本人不在场', w.suspicions.countsNot]);
  expect(await barriers(other.page, looks.zh)).toEqual([]);
});

it('corrects a closed course by two people: whoever proposed it cannot decide', async () => {
  const it = await trained({ capacity: 5 });
  const candidate = await seated('practised', it.course);
  await comeBy(candidate, it, 'a-phone-of-ones-own-01');
  await closed(it);
  const { page } = await signedIn('trainer', { viewport: DESK });
  await openStaff(page, marksPage(it.course));
  await page.getByRole('button', { name: demo('practised').name, exact: true }).click();
  const session = (await ask(page, 'readCourse', { params: { course: it.course } })).sessions[0];
  const end = instantOf(Math.ceil(msOf(session?.endsAt ?? '') / MINUTE_MS) * MINUTE_MS + SHANGHAI_MS).slice(0, 16);
  await page.locator('dialog[open]').getByRole('button', { name: w.corrections.propose }).click();
  const propose = page.locator('dialog[open]').last();
  await propose.getByLabel(w.corrections.addOut).fill(end);
  await why('忘记签退，监控可见')(propose);
  await propose.getByRole('button', { name: w.corrections.propose }).click();
  await page.locator('.toast', { hasText: w.corrections.proposed }).waitFor();
  await page.keyboard.press('Escape');
  await openStaff(page, marksPage(it.course));
  const own = card(page, w.corrections.title);
  await own.getByText(w.corrections.own).waitFor();
  await offersNothing(own);

  const other = await signedIn('city', { viewport: DESK });
  await openStaff(other.page, marksPage(it.course));
  const theirs = card(other.page, w.corrections.title);
  await says(theirs, [demo('trainer').name]);
  const approve = theirs.getByRole('button', { name: new RegExp(`^${w.corrections.approve}`) });
  await act(other.page, { by: approve, fill: why('监控已核对'), done: w.corrections.done.approved });
  await says(theirs, [demo('trainer').name, '忘记签退，监控可见', demo('city').name, '监控已核对']);
  await offersNothing(theirs);

  // The city may decide, but not about its own.
  const { actor } = await ask(candidate, 'me');
  const person = actor.kind === 'person' ? actor.person : '';
  const mark = { kind: 'out', at: session?.endsAt };
  const params = { session: it.session, person };
  const body = { request: wish(), why: '再补一次', marks: [mark] };
  const { correction } = await ask(other.page, 'proposeCorrection', { params, body });
  const decision = { decision: 'approved', why: '自己同意' };
  const decided = ask(other.page, 'decideCorrection', { params: { session: it.session, correction }, body: decision });
  other.expects(/422/);
  await expect(decided).rejects.toThrow('correction-own');
  await openStaff(other.page, marksPage(it.course));
  await theirs.getByText(w.corrections.own).waitFor();
  await offersNothing(theirs);
});

it('saves the certificates of a course as one file, and leads to its public page', async () => {
  const it = await trained({ capacity: 5, rule: UNTIL_END });
  for (const [i, who] of (['practised', 'new'] as const).entries()) {
    await comeBy(await seated(who, it.course), it, `a-phone-of-ones-own-1${i}`);
  }
  const { now } = await ask(it.trainer, 'me');
  const { enrolments } = await ask(it.trainer, 'listRoster', { params: { course: it.course } });
  const people = enrolments.map(({ person }) => person);
  const early = people.map((person) => ({ kind: 'in', person, at: instantOf(msOf(now) - 10 * MINUTE_MS) }));
  const byHand = { request: wish(), why: '补签', marks: early };
  await ask(it.trainer, 'addMarks', { params: { session: it.session }, body: byHand });
  await closed(it);
  const { page } = await signedIn('trainer', { viewport: DESK });
  await openStaff(page, `/staff/training/?view=close&course=${it.course}`);
  await page.getByRole('button', { name: w.close.issue(2) }).click();
  await page.getByText(w.close.issued(2, 0, 0)).waitFor();
  const saving = page.waitForEvent('download', { timeout: 40_000 });
  await page.getByRole('button', { name: w.completions.all(2) }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`${w.completions.fileName(it.title)}.pdf`);
  const saved = join(mkdtempSync(join(tmpdir(), 'zhuren-saved-')), 'all.pdf');
  await download.saveAs(saved);
  const file = readFileSync(saved, 'latin1');
  rmSync(dirname(saved), { recursive: true });
  expect([file.slice(0, 5), file.match(/\/Type \/Page\b/g)?.length]).toEqual(['%PDF-', 2]);
  await page.getByText(w.completions.allSaved(1, 2)).waitFor();
  expect(await barriers(page, looks.zh)).toEqual([]);

  await openStaff(page, `/staff/training/?view=course&course=${it.course}`);
  await page.getByRole('link', { name: w.plan.publicPage }).click();
  await page.getByRole('heading', { name: it.title }).waitFor();
  await page.getByRole('button', { name: trainingZh.course.poster }).waitFor();
});
