import { expect, it } from 'vitest';
import { halfWidth, plain } from '../../../../functions/domain/people/digits.ts';

it('makes full-width digits, letters and signs half as wide, and leaves words alone', () => {
  expect(halfWidth('电话：＋８６－１３８，Ｘｘ')).toBe('电话：+86-138，Xx');
});

it('takes away spaces and what nobody sees', () => {
  expect(plain('\ufeff１ 2\u30003\u200b4\u202e\n')).toBe('1234');
});
