// Resident identity numbers (公民身份号码, GB 11643-1999): six digits of division, eight of birthday, three of order, one check character.
// A number is shown masked wherever no one needs it whole.
import { isDay } from '../period.ts';
import type { Day } from '../time.ts';
import { plain } from './digits.ts';

/**
 * Why a text is no identity number: nothing typed · an old number of 15 digits (void since 2013-01-01 by article 23 of the 居民身份证法) ·
 * not 18 characters · others than digits with a last X · a birthday not in the calendar · one after today · a check character that differs.
 */
export type IdNumberFault = 'empty' | 'fifteen-digits' | 'length' | 'characters' | 'birthday' | 'unborn' | 'checksum';

export type CheckedIdNumber =
  | { ok: true; value: string; birthday: Day; division: string }
  | { ok: false; reason: IdNumberFault };

/** GB 11643-1999, ISO 7064 MOD 11-2: the weight of each of the first 17 digits, 2^(18-i) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character by the weighted sum mod 11. */
const CHECKS = '10X98765432';

/**
 * Checks a typed identity number. Spaces and full-width signs are made plain, `x` becomes `X`. `division` is the code of where it was first
 * issued, which may have been abolished since: it says nothing of where the person lives.
 */
export function checkIdNumber(text: string, today: Day): CheckedIdNumber {
  const value = plain(text).toUpperCase();
  const reason = faultOf(value, today);
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, value, birthday: birthdayIn(value), division: value.slice(0, 6) };
}

/** `110101********1234`: what remains says where and which, not when born. A text that is no such number is hidden whole. */
export function maskIdNumber(value: string): string {
  return value.length === 18 ? `${value.slice(0, 6)}********${value.slice(14)}` : '*'.repeat(18);
}

function faultOf(value: string, today: Day): IdNumberFault | undefined {
  if (value === '') return 'empty';
  if (/^\d{15}$/.test(value)) return 'fifteen-digits';
  if (value.length !== 18) return 'length';
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return 'characters';
  if (!isDay(birthdayIn(value))) return 'birthday';
  if (birthdayIn(value) > today) return 'unborn';
  return checkOf(value) === value[17] ? undefined : 'checksum';
}

function birthdayIn(value: string): Day {
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
}

function checkOf(value: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(value[i]), 0);
  return CHECKS[sum % 11];
}
