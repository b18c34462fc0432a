import { expect, test } from 'vitest';
import { kindShape } from '../../../../functions/content/checks/kind-shape.ts';
import { bankOf, multiple, options, single } from '../builders.ts';

test('the official forms pass: one of four, two to four of five', () => {
  expect(
    kindShape(bankOf(single(), multiple(), multiple({ key: ['A', 'E'] }), multiple({ key: ['A', 'B', 'C', 'D'] }))),
  ).toEqual([]);
});

test.each([
  ['a single with two right options', single({ key: ['A', 'B'] }), 'exactly 1 right option; this one has 2'],
  ['a multiple with one right option', multiple({ key: ['A'] }), '2 to 4 right options; this one has 1'],
  [
    'a multiple with all five right',
    multiple({ key: ['A', 'B', 'C', 'D', 'E'] }),
    '2 to 4 right options; this one has 5',
  ],
  [
    'a single with five options',
    single({ options: options('一', '二', '三', '四', '五') }),
    'the 4 options A, B, C, D',
  ],
  ['options out of order', single({ options: options('一', '二', '三', '四').reverse() }), 'in this order'],
  ['the same option twice', single({ options: options('一', '二', '二', '四') }), 'Two options say the same'],
])('%s is an error', (_name, item, message) => {
  expect(kindShape(bankOf(item))).toMatchObject([{ level: 'error', message: expect.stringContaining(message) }]);
});
