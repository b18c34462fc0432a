import { expect, test } from 'vitest';
import { review } from '../../../../functions/content/checks/review.ts';
import { wordsHash } from '../../../../functions/content/review.ts';
import { bankOf, single } from '../builders.ts';

test('an item that two blind readers answered alike passes', () => {
  expect(review(bankOf(single()))).toEqual([]);
});

test('an item nobody read is an error', () => {
  const { review: _, ...unread } = single();
  expect(review(bankOf(unread))).toMatchObject([
    { level: 'error', item: 'jc04-001', message: expect.stringContaining('No blind answer to version 1') },
  ]);
});

test('a disagreement is an error that says what was picked, with the reader’s note', () => {
  const blind = [
    {
      reader: 'a',
      picked: ['C'],
      agreed: false,
      on: '2026-11-20',
      version: 1,
      of: wordsHash(single()),
      note: '两个选项都说得通',
    },
  ];
  const findings = review(bankOf(single({ review: { state: 'draft', blind } })));
  expect(findings[0]?.message).toContain('picked C, the key is B');
  expect(findings[0]?.message).toContain('两个选项都说得通');
});
