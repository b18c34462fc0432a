import { expect, test } from 'vitest';
import { key } from '../../../../functions/content/checks/key.ts';
import { bankOf, multiple, single } from '../builders.ts';

test('letters of the options, each once and in order, pass', () => {
  expect(key(bankOf(single(), multiple()))).toEqual([]);
});

test('a letter that is no option is an error', () => {
  expect(key(bankOf(single({ key: ['E'] })))[0]?.message).toBe('The key names E, which is no option of this item.');
});

test.each([[['B', 'A']], [['A', 'A', 'B']]])('the key %j is to be written as ["A","B"]', (letters) => {
  expect(key(bankOf(multiple({ key: letters })))[0]?.message).toContain('Write the key as ["A","B"]');
});
