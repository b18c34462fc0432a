import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicatesIn } from '../../../../functions/domain/imports/duplicates.ts';

describe('duplicates', () => {
  it('are told the lines that share a number, the identity number before the phone', () => {
    const found = duplicatesIn([
      { line: 2, phone: 'a', idNumber: 'x' },
      { line: 5, phone: 'a' },
      { line: 3, phone: 'b', idNumber: 'x' },
      { line: 4 },
      { line: 6 },
    ]);
    expect([...found].sort()).toEqual([
      [2, { column: 'idNumber', lines: [2, 3] }],
      [3, { column: 'idNumber', lines: [2, 3] }],
      [5, { column: 'phone', lines: [2, 5] }],
    ]);
  });

  it('leave rows that share no number', () => {
    const number = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.record({ phone: number, idNumber: number }), { maxLength: 12 }), (people) => {
        const rows = people.map(({ phone, idNumber }, i) => {
          return { line: i + 2, ...(phone && { phone }), ...(idNumber && { idNumber }) };
        });
        const found = duplicatesIn(rows);
        const left = rows.filter(({ line }) => !found.has(line));
        for (const row of left) {
          const shares = rows.filter((other) => other.line !== row.line);
          if (row.phone) expect(shares.some(({ phone }) => phone === row.phone)).toBe(false);
          if (row.idNumber) expect(shares.some(({ idNumber }) => idNumber === row.idNumber)).toBe(false);
        }
      }),
    );
  });
});
