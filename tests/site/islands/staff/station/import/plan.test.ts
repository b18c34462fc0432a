import { expect, it } from 'vitest';
import { linesIn } from '../../../../../../site/src/islands/staff/import/counts.tsx';
import { allTroubles, workPlanOf, workSlices } from '../../../../../../site/src/islands/staff/station/import/plan.ts';

const TODAY = '2026-11-24';
const HEADINGS = ['日期', '活动名称', '服务人次', '备注'];

it('finds the headings below a title, reads what is sound and names the faults of the rest by line', () => {
  const rows = [
    ['某站活动清单'],
    HEADINGS,
    ['2026-03-05', '义诊', '40', '好'],
    ['', '', '', '空行'],
    ['3月', '走访', 'x', ''],
  ];
  const { rows: sound, troubles, unread, lacking } = workPlanOf(rows, TODAY);
  expect(sound).toEqual([
    { line: 3, day: '2026-03-05', kind: 'other', title: '义诊', place: '', served: 40, volunteers: 0, minutes: 0 },
  ]);
  expect(troubles.map(({ line, column, code, title }) => [line, column, code, title])).toEqual([
    [5, 'day', 'day-form', '走访'],
    [5, 'served', 'number', '走访'],
  ]);
  expect([unread, lacking, linesIn(troubles)]).toEqual([['备注'], [], 1]);
});

it('reads nothing where a needed column is lacking, and says which', () => {
  const { rows, lacking } = workPlanOf(
    [
      ['名称', '地点'],
      ['义诊', '村委会'],
    ],
    TODAY,
  );
  expect([rows, lacking]).toEqual([[], ['day', 'served']]);
  expect(workPlanOf([['只有', '文字']], TODAY).lacking).toEqual(['day', 'title', 'served']);
});

it('does not repeat a title that may hold somebody’s number', () => {
  const { troubles } = workPlanOf([HEADINGS, ['2026-03-05', '走访 138 0000 0001', 'x', '']], TODAY);
  expect(JSON.stringify(troubles)).not.toContain('0001');
});

it('puts what the server refused among the troubles, by line', () => {
  const plan = workPlanOf([HEADINGS, ['2026-03-05', '义诊', '40', ''], ['x', '走访', '3', '']], TODAY);
  const troubles = allTroubles(plan, [{ line: 2, outcome: 'refused', reason: 'work-outside' }]);
  expect(troubles.map(({ line, title, code }) => [line, title, code])).toEqual([
    [2, '义诊', 'work-outside'],
    [3, '走访', 'day-form'],
  ]);
});

it('cuts rows into slices that lose and double nothing', () => {
  const rows = Array.from({ length: 101 }, () => ['2026-03-05', '义诊', '40', '']);
  const slices = workSlices(workPlanOf([HEADINGS, ...rows], TODAY).rows);
  expect(slices.map(({ length }) => length)).toEqual([50, 50, 1]);
  expect(new Set(slices.flat().map(({ line }) => line)).size).toBe(101);
});
