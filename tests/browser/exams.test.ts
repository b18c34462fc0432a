// Exams: what still counts is seen at a glance, a list of the bureau comes in by lines, a pass that is confirmed becomes a certificate; the check for guests.
import { expect, it } from 'vitest';
import { seedIdNumber } from '../../functions/local/seed-numbers.ts';
import { examsZh as w } from '../../site/src/words/zh-exams.ts';
import { examsImportZh } from '../../site/src/words/zh-exams-import.ts';
import { examRulesZh as r } from '../../site/src/words/zh-exams-rules.ts';
import { staffExamsZh as s } from '../../site/src/words/zh-staff-exams.ts';
import { workbook } from '../site/islands/staff/import/files.ts';
import { barriers, looks } from './access.ts';
import { ask } from './courses.ts';
import { act, openStaff, stationsOf } from './staff.ts';
import { demo, isFocused, open, signIn } from './steps.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const YEAR = 2026;

it('tells a guest who may sit what, and when what is not announced will be', async () => {
  const { page } = await visitor();
  await open(page, '/exam/');
  await page.getByRole('link', { name: w.toCheck }).click();
  await page.waitForURL(/view=check/);
  // By keyboard alone: nothing chosen is said, and the field takes the focus.
  await page.getByRole('button', { name: r.check.submit }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(r.check.faults.education).waitFor();
  await expect.poll(() => isFocused(page.getByLabel(r.check.education))).toBe(true);
  await page.getByLabel(r.check.education).selectOption('college');
  await page.getByLabel(r.check.major).selectOption('false');
  await page.getByLabel(r.check.years, { exact: true }).fill('2');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: r.check.mayNot('助理社会工作师') }).waitFor();
  expect(await page.getByRole('region', { name: r.check.mayNot('助理社会工作师') }).textContent()).toContain(
    r.check.lacks.years(4, 3),
  );
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.getByRole('link', { name: w.views.guide }).click();
  await page.getByText(r.guide.unannouncedDays).waitFor();
  expect(await page.locator('.timeline > li').count()).toBeGreaterThanOrEqual(12);
  expect(await barriers(page, looks.en)).toEqual([]);
});

it('shows what one notes of an exam as a strip of years; staff confirm it in bulk, and record the certificate that follows', async () => {
  const own = await visitor();
  // Whoever keeps a station is a candidate like everybody.
  await signIn(own.page, 'liaison');
  await open(own.page, '/exam/');
  const form = own.page.getByRole('form', { name: w.add });
  await form.getByLabel(w.form.year).selectOption(String(YEAR));
  await form.getByLabel('中级', { exact: true }).check();
  await form.getByRole('button', { name: w.form.send }).click();
  await form.getByText(w.form.faults.papers).waitFor();
  const marks = { 综合能力: '65.5', 实务: '61', 法规与政策: '70' };
  for (const [paper, text] of Object.entries(marks)) {
    await form.getByLabel(paper, { exact: true }).selectOption('marks');
    await form.getByLabel(w.form.marks(paper)).fill(text);
  }
  await form.getByRole('button', { name: w.form.send }).click();
  await own.page.locator('.toast', { hasText: w.form.sent }).waitFor();
  await own.page.getByText(w.cycle.passed(YEAR)).waitFor();
  expect(await own.page.locator('.strip td[data-what=national]').count()).toBe(3);
  await own.page.getByText(w.cycle.unconfirmed).waitFor();
  expect(await barriers(own.page, looks.zh)).toEqual([]);

  const { actor } = await ask(own.page, 'me');
  const person = actor.kind === 'person' ? actor.person : '';
  const { entries } = await ask(own.page, 'readExams', { params: { person } });
  const unit = entries[0]?.units[0]?.unit ?? '';
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'city');
  await openStaff(page, `/staff/exams/?unit=${unit}&year=${YEAR}&step=passed`);
  // The demo's worker at the same station waits for a confirmation, too.
  const line = page
    .locator('.exam-table tbody tr')
    .filter({ has: page.getByText(demo('liaison').name, { exact: true }) });
  await line.waitFor();
  expect(await page.locator('.exam-table tbody tr').count()).toBe(2);
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);
  await line.getByRole('checkbox').check();
  await act(page, {
    by: page.locator('.bulk').getByRole('button', { name: s.acts.confirm, exact: true }),
    fill: async () => undefined,
    done: s.bulkDone,
  });
  await page.getByText(s.bulkResult(1)).waitFor();
  await line.locator('.person-link').click();
  await act(page, {
    by: page.getByRole('button', { name: s.give }),
    fill: async (dialog) => {
      await dialog.getByLabel(s.number).fill(`STORY-${process.pid}`);
      await dialog.getByLabel(s.issued).fill(`${YEAR}-09-01`);
    },
    done: s.given,
  });
  await page.getByText(`STORY-${process.pid}`).waitFor();
  await open(own.page, '/exam/');
  await own.page.getByText(w.cycle.confirmed, { exact: false }).first().waitFor();
});

