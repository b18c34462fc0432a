// Addresses of e-mail, as typed and as kept: one plain address, with nothing around it that a mail's head could take for its own.
/** Why a text is no address: nothing typed · longer than mail allows · signs that no such address has · not of the form name@place. */
export type EmailFault = 'empty' | 'length' | 'characters' | 'form';

export type CheckedEmail = { ok: true; value: string } | { ok: false; reason: EmailFault };

/** RFC 5321 4.5.3.1: an address that fits between the brackets of a path, and the part before the sign. */
const EMAIL_MOST = 254;
const LOCAL_MOST = 64;

/** RFC 5322 3.2.3, dot-atom: quoted names, comments and brackets are no addresses that anybody types. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Names of hosts, the last one not all digits: an address must lead somewhere outside. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Marks that copy along and show nothing: zero-width signs and marks of direction. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Checks a typed address: what a keyboard for Chinese makes of signs is made plain, space around it is taken off, and the place is written
 * small (RFC 5321 2.4: the name before the sign is its host's to read). Only ASCII: what lies beyond cannot be sent to everywhere.
 */
export function checkEmail(text: string): CheckedEmail {
  const typed = text.normalize('NFKC').replace(UNSEEN, '').replaceAll('。', '.').trim();
  const at = typed.lastIndexOf('@');
  const value = at < 0 ? typed : `${typed.slice(0, at)}@${typed.slice(at + 1).toLowerCase()}`;
  const reason = faultOf(value, at);
  return reason === undefined ? { ok: true, value } : { ok: false, reason };
}

function faultOf(value: string, at: number): EmailFault | undefined {
  if (value === '') return 'empty';
  if (value.length > EMAIL_MOST || at > LOCAL_MOST) return 'length';
  // Also the ends of lines, by which one head of a mail becomes two.
  if (!/^[\x21-\x7e]+$/.test(value)) return 'characters';
  return LOCAL.test(value.slice(0, Math.max(at, 0))) && DOMAIN.test(value.slice(at + 1)) ? undefined : 'form';
}
