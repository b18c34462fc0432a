// Phones and identity numbers for people who are not there: they pass every check, and cannot be anybody's.
// Phones begin with 154, a group no carrier has been given; identity numbers with 990000, for no province begins with 99 (GB/T 2260).
import { addDays } from '../domain/time.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Birthdays lie within thirty years of this day. */
const FIRST_BIRTHDAY = '1970-01-01';
const BIRTHDAYS = 10_957;

/** The phone of the n-th person: `15400000001`. */
export function seedPhone(n: number): string {
  return `154${String(n).padStart(8, '0')}`;
}

/** The identity number of the n-th person, with the check character of GB 11643-1999. */
export function seedIdNumber(n: number): string {
  // Steps of a prime number of days: two people of one order number never share a birthday.
  const birthday = addDays(FIRST_BIRTHDAY, (n * 137) % BIRTHDAYS).replaceAll('-', '');
  const digits = `990000${birthday}${String(n % 1000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}
