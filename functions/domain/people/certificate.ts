// Professional certificates and their registration (民发〔2009〕44号): register within a year, valid three years, renew in the last three months.
import { addMonths, lastDay } from '../period.ts';
import type { Level } from '../questions/release.ts';
import { addDays, type Day } from '../time.ts';

/** What a certificate's number looks like: digits and letters, in groups. */
export const CERTIFICATE_NUMBER = /^[0-9A-Za-z-]{4,40}$/;

export interface Certificate {
  /** 助理社会工作师、社会工作师、高级社会工作师. */
  level: Level;
  number: string;
  issued: Day;
  /** When the registration was made. */
  registered?: Day;
  /** The registration's first and last day as printed on it; three years from the first when only that is known. */
  registrationFrom?: Day;
  registrationTo?: Day;
  /** Registrations before this one, oldest first: a renewal takes their place, but what was valid then was. */
  earlier?: readonly Registration[];
}

/** The first and the last day of a registration. */
export interface Registration {
  from: Day;
  last: Day;
}

/**
 * `due`: not registered, in time until `by` (the last day) · `late`: not registered and the year is over · `valid` until its last day `to`,
 * renewable from `renewFrom` · `renewable`: in the last three months · `lapsed`: since the day after its last.
 */
export type RegistrationState =
  | { state: 'due'; by: Day }
  | { state: 'late'; by: Day }
  | { state: 'valid'; to: Day; renewFrom: Day }
  | { state: 'renewable'; to: Day }
  | { state: 'lapsed'; since: Day };

const REGISTER_WITHIN_MONTHS = 12;
const VALID_MONTHS = 36;
const RENEW_MONTHS = 3;

/**
 * The certificates with one more; one of the same level and number takes the other's place: that is how a registration is renewed. What the other's
 * registration was is kept if it was over before the new one begins; else it is the same one, corrected.
 */
export function withCertificate(held: readonly Certificate[], { level, number, ...rest }: Certificate): Certificate[] {
  const isSame = (one: Certificate) => one.level === level && one.number === number;
  const begins = registrationOf({ level, number, ...rest })?.from;
  const known = held.filter(isSame).flatMap((one) => registrationsOf(one));
  const earlier = known.filter(({ last }) => begins !== undefined && last < begins);
  const kept = earlier.length === 0 ? {} : { earlier };
  return [...held.filter((one) => !isSame(one)), { level, number, ...rest, ...kept }];
}

/** All registrations that are recorded, oldest first. */
export function registrationsOf(certificate: Certificate): Registration[] {
  const newest = registrationOf(certificate);
  return [...(certificate.earlier ?? []), ...(newest === undefined ? [] : [newest])];
}

/** The first and last day of the registration that is recorded; undefined where there is none. */
export function registrationOf(certificate: Certificate): Registration | undefined {
  const from = certificate.registrationFrom ?? certificate.registered;
  return from === undefined ? undefined : { from, last: certificate.registrationTo ?? lastDay(from, VALID_MONTHS) };
}

/** The first and last day of the registration that follows one without a gap. */
export function renewalAfter(last: Day): Registration {
  const from = addDays(last, 1);
  return { from, last: lastDay(from, VALID_MONTHS) };
}

/** How a certificate's registration stands on a day. A registration that begins later is none yet. */
export function registrationState(certificate: Certificate, today: Day): RegistrationState {
  const registration = registrationOf(certificate);
  if (registration === undefined || today < registration.from) {
    const by = addMonths(certificate.issued, REGISTER_WITHIN_MONTHS);
    return { state: today <= by ? 'due' : 'late', by };
  }
  const to = registration.last;
  const since = addDays(to, 1);
  if (today > to) return { state: 'lapsed', since };
  const renewFrom = addMonths(since, -RENEW_MONTHS);
  return today < renewFrom ? { state: 'valid', to, renewFrom } : { state: 'renewable', to };
}
