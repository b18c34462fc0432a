import { expect, it } from 'vitest';
import { sheetOf } from '../../../../../../site/src/islands/staff/training/export/sheets.ts';

it('writes what looks like a formula as text', () => {
  const { data } = sheetOf({ name: '名册', head: ['姓名'], rows: [['=HYPERLINK("x")'], ['+1'], [3]] });
  expect(data.slice(1)).toEqual([
    [{ value: '=HYPERLINK("x")', type: String, format: '@' }],
    [{ value: '+1', type: String, format: '@' }],
    [{ value: 3, type: Number }],
  ]);
});

it('names a sheet as every program takes it', () => {
  expect(sheetOf({ name: `名册 ${'长'.repeat(40)}`, head: [], rows: [] }).sheet).toHaveLength(31);
  expect(sheetOf({ name: '名册[1]/2', head: [], rows: [] }).sheet).toBe('名册 1  2');
});
