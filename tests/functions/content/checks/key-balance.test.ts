import { describe, expect, test } from 'vitest';
import { keyBalance } from '../../../../functions/content/checks/key-balance.ts';
import { bankOf, multiples, singles } from '../builders.ts';

const turned = (i: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => 'ABCDE'[(i + n) % 5] ?? '').sort();

describe('the letters of singles', () => {
  test('spread evenly pass', () => {
    expect(keyBalance(bankOf(...singles(20, (i) => ({ key: ['ABCD'[i % 4] ?? ''] }))))).toEqual([]);
  });

  test('more than 7 points from a quarter are errors', () => {
    const findings = keyBalance(bankOf(...singles(20, (i) => ({ key: ['AABC'[i % 4] ?? ''] }))));
    expect(findings).toMatchObject([
      { level: 'error', file: 'bank' },
      { level: 'error', file: 'bank' },
    ]);
    expect(findings[0]?.message).toContain('junior-comprehensive: A is 50 % of the right options of single items');
    expect(findings[1]?.message).toContain('D is 0 %');
  });

  test('of a handful of items are not judged', () => {
    expect(keyBalance(bankOf(...singles(4)))).toEqual([]);
  });
});

describe('the letters of multiples', () => {
  test('spread evenly, with varying numbers of right options, pass', () => {
    expect(keyBalance(bankOf(...multiples(15, (i) => ({ key: turned(i, 2 + (i % 3)) }))))).toEqual([]);
  });

  test('leaning to one side are errors', () => {
    const findings = keyBalance(bankOf(...multiples(10, (i) => ({ key: i % 2 === 0 ? ['A', 'B'] : ['A', 'B', 'C'] }))));
    expect(findings.map((f) => f.message.slice(0, 26))).toContain('junior-comprehensive: A is');
    expect(findings.every((f) => f.level === 'error')).toBe(true);
  });

  test('with always as many right options are an error', () => {
    const findings = keyBalance(bankOf(...multiples(10, (i) => ({ key: turned(i, 3) }))));
    expect(findings).toMatchObject([
      { level: 'error', message: expect.stringContaining('every multiple has 3 right options') },
    ]);
  });
});
