// Tables as files: what a spreadsheet opens is text, whatever somebody wrote into a cell, and our own reader gets back what was written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../site/src/islands/staff/import/read-csv.ts';
import { csvOf } from '../../../site/src/shell/csv.ts';
import { bytesOf } from '../islands/staff/import/files.ts';

const cellOf = (text: string) => csvOf([[text]]).slice(1, -2);

describe('a CSV', () => {
  it('begins with its mark, quotes every cell and ends its lines as spreadsheets do', () => {
    expect(
      csvOf([
        ['a', '说"好"'],
        ['b,c', ''],
      ]),
    ).toBe('\ufeff"a","说""好"""\r\n"b,c",""\r\n');
  });

  it.each([
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\t=1',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200b=1',
    '\ufeff=1',
    '\n=1',
  ])('keeps %j a text', (text) => {
    expect(cellOf(text)).toBe(`"'${text}"`);
  });

  it('leaves other texts as they are', () => {
    expect(cellOf('2026年5月23日 09:00')).toBe('"2026年5月23日 09:00"');
  });

  it('gives back every cell, and none that begins with a sign of a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = cellOf(text).slice(1, -1).replaceAll('""', '"');
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/);
      }),
    );
  });

  it('is read back as it was written, but for the marks before formulas', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', ' ', '=') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(bytesOf(csvOf([['行', '姓名'], ...rows])));
        const plain = read.slice(1).map((row) => row.map((text) => text.replace(/^'(?=\s*=)/, '')));
        expect(plain).toEqual(rows);
      }),
    );
  });
});
