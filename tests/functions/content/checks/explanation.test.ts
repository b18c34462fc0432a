import { expect, test } from 'vitest';
import { explanation } from '../../../../functions/content/checks/explanation.ts';
import { bankOf, single } from '../builders.ts';

test('an item that explains itself and every option passes', () => {
  expect(explanation(bankOf(single()))).toEqual([]);
});

test.each([
  ['', 'The explanation is missing'],
  ['体现自决。', 'The explanation has 5 characters, fewer than 20'],
])('the explanation “%s” is an error', (text, message) => {
  expect(explanation(bankOf(single({ explanation: text })))[0]?.message).toContain(message);
});

test.each([
  [' ', 'The why of option C is missing'],
  ['错误。', 'The why of option C has 3 characters'],
])('the why “%s” is an error', (why, message) => {
  const options = single().options.map((o) => (o.id === 'C' ? { ...o, why } : o));
  expect(explanation(bankOf(single({ options })))).toMatchObject([
    { level: 'error', message: expect.stringContaining(message) },
  ]);
});
