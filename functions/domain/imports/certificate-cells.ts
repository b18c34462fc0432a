// The certificate of a row: six cells that belong together. Whoever names a level names the number and the day of issue, too: without them it is
// not known which certificate is meant, and the same file would add it again.
import { CERTIFICATE_NUMBER, type Certificate } from '../people/certificate.ts';
import { addDays, type Day } from '../time.ts';

/** The columns of a certificate. */
export const CERTIFICATE_COLUMNS = [
  'certificateLevel',
  'certificateNumber',
  'issued',
  'registered',
  'registrationFrom',
  'registrationTo',
] as const;

type CertificateColumn = (typeof CERTIFICATE_COLUMNS)[number];

/** 《社会工作者职业水平评价暂行规定》(国人部发〔2006〕71号) is of this day: there is no certificate from before it. */
const FIRST_ISSUED: Day = '2006-07-20';

/** A renewal is made in the last three months, and begins after them: so far ahead may a registration begin. */
const AHEAD_DAYS = 366;

/** What a file says of a certificate, as far as its cells could be read. */
export type SaidCertificate = { [F in keyof Certificate]?: Certificate[F] | undefined };

interface CertificateFault {
  column: CertificateColumn;
  code: 'missing' | 'certificate-number' | 'certificate-early' | 'day-future' | 'day-order' | 'day-late';
}

/** The columns that a certificate cannot do without and that are not there. */
export function missingOf({ level, number, issued }: SaidCertificate): CertificateColumn[] {
  return [
    ...(level === undefined ? (['certificateLevel'] as const) : []),
    ...(number === undefined ? (['certificateNumber'] as const) : []),
    ...(issued === undefined ? (['issued'] as const) : []),
  ];
}

/** What of a certificate must hold wherever it comes from. */
export function certificateFaults(certificate: Certificate, today: Day): CertificateFault[] {
  const { number, issued, registered, registrationFrom, registrationTo } = certificate;
  const begun = registrationFrom ?? registered;
  const isBefore = (day: Day | undefined, other: Day | undefined) =>
    day !== undefined && other !== undefined && day < other;
  const rules: [boolean, CertificateFault][] = [
    [!CERTIFICATE_NUMBER.test(number), { column: 'certificateNumber', code: 'certificate-number' }],
    [issued < FIRST_ISSUED, { column: 'issued', code: 'certificate-early' }],
    [issued > today, { column: 'issued', code: 'day-future' }],
    [isBefore(today, registered), { column: 'registered', code: 'day-future' }],
    [isBefore(registered, issued), { column: 'registered', code: 'day-order' }],
    [isBefore(registrationFrom, issued), { column: 'registrationFrom', code: 'day-order' }],
    [isBefore(addDays(today, AHEAD_DAYS), registrationFrom), { column: 'registrationFrom', code: 'day-late' }],
    [registrationTo !== undefined && begun === undefined, { column: 'registrationFrom', code: 'missing' }],
    [isBefore(registrationTo, begun), { column: 'registrationTo', code: 'day-order' }],
  ];
  return rules.flatMap(([isBroken, fault]) => (isBroken ? [fault] : []));
}

/**
 * What becomes of a certificate that is said of somebody with these. `certificate-differs`: another of the level, or another of the number, or
 * issued on another day · `certificate-older`: its registration was renewed since, and an older list does not take that back.
 */
export type Heard =
  | { ok: true; certificate: Certificate; isNews: boolean }
  | { ok: false; reason: 'certificate-differs' | 'certificate-older' };

/** Days that are not said stay as they are; those of an earlier registration do not stand beside a later one. */
export function heard(held: readonly Certificate[], said: Certificate): Heard {
  const known = held.find(({ level, number }) => level === said.level && number === said.number);
  if (known === undefined) {
    const isTaken = held.some(({ level, number }) => level === said.level || number === said.number);
    return isTaken ? { ok: false, reason: 'certificate-differs' } : { ok: true, certificate: said, isNews: true };
  }
  if (known.issued !== said.issued) return { ok: false, reason: 'certificate-differs' };
  const certificate = merged(known, said);
  const begun = certificate.registrationFrom ?? certificate.registered;
  const endsBefore = begun !== undefined && (certificate.registrationTo ?? begun) < begun;
  const isOlder = said.registrationFrom !== undefined && said.registrationFrom < (known.registrationFrom ?? '');
  if (isOlder || endsBefore) return { ok: false, reason: 'certificate-older' };
  return { ok: true, certificate, isNews: DAYS.some((day) => certificate[day] !== known[day]) };
}

const DAYS = ['registered', 'registrationFrom', 'registrationTo'] as const;

function merged(known: Certificate, said: Certificate): Certificate {
  const isRenewal =
    known.registrationFrom !== undefined &&
    said.registrationFrom !== undefined &&
    said.registrationFrom !== known.registrationFrom;
  return isRenewal ? said : { ...known, ...said };
}
