// Mobile numbers of the mainland, as typed and as kept: eleven digits, no prefix. Shown masked wherever nobody has to call.
import { plain } from './digits.ts';

/** Why a text is no mobile number: nothing typed · others than digits · not eleven of them · eleven that no mobile begins with. */
export type PhoneFault = 'empty' | 'characters' | 'length' | 'not-mobile';

export type CheckedPhone = { ok: true; value: string } | { ok: false; reason: PhoneFault };

/** +86, 0086, or a bare 86 before eleven digits; with the brackets and dashes that come along. */
const COUNTRY = /^(?:\+86|0086|86(?=\d{11}$))/;

/** Checks a typed mobile number: spaces, dashes, full-width signs and the country's prefix are taken off first. */
export function checkPhone(text: string): CheckedPhone {
  const value = plain(text)
    .replace(/[-()（）‐–—]/g, '')
    .replace(COUNTRY, '');
  const reason = faultOf(value);
  return reason === undefined ? { ok: true, value } : { ok: false, reason };
}

/** `138****5678`. A text that is no such number is hidden whole. */
export function maskPhone(value: string): string {
  return value.length === 11 ? `${value.slice(0, 3)}****${value.slice(7)}` : '*'.repeat(11);
}

function faultOf(value: string): PhoneFault | undefined {
  if (value === '') return 'empty';
  if (!/^\d+$/.test(value)) return 'characters';
  if (value.length !== 11) return 'length';
  // 工信部's numbering plan: mobiles are 13 to 19, tens and twelves are services.
  return /^1[3-9]/.test(value) ? undefined : 'not-mobile';
}
