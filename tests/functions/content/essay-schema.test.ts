import { expect, test } from 'vitest';
import { essayItem, toEssay } from '../../../functions/content/essay-schema.ts';
import { essay } from './builders.ts';

test('an essay as the builders make it is one', () => {
  expect(essayItem.parse(essay())).toEqual(essay());
});

test.each([
  ['a field nobody named', { ...essay(), answer: 'x' }],
  ['a kind of another paper', { ...essay(), kind: 'single' }],
  ['half a half-point', { ...essay(), parts: [{ ...essay().parts[0], possible: 1.5 }] }],
  ['a part that is not numbered', { ...essay(), parts: [{ ...essay().parts[0], id: 'a' }] }],
])('%s is refused', (_what, item) => {
  expect(essayItem.safeParse(item).success).toBe(false);
});

test('what is released of it leaves the record of its reading behind', () => {
  expect(toEssay(essay())).toMatchObject({ id: 'ip05-501', kind: 'case' });
  expect(toEssay(essay())).not.toHaveProperty('review');
});
