import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../../functions/domain/imports/column-names.ts';
import { type Cells, type Reading, readRow } from '../../../../functions/domain/imports/people-row.ts';
import { rowFaults } from '../../../../functions/domain/imports/row-rules.ts';
import { unitFinder } from '../../../../functions/domain/imports/unit-names.ts';
import { anyIdNumber, anyPhone, numberFrom, TODAY } from '../people/builders.ts';

const unitOf = unitFinder([{ id: 'st-1', name: '城关镇社工站', parent: null }]);
const reading: Reading = { line: 7, today: TODAY, unitOf, unit: 'top' };
const ID = numberFrom('36040219900101001');

const good: Cells = {
  unit: '城关镇社工站',
  name: '社工甲',
  phone: '138 0000 0001',
  idNumber: ID.toLowerCase(),
  post: '专职社工',
  established: '否',
  education: '本科',
  isSocialWorkMajor: '是',
  from: '2024年3月1日',
};

const certified: Cells = {
  ...good,
  certificateLevel: '初级',
  certificateNumber: ' 2019 0344 0001 ',
  issued: '2019/9/1',
  registered: '2020-10-10',
  registrationFrom: '2020年10月20日',
  registrationTo: '2023-10-19',
};

function errorsOf(cells: Cells): string[] {
  const read = readRow(cells, reading);
  return read.ok ? [] : read.errors.map(({ column, code }) => `${column} ${code}`);
}

