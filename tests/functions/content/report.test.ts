import { expect, test } from 'vitest';
import { changesText, essaysText, findingsText, subjectsText, tableText } from '../../../functions/content/report.ts';
import { strengths } from '../../../functions/content/strength.ts';
import { bankOf, essay, essayFileOf, multiple, refs, single } from './builders.ts';

test('findings stand under their file, errors first, the same sentence once with all its items', () => {
  const text = findingsText([
    { level: 'warning', file: 'b/01.json', check: 'x', message: 'Look.' },
    { level: 'error', file: 'b/01.json', item: 'jc01-001', check: 'y', message: 'Mend.' },
    { level: 'error', file: 'b/01.json', item: 'jc01-002', check: 'y', message: 'Mend.' },
    { level: 'error', file: 'a/01.json', check: 'z', message: 'Move.' },
  ]);
  expect(text.split('\n')).toEqual([
    'a/01.json',
    '  error   [z] Move.',
    '',
    'b/01.json',
    '  error   [y] Mend.',
    '          jc01-001 jc01-002',
    '  warning [x] Look.',
  ]);
});

test('the table has a row for each chapter and one for the subject', () => {
  const hard = single({ id: 'jc04-002', difficulty: 'hard', key: ['C'], review: { state: 'draft', blind: [] } });
  const banks = { practice: bankOf(single(), multiple()), mock: bankOf(hard), essays: [] };
  const rows = tableText(strengths(banks, refs())).split('\n');
  const cells = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  expect(cells[2]).toEqual(['jc18-04', '2', '1', '2', '2:1', '2/0/1', '0/1/1/0', '0.0', '2', '0', '0']);
  expect(cells.map(([name]) => name)).toEqual([
    'chapter',
    expect.stringMatching('-'),
    'jc18-04',
    'jc18-05',
    'junior-comprehensive',
  ]);
});

test('agreement and papers have a row a subject', () => {
  const banks = { practice: bankOf(single()), mock: bankOf(), essays: [] };
  expect(subjectsText(strengths(banks, refs())).split('\n').at(-1)).toMatch(
    /junior-comprehensive \| 2 +\| 100\.0 % +\| 0 /,
  );
});

test('what was mended, and which key stands against a reader, is a line each', () => {
  const review = { state: 'reviewed' as const, blind: [] };
  const items = [
    single({ review: { ...review, changed: '题干补充了时间。' } }),
    single({ id: 'jc04-002', review: { ...review, stands: '第五条写明。' } }),
    single({ id: 'jc04-003' }),
  ];
  expect(changesText(items)).toBe('jc04-001 mended: 题干补充了时间。\njc04-002 stands: 第五条写明。');
});

test('the essays are counted in one line', () => {
  const draft = essay({ id: 'ip05-502', kind: 'design', review: { state: 'draft', readings: [] } });
  expect(essaysText([essayFileOf([essay(), draft])])).toBe('1 cases, 1 designs, 1 of them reviewed.');
});
