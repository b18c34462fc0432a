import { expect, test } from 'vitest';
import { longestOption } from '../../../../functions/content/checks/longest-option.ts';
import { bankOf, multiple, options, single, singles } from '../builders.ts';

const telltale = options('接纳', '尊重服务对象自己选择和决定的权利', '保密', '尊重');
const slightly = options('接纳他', '尊重自决', '保密', '尊重');

test('options of similar length pass', () => {
  expect(longestOption(bankOf(single({ options: slightly })))).toEqual([]);
});

test('a right option that is plainly the longest is a warning', () => {
  expect(longestOption(bankOf(single({ options: telltale })))).toMatchObject([{ level: 'warning', item: 'jc04-001' }]);
});

test('a wrong option may be the longest, and a multiple is not judged', () => {
  expect(
    longestOption(
      bankOf(
        single({ options: telltale, key: ['A'] }),
        multiple({ options: [...telltale, ...options('无').map((o) => ({ ...o, id: 'E' }))] }),
      ),
    ),
  ).toEqual([]);
});

test('a bank where the key is often the longest is an error, a little being enough', () => {
  const bank = (longest: number) => bankOf(...singles(20, (i) => (i < longest ? { options: slightly } : {})));
  expect(longestOption(bank(8))).toEqual([]);
  expect(longestOption(bank(9))).toMatchObject([
    { level: 'error', file: 'bank', message: expect.stringContaining('45 % of 20 singles') },
  ]);
});
