import { describe, expect, it } from 'vitest';
import { linesIn } from '../../../../../site/src/islands/staff/import/counts.tsx';
import { planOf, refusedIn } from '../../../../../site/src/islands/staff/import/plan.ts';

const units = [{ id: 'st-1', name: '城关镇社工站', parent: null }];
const target = { today: '2026-03-01', unit: 'st-1', units };
const columns = ['name', 'phone', 'post', null] as const;
const heading = ['姓名', '手机号', '岗位', '备注'];

describe('a plan', () => {
  it('holds the sound rows, and says of the others what is wrong, by the line a spreadsheet shows', () => {
    const rows = [
      ['人员表'],
      heading,
      ['甲', '13800000001', '社工', ''],
      ['', '', '', '合计'],
      ['乙', '138', '站长', ''],
      ['丙', '13800000003', '社工'],
      ['丁', '138 0000 0003', '社工'],
    ];
    const plan = planOf({ rows, heading: 1, columns }, target);
    expect(plan.total).toBe(4);
    expect(plan.rows.map(({ line, name, unit }) => [line, name, unit])).toEqual([[3, '甲', 'st-1']]);
    expect(plan.troubles.map(({ line, column, code, candidates }) => [line, column, code, candidates])).toEqual([
      [5, 'post', 'word', undefined],
      [5, 'phone', 'phone-length', undefined],
      [6, 'phone', 'duplicate', ['6', '7']],
      [7, 'phone', 'duplicate', ['6', '7']],
    ]);
    expect(linesIn(plan.troubles)).toBe(3);
  });

  it('of 10,000 rows is made at once', () => {
    const rows = [
      heading,
      ...Array.from({ length: 10_000 }, (_, i) => [`甲${i}`, `139${String(i).padStart(8, '0')}`, '社工']),
    ];
    expect(planOf({ rows, heading: 0, columns }, target).rows).toHaveLength(10_000);
  });
});

it('what the server refuses is told with the name that the row has here', () => {
  const [row] = planOf({ rows: [heading, ['甲', '13800000001', '社工']], heading: 0, columns }, target).rows;
  if (row === undefined) throw new Error('the row is sound');
  expect(
    refusedIn(
      [
        { line: 2, outcome: 'refused', reason: 'has-left', person: 'person-1' },
        { line: 3, outcome: 'new' },
      ],
      [row],
    ),
  ).toEqual([{ line: 2, name: '甲', code: 'has-left', person: 'person-1' }]);
});
