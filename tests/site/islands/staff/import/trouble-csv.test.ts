import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../../site/src/islands/staff/import/read-csv.ts';
import { csvOf } from '../../../../../site/src/islands/staff/import/trouble-csv.ts';
import { bytesOf } from './files.ts';

describe('a list of troubles', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x'])('takes %j for no formula', (text) => {
    expect(csvOf([['x', text]])).toBe(`\ufeffx,'${text}\r\n`);
  });

  it('comes back as it was, but for the marks before formulas', () => {
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
