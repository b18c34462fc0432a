// The export of the audit: what a spreadsheet opens is text, whatever was written into a cell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../../site/src/islands/staff/audit/csv.ts';

const bodyOf = (text: string) => csvOf([[text]]).slice(1);

describe('a CSV', () => {
  it('begins with its mark, quotes every cell and ends its lines as spreadsheets do', () => {
    expect(
      csvOf([
        ['a', '说"好"'],
        ['b,c', ''],
      ]),
    ).toBe('\ufeff"a","说""好"""\r\n"b,c",""');
  });

  it.each([
    '=1+1',
    '+86',
    '-1',
    '@SUM(A1)',
    '\tx',
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
    expect(bodyOf(text)).toBe(`"'${text}"`);
  });

  it('leaves other texts as they are', () => {
    expect(bodyOf('2026年5月23日 09:00')).toBe('"2026年5月23日 09:00"');
  });

  it('gives back every cell, and none that begins with a sign of a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = bodyOf(text).slice(1, -1).replaceAll('""', '"');
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/);
      }),
    );
  });
});
