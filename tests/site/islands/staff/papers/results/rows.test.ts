import { expect, it } from 'vitest';
import {
  inOrder,
  type ResultRow,
  resultSheets,
  type Statistics,
} from '../../../../../../site/src/islands/staff/papers/results/rows.ts';
import { papersZh as w } from '../../../../../../site/src/words/zh-papers.ts';

const row = (name: string, more: Partial<ResultRow> = {}): ResultRow => ({
  ...{ person: name, name, state: 'submitted', factor: 100, regrades: [], voided: [] },
  ...more,
});
const rows = [
  row('乙', { earned: 120, possible: 200, startedAt: '2026-11-24T01:00:00.000Z', endedAt: '2026-11-24T02:00:00.000Z' }),
  row('甲', { earned: 151, possible: 200, startedAt: '2026-11-24T01:00:00.000Z', endedAt: '2026-11-24T01:30:00.000Z' }),
  row('丙'),
];
const names = (by: Parameters<typeof inOrder>[1]['by'], isDown: boolean) =>
  inOrder(rows, { by, isDown }).map(({ name }) => name);

it('sorts by marks either way, and leaves who has none at the end', () => {
  expect(names('marks', true)).toEqual(['甲', '乙', '丙']);
  expect(names('marks', false)).toEqual(['乙', '甲', '丙']);
});

it('sorts by how long somebody had', () => {
  expect(names('took', false)).toEqual(['甲', '乙', '丙']);
});

it('takes marks along as numbers in marks, and everything else as text', () => {
  const statistics = {
    marks: { sat: 3, marked: 2, possible: 200, mean: 135.5, histogram: [0, 0, 0, 0, 0, 0, 1, 1, 0, 0] },
    chapters: [{ id: 'c', name: { zh: '个案', en: 'Casework' }, questions: 8, facility: 0.625 }],
  } as unknown as Statistics;
  const [people, figures, chapters] = resultSheets(rows, statistics, { title: '一模', lang: 'zh', w });
  expect(people.rows[1]).toEqual(['甲', '', '已交卷', 75.5, 100, 100, '2026-11-24 09:00', '2026-11-24 09:30', '']);
  expect(people.rows.every((line) => line.length === people.head.length)).toBe(true);
  expect(figures?.rows).toContainEqual([w.results.mean, '67.8']);
  expect(figures?.rows).toContainEqual(['60—70', 1]);
  expect(chapters?.rows).toEqual([['个案', 8, 63]]);
});
