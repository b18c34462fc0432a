import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXAM_COLUMNS,
  EXAM_HEADINGS,
  examHeadings,
  PAPERS_OF,
} from '../../../../functions/domain/imports/exam-columns.ts';
import {
  doubledLines,
  type ExamCells,
  type ExamRow,
  readExamRow,
} from '../../../../functions/domain/imports/exam-row.ts';
import { seedIdNumber } from '../../../../functions/local/seed-numbers.ts';

const ID = seedIdNumber(7);
const usual: ExamCells = { name: '张 三', idNumber: ID, year: '2026年度', level: '初级', comprehensive: '61.5' };
const reading = { line: 2, today: '2026-11-24' };

function rowOf(cells: ExamCells): ExamRow {
  const read = readExamRow({ ...usual, ...cells }, reading);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.row;
}

function faultsOf(cells: ExamCells): string[] {
  const read = readExamRow({ ...usual, ...cells }, reading);
  return read.ok ? [] : read.errors.map(({ column, code }) => `${column} ${code}`);
}

describe('a heading', () => {
  it('stands for one column alone', () => {
    const all = EXAM_COLUMNS.flatMap((column) => EXAM_HEADINGS[column]);
    expect(new Set(all).size).toBe(all.length);
    for (const column of EXAM_COLUMNS) {
      expect(EXAM_HEADINGS[column].map(examHeadings.columnOf)).toEqual(EXAM_HEADINGS[column].map(() => column));
    }
  });

  it.each([
    ['社会工作综合能力（初级）', 'comprehensive'],
    ['*法规与政策成绩', 'law'],
    ['考 区', 'site'],
    ['备注', undefined],
  ])('%j is %s', (heading, column) => {
    expect(examHeadings.columnOf(heading)).toBe(column);
  });
});

describe('a row', () => {
  it('is read as bureaus write it: names without spaces, marks as half-points, absences as words or as −1', () => {
    expect(rowOf({ practice: '－1', site: ' 九江市 ' })).toEqual({
      ...{ line: 2, name: '张三', idNumber: ID, year: 2026, level: 'junior', site: '九江市' },
      papers: [
        { subject: 'junior-comprehensive', result: { kind: 'marks', marks: 123 } },
        { subject: 'junior-practice', result: { kind: 'absent' } },
      ],
    });
  });

  it.each([
    ['报名', { kind: 'registered' }],
    ['缺考', { kind: 'absent' }],
    ['参考', { kind: 'sat' }],
    ['合格', { kind: 'passed' }],
    ['当地线合格', { kind: 'passed-local' }],
    ['违纪', { kind: 'failed' }],
    ['60分', { kind: 'marks', marks: 120 }],
    ['６０', { kind: 'marks', marks: 120 }],
    ['0', { kind: 'marks', marks: 0 }],
    ['100', { kind: 'marks', marks: 200 }],
  ])('takes %j for %j', (text, result) => {
    expect(rowOf({ comprehensive: text }).papers).toEqual([{ subject: 'junior-comprehensive', result }]);
  });

  it('without an identity number is known by its phone', () => {
    expect(rowOf({ idNumber: '', phone: '138 0000 0001', ticket: '3604 0001' })).toMatchObject({
      ...{ phone: '13800000001', ticket: '36040001' },
    });
    expect(rowOf({ idNumber: '', phone: '13800000001' })).not.toHaveProperty('idNumber');
  });

  it('leaves out papers that were not entered for', () => {
    for (const text of ['', '—', '未报', '免考']) expect(rowOf({ practice: text }).papers).toHaveLength(1);
  });

  it('of a file that says year and level once takes them from there, and its own before them', () => {
    const { year: _, level: __, ...cells } = usual;
    const read = readExamRow(cells, { ...reading, year: 2025, level: 'junior' });
    expect(read).toMatchObject({ ok: true, row: { year: 2025, level: 'junior' } });
    expect(readExamRow(usual, { ...reading, year: 2025, level: 'senior' })).toMatchObject({ row: { year: 2026 } });
  });

  it('says one word of all papers where they are entered for together, and asks for the papers where not', () => {
    const overall = { comprehensive: '', overall: '合格' };
    expect(rowOf(overall).papers.map(({ subject }) => subject)).toEqual(['junior-comprehensive', 'junior-practice']);
    expect(rowOf({ comprehensive: '', overall: '是' }).papers[0]?.result).toEqual({ kind: 'passed' });
    expect(rowOf({ comprehensive: '', overall: '否' }).papers[0]?.result).toEqual({ kind: 'failed' });
    expect(faultsOf({ ...overall, level: '中级' })).toEqual(['overall needs-papers']);
  });

  it.each([
    [{ name: ' ' }, 'name missing'],
    [{ name: '张\u202e三' }, 'name name-signs'],
    [{ idNumber: '' }, 'idNumber no-number'],
    [{ idNumber: '', phone: '138' }, 'phone phone-length'],
    [{ ticket: '1.234E+12' }, 'ticket lost-digits'],
    [{ ticket: '考2026' }, 'ticket ticket'],
    [{ idNumber: '3.60402E+17' }, 'idNumber lost-digits'],
    [{ idNumber: ID.slice(1) }, 'idNumber id-length'],
    [{ year: '' }, 'year missing'],
    [{ year: '2007' }, 'year year'],
    [{ year: '2028' }, 'year year'],
    [{ year: '26年' }, 'year year'],
    [{ level: '特级' }, 'level word'],
    [{ site: '考'.repeat(61) }, 'site site-length'],
    [{ comprehensive: '100.5' }, 'comprehensive marks'],
    [{ comprehensive: '60.25' }, 'comprehensive marks'],
    [{ comprehensive: '很好' }, 'comprehensive word'],
    [{ law: '60' }, 'law not-of-level'],
    [{ comprehensive: '' }, 'overall no-paper'],
  ])('with %j is told %s', (cells, fault) => {
    expect(faultsOf(cells)).toEqual([fault]);
  });

  it('shows no identity number, however wrong it is', () => {
    const read = readExamRow({ ...usual, idNumber: `${ID.slice(0, 17)}?` }, reading);
    expect(JSON.stringify(read)).not.toContain(ID.slice(6, 14));
  });

  it('of any cells is read or refused by column, and holds papers of its level alone', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('60', '缺考', '合格', '2026', '初级', '中级', '高级', ID, '张三'),
    );
    const cells = fc.record(Object.fromEntries(EXAM_COLUMNS.map((column) => [column, cell])), { requiredKeys: [] });
    fc.assert(
      fc.property(cells, (one) => {
        const read = readExamRow(one as ExamCells, reading);
        const known: string[] = read.ok ? PAPERS_OF[read.row.level].map(({ subject }) => subject) : [];
        expect(read.ok ? read.row.papers.length : read.errors.length).toBeGreaterThan(0);
        for (const { subject } of read.ok ? read.row.papers : []) expect(known).toContain(subject);
      }),
    );
  });
});

it('lines that say the same person, year and level know of each other', () => {
  const row = (line: number, idNumber: string, year = 2026) => ({ ...rowOf({}), line, idNumber, year });
  const doubled = doubledLines([row(2, 'a'), row(3, 'b'), row(4, 'a'), row(5, 'a', 2025)]);
  expect([...doubled]).toEqual([
    [2, [2, 4]],
    [4, [2, 4]],
  ]);
});
