import { expect, test } from 'vitest';
import { checkIdNumber } from '../../../functions/domain/people/id-number.ts';
import { checkPhone } from '../../../functions/domain/people/phone.ts';
import { seedIdNumber, seedPhone } from '../../../functions/local/seed-numbers.ts';

const MANY = Array.from({ length: 3000 }, (_, i) => i + 1);

test('phones pass the check, differ, and lie in a group that no carrier has', () => {
  const phones = MANY.map(seedPhone);
  expect(new Set(phones).size).toBe(MANY.length);
  for (const phone of phones) {
    expect(checkPhone(phone)).toEqual({ ok: true, value: phone });
    expect(phone).toMatch(/^1540/);
  }
});

test('identity numbers pass the check, differ, are of adults, and name a division that there is not', () => {
  const numbers = MANY.map(seedIdNumber);
  expect(new Set(numbers).size).toBe(MANY.length);
  for (const number of numbers) {
    const checked = checkIdNumber(number, '2026-03-01');
    expect(checked).toMatchObject({ ok: true, value: number, division: '990000' });
    expect(checked.ok && checked.birthday < '2000-01-02').toBe(true);
  }
});