it('names who is behind a step in all units below, and whom there is yet to win', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'bureau');
  const { grants } = await ask(page, 'staffMe');
  await openStaff(page, `/staff/exams/?unit=${grants[0]?.unit}`);
  await page.getByRole('link', { name: s.names.open }).click();
  await page.getByText(s.names.steps.passed, { exact: true }).click();
  await page.waitForURL(/below=passed/);
  const lines = page.locator('.exam-table tbody tr');
  await lines.nth(49).waitFor();
  for (const cell of await page.locator('.exam-table tbody td:nth-child(3)').allTextContents()) {
    expect(cell).toContain(s.steps.passed);
  }
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);
  await page.getByText(s.names.who.missing, { exact: true }).click();
  await page.waitForURL(/missing=true/);
  await lines.nth(49).waitFor();
  await lines.first().locator('.person-link').click();
  await page.waitForURL(/person=/);
  await page.getByRole('link', { name: s.back }).waitFor();
});

it('imports a bureau’s list: what is wrong is told by line and column, nothing is written before, and again it changes nothing', async () => {
  const { page } = await visitor({ viewport: DESK });
  await signIn(page, 'city');
  const { grants } = await ask(page, 'staffMe');
  const unit = grants[0]?.unit ?? '';
  // Somebody new to a station, so that no other story knows the number.
  const id = seedIdNumber(49_900);
  const station = stationsOf('360430')[0]?.id ?? '';
  const name = '名单人员';
  await ask(page, 'importPeople', {
    params: { unit: station },
    body: {
      dry: false,
      day: '2026-11-01',
      rows: [{ line: 2, unit: station, name, idNumber: id, post: 'social-worker', from: '2025-01-01' }],
    },
  });
  const rows = [
    ['姓名', '身份证号', '考试年度', '级别', '综合能力', '实务'],
    [name, id, '2025', '初级', '61.5', '缺考'],
    [name, id.slice(1), '2025', '初级', '60', '60'],
    ['查无此人', seedIdNumber(49_901), '2025', '初级', '60', '60'],
  ];
  await openStaff(page, `/staff/exams/?unit=${unit}&view=import`);
  const dryRun = async () => {
    const buffer = Buffer.from(await workbook(rows));
    await page.locator('input[type=file]').setInputFiles({ name: '成绩.xlsx', mimeType: '', buffer });
    await page.getByText(examsImportZh.columns.lead(1)).waitFor();
    await page.getByRole('button', { name: examsImportZh.next }).click();
    await page.getByText(examsImportZh.check.done).waitFor();
  };
  const figures = async () => (await page.locator('.figures dd').allTextContents()).map(Number);
  await dryRun();
  expect(await figures()).toEqual([1, 0, 0, 0, 2]);
  const told = await page.locator('.troubles tbody tr').allTextContents();
  expect(told[0]).toContain(examsImportZh.trouble({ code: 'id-length' }));
  expect(told[1]).toContain(examsImportZh.trouble({ code: 'unknown-person' }));
  expect(await barriers(page, looks.zh)).toEqual([]);
  await page.setViewportSize(DESK);
  await page.getByRole('button', { name: examsImportZh.check.import(1) }).click();
  await page.getByText(examsImportZh.result.done).waitFor();
  await page.getByRole('button', { name: examsImportZh.result.again }).click();
  await dryRun();
  expect(await figures()).toEqual([0, 0, 1, 0, 2]);
});
