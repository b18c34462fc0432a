// What a bureau's list comes to before it is sent.

import { expect, it } from 'vitest';
import { examHeadings } from '../../../../../../functions/domain/imports/exam-columns.ts';
import { seedIdNumber } from '../../../../../../functions/local/seed-numbers.ts';
import { allTroubles, examPlanOf, examSlices } from '../../../../../../site/src/islands/staff/exams/import/plan.ts';
import { linesIn } from '../../../../../../site/src/islands/staff/import/counts.tsx';

const heading = ['序号', '姓名', '身份证号', '综合能力', '实务'];
const { columns } = examHeadings.match(heading);
const target = { today: '2026-11-24', year: 2026, level: 'junior' as const };
const row = (name: string, id: number, ...marks: string[]) => ['1', name, seedIdNumber(id), ...marks];

it('holds the sound rows, and says of the others what is wrong, by the line a spreadsheet shows', () => {
  const rows = [
    ['2026 年成绩'],
    heading,
    row('甲', 1, '61', '59.5'),
    ['合计', '', '', '', ''],
    row('乙', 2, '很好', ''),
    row('丙', 3, '合格', '缺考'),
    row('丙', 3, '合格', '缺考'),
  ];
  const plan = examPlanOf({ rows, heading: 1, columns }, target);
  expect(plan.rows.map(({ line, name, year, level }) => [line, name, year, level])).toEqual([
    [3, '甲', 2026, 'junior'],
  ]);
  expect(plan.troubles.map(({ line, column, code, lines }) => [line, column, code, lines])).toEqual([
    [5, 'comprehensive', 'word', undefined],
    [6, 'idNumber', 'duplicate', [6, 7]],
    [7, 'idNumber', 'duplicate', [6, 7]],
  ]);
  expect(linesIn(plan.troubles)).toBe(3);
});

it('tells what the server refuses with the name that the row has here, in order', () => {
  const plan = examPlanOf({ rows: [heading, row('甲', 1, '61'), row('', 2, '61')], heading: 0, columns }, target);
  const lines = [{ line: 2, outcome: 'refused', reason: 'unknown-person' } as const];
  expect(allTroubles(plan, lines).map(({ line, name, code }) => [line, name, code])).toEqual([
    [2, '甲', 'unknown-person'],
    [3, '', 'missing'],
  ]);
});

it('sends rows that write over something confirmed apart from the others', () => {
  const rows = Array.from({ length: 120 }, (_, i) => row(`甲${i}`, i + 1, '60'));
  const plan = examPlanOf({ rows: [heading, ...rows], heading: 0, columns }, target);
  const replaced = new Set([3, 5]);
  const slices = examSlices(plan.rows, replaced);
  expect(slices.map(({ length }) => length)).toEqual([50, 50, 18, 2]);
  for (const slice of slices) expect(new Set(slice.map(({ line }) => replaced.has(line))).size).toBe(1);
});
