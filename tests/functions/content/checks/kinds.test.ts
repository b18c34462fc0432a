import { expect, test } from 'vitest';
import { kinds } from '../../../../functions/content/checks/kinds.ts';
import { bankOf, multiples, refs, singles } from '../builders.ts';

const mix = (single: number, multiple: number) => kinds(bankOf(...singles(single), ...multiples(multiple)), refs());

test('the mix of the paper passes, within 3 points', () => {
  expect(mix(60, 20)).toEqual([]);
  expect(mix(78, 22)).toEqual([]);
  expect(mix(72, 28)).toEqual([]);
});

test('another mix is an error', () => {
  expect(mix(79, 21)).toMatchObject([
    { level: 'error', message: expect.stringContaining('79 % of 100 items are single; the paper has 75 %') },
  ]);
  expect(mix(71, 29)).toHaveLength(1);
});

test('a subject with few items is not judged', () => {
  expect(mix(10, 0)).toEqual([]);
});
