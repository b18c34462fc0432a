import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../../functions/domain/imports/column-names.ts';
import { columnOf, HEADINGS, headingRow, matchHeadings } from '../../../../functions/domain/imports/columns.ts';

describe('a heading', () => {
  it.each([
    ['姓名', 'name'],
    [' 姓　名 ', 'name'],
    ['*姓名（必填）', 'name'],
    ['手机号码：', 'phone'],
    ['联系电话', 'phone'],
    ['身份证号', 'idNumber'],
    ['公民身份号码', 'idNumber'],
    ['所在机构(全称)', 'unit'],
    ['工作单位', 'unit'],
    ['是否在编【是/否】', 'established'],
    ['入职时间', 'from'],
    ['ＩＤ Number', 'idNumber'],
    ['ID_Number', 'idNumber'],
  ])('%j is the column %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });

  it.each(['', '序号', '备注', '姓', '配偶姓名', '性别', '（姓名）'])('%j is none', (heading) => {
    expect(columnOf(heading)).toBeUndefined();
  });

  it('stands for one column alone', () => {
    const all = COLUMNS.flatMap((column) => HEADINGS[column]);
    expect(new Set(all).size).toBe(all.length);
    for (const column of COLUMNS) expect(HEADINGS[column].map(columnOf)).toEqual(HEADINGS[column].map(() => column));
  });
});

describe('headings', () => {
  it('are matched in any order, and what is not read is named', () => {
    expect(matchHeadings(['序号', '岗位', '', '姓名', '手机', '联系电话'])).toEqual({
      columns: [null, 'post', null, 'name', 'phone', null],
      unread: ['序号', '联系电话'],
    });
  });

  it('are found below titles', () => {
    expect(headingRow([['社工人员信息表'], ['填表单位：', '某站'], ['序号', '姓名', '手机号'], ['1', '甲', '1']])).toBe(
      2,
    );
  });

  it('are not found where one or none is known, or too far down', () => {
    expect(headingRow([['姓名', '备注']])).toBeUndefined();
    expect(headingRow([])).toBeUndefined();
    expect(headingRow([...Array(10).fill(['']), ['姓名', '手机号']])).toBeUndefined();
  });

  it('of any kind give each column once at most', () => {
    const heading = fc.oneof(fc.string(), fc.constantFrom(...COLUMNS.flatMap((column) => HEADINGS[column])));
    fc.assert(
      fc.property(fc.array(heading), (row) => {
        const { columns } = matchHeadings(row);
        const read = columns.filter((column) => column !== null);
        expect(columns).toHaveLength(row.length);
        expect(new Set(read).size).toBe(read.length);
      }),
    );
  });
});
