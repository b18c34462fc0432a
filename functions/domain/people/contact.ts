// Where somebody is written to: an address is theirs once they have given back the code that was sent there. Until then, what was theirs stays.
import { type Instant, instantOf, msOf } from '../time.ts';

export interface Contact {
  /** `codeHash` is of the code that has shown it: the same link opened again is no error. */
  confirmed?: { email: string; codeHash: string; at: Instant };
  waiting?: Waiting;
  /** Whether one wants to be told by mail of what changes in one's training. */
  wantsNotices: boolean;
  /** When codes were sent within the last hour. It outlives the addresses: taking one away buys no more mails. */
  asked: Instant[];
}

/** An address that is yet to be confirmed. `expiresAt` is the first instant at which its code is no longer good. */
export interface Waiting {
  email: string;
  codeHash: string;
  expiresAt: Instant;
}

export type ContactRefusal = 'mail-code-unknown' | 'mail-code-expired' | 'mails-most';

export type ContactMoved = { ok: true; contact: Contact } | { ok: false; reason: ContactRefusal };

/** Of somebody who has given no address. */
export const NO_CONTACT: Contact = { wantsNotices: true, asked: [] };

const HOUR_MS = 3_600_000;
const CODE_HOURS = 24;

/** Codes that are sent for one person within an hour, to whatever addresses: nobody's box is filled from here. */
const MAILS_MOST = 3;

/** The contact that waits for a code to come back from an address. */
export function askingFor(
  contact: Contact,
  { email, codeHash, now }: { email: string; codeHash: string; now: Instant },
): ContactMoved {
  const asked = contact.asked.filter((at) => msOf(now) - msOf(at) < HOUR_MS);
  if (asked.length >= MAILS_MOST) return { ok: false, reason: 'mails-most' };
  const waiting = { email, codeHash, expiresAt: instantOf(msOf(now) + CODE_HOURS * HOUR_MS) };
  return { ok: true, contact: { ...contact, waiting, asked: [...asked, now] } };
}

/** The contact once a code has come back. A code that has done so already changes nothing. */
export function confirmedBy(contact: Contact, { codeHash, now }: { codeHash: string; now: Instant }): ContactMoved {
  const { waiting, ...kept } = contact;
  if (contact.confirmed?.codeHash === codeHash) return { ok: true, contact };
  if (waiting?.codeHash !== codeHash) return { ok: false, reason: 'mail-code-unknown' };
  if (waiting.expiresAt <= now) return { ok: false, reason: 'mail-code-expired' };
  return { ok: true, contact: { ...kept, confirmed: { email: waiting.email, codeHash, at: now } } };
}

/** The contact without an address that waits: the confirmed one, if there is one, is written to as before. */
export function withoutWaiting({ waiting: _, ...kept }: Contact): Contact {
  return kept;
}

/** The contact of somebody who is not written to any more. */
export function withoutEmail({ wantsNotices, asked }: Contact): Contact {
  return { wantsNotices, asked };
}

/** Where notices go: to nobody who does not want them, and to no address that nobody has confirmed. */
export function noticesTo({ confirmed, wantsNotices }: Contact): string | undefined {
  return wantsNotices ? confirmed?.email : undefined;
}