describe('a row', () => {
  it('is read cell by cell', () => {
    expect(readRow(good, reading)).toEqual({
      ok: true,
      row: {
        line: 7,
        unit: 'st-1',
        name: '社工甲',
        phone: '13800000001',
        idNumber: ID,
        post: 'social-worker',
        established: false,
        education: 'bachelor',
        isSocialWorkMajor: true,
        from: '2024-03-01',
      },
    });
  });

  it('is read with its certificate', () => {
    const certificate = { level: 'junior', number: '201903440001', issued: '2019-09-01' };
    const registration = { registered: '2020-10-10', registrationFrom: '2020-10-20', registrationTo: '2023-10-19' };
    expect(readRow(certified, reading)).toMatchObject({
      ok: true,
      row: { certificate: { ...certificate, ...registration } },
    });
    const bare = { ...certified, registered: '', registrationFrom: '无', registrationTo: '' };
    const read = readRow(bare, reading);
    expect(read.ok && read.row.certificate).toEqual(certificate);
  });

  it.each(['', '无', '无证', '未取得'])('of which the level is %j has no certificate', (certificateLevel) => {
    const read = readRow({ ...good, certificateLevel, certificateNumber: '', issued: '/' }, reading);
    expect(read.ok && 'certificate' in read.row).toBe(false);
  });

  it.each<[string, Cells, string[]]>([
    [
      'a level alone',
      { certificateNumber: '', issued: '', registered: '', registrationFrom: '', registrationTo: '' },
      ['certificateNumber missing', 'issued missing'],
    ],
    ['no level', { certificateLevel: '无' }, ['certificateLevel missing']],
    ['an unknown level', { certificateLevel: '特级' }, ['certificateLevel word']],
    ['a rounded number', { certificateNumber: '2.01903E+11' }, ['certificateNumber lost-digits']],
    ['a number of other signs', { certificateNumber: '第1号' }, ['certificateNumber certificate-number']],
    ['no day of issue', { issued: '2019' }, ['issued day-form']],
    ['a day of issue before there were any', { issued: '2006-07-19' }, ['issued certificate-early']],
    [
      'a day of issue to come',
      { issued: '2026-11-24', registered: '', registrationFrom: '', registrationTo: '' },
      ['issued day-future'],
    ],
    ['a registration before the issue', { registered: '2019-08-31' }, ['registered day-order']],
    ['a registration to come', { registered: '2026-11-24' }, ['registered day-future']],
    ['a registration that begins before the issue', { registrationFrom: '2019-08-31' }, ['registrationFrom day-order']],
    ['a registration far ahead', { registrationFrom: '2028-01-01', registrationTo: '' }, ['registrationFrom day-late']],
    ['a registration that ends before it begins', { registrationTo: '2020-10-19' }, ['registrationTo day-order']],
    ['an end without a beginning', { registered: '', registrationFrom: '' }, ['registrationFrom missing']],
  ])('with a certificate with %s is told so', (_what, change, errors) => {
    expect(errorsOf({ ...certified, ...change })).toEqual(errors);
  });

  it('with the least there can be says no more than that', () => {
    expect(readRow({ name: '社工甲', phone: '13800000001', post: '社工', from: '', education: '无' }, reading)).toEqual(
      {
        ok: true,
        row: { line: 7, unit: 'top', name: '社工甲', phone: '13800000001', post: 'social-worker' },
      },
    );
  });

  it.each<[string, Cells, string[]]>([
    ['no name', { name: ' ' }, ['name missing']],
    ['a long name', { name: '长'.repeat(61) }, ['name name-length']],
    ['no post', { post: '' }, ['post missing']],
    ['an unknown post', { post: '站长' }, ['post word']],
    ['an unknown degree', { education: '初中' }, ['education word']],
    ['an unclear answer', { established: '也许' }, ['established word']],
    ['a short phone', { phone: '1380000' }, ['phone phone-length']],
    ['a landline', { phone: '0792-8888888' }, ['phone phone-not-mobile']],
    ['a rounded phone', { phone: '1.38E+10' }, ['phone lost-digits']],
    ['a rounded identity number', { idNumber: '3.60402E+17', phone: '' }, ['idNumber lost-digits']],
    [
      'a wrong check character',
      { idNumber: ID.slice(0, 17) + (ID.endsWith('1') ? '2' : '1') },
      ['idNumber id-checksum'],
    ],
    ['an old identity number', { idNumber: '360402900101001' }, ['idNumber id-fifteen-digits']],
    ['no number', { phone: '', idNumber: '无' }, ['phone no-number']],
    ['an unknown unit', { unit: '城北镇' }, ['unit unit-unknown']],
    ['no unit where the column is there', { unit: '' }, ['unit missing']],
    ['no day', { from: '去年' }, ['from day-form']],
    ['half a day', { from: '2024.03' }, ['from day-part']],
    ['an impossible day', { from: '2023-02-29' }, ['from day-calendar']],
    ['a day too early', { from: '1949-10-01' }, ['from day-early']],
    ['a day too late', { from: '2028-01-01' }, ['from day-late']],
    ['a child', { from: '2005-12-31' }, ['from day-under-age']],
    ['several faults', { name: '', post: '?', phone: '1' }, ['post word', 'name missing', 'phone phone-length']],
  ])('with %s is told so', (_what, change, errors) => {
    expect(errorsOf({ ...good, ...change })).toEqual(errors);
  });

  it.each([
    ['张 三', '张三'],
    ['张　　三', '张三'],
    [' 张三\u200b ', '张三'],
    ['Ana  Maria', 'Ana Maria'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['㛃䶮𬭩', '㛃䶮𬭩'],
  ])('with the name %j names %s', (name, plain) => {
    expect(readRow({ ...good, name }, reading)).toMatchObject({ ok: true, row: { name: plain } });
  });

  it.each([
    ['phone', '1380000000a', '138****000a'],
    ['phone', '138000', '******'],
    ['idNumber', `${ID.slice(0, 17)}Z`, `${ID.slice(0, 6)}********${ID.slice(14, 17)}Z`],
    ['idNumber', '36040219900101', '360****01'],
    ['post', '站长', '站长'],
  ])('masks the %s %s as %s', (column, text, value) => {
    const read = readRow({ ...good, [column]: text }, reading);
    expect(read).toMatchObject({ ok: false, errors: [{ column, value }] });
  });

  it('never throws, and what it lets pass has no fault', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '',
        '社工',
        '本科',
        '是',
        '2024/3/1',
        '45352',
        '初级',
        '2019-0001',
        '城关镇社工站',
        '13800000001',
        '1E400',
        ID,
      ),
    );
    const cells = fc.record(Object.fromEntries(COLUMNS.map((column) => [column, text])), { requiredKeys: [] });
    fc.assert(
      fc.property(cells, (some) => {
        const read = readRow(some as Cells, reading);
        if (read.ok) expect(rowFaults(read.row, TODAY)).toEqual([]);
        else expect(read.errors.length).toBeGreaterThan(0);
      }),
    );
  });

  it('takes any phone and identity number that are sound, and shows no whole number of one that is not', () => {
    fc.assert(
      fc.property(anyPhone, anyIdNumber, (phone, idNumber) => {
        const cells = { ...good, phone, idNumber, from: TODAY };
        const read = readRow(cells, reading);
        if (read.ok) expect(read.row).toMatchObject({ phone, idNumber });
        else expect(read.errors.map(({ code }) => code)).toEqual(['day-under-age']);
        const wrong = readRow({ ...cells, phone: `${phone}9`, idNumber: `${idNumber}9` }, reading);
        expect(JSON.stringify(wrong)).not.toMatch(/\d{11}/);
      }),
    );
  });
});
