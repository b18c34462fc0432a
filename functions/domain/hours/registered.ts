// Which certificate's ledger a day is in: of several that are registered the highest counts, from the day on which its registration begins.
import { type Certificate, registrationOf } from '../people/certificate.ts';
import type { Level } from '../questions/release.ts';
import { addDays, type Day } from '../time.ts';
import { type Ledger, type LedgerInput, ledgerFor, periodOn, type RegistrationPeriod } from './ledger.ts';

const RISING: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** `begins`: the day of the first registration, where all begin later. */
export type LedgerOfPerson =
  | { ok: true; level: Level; ledger: Ledger }
  | { ok: false; reason: 'not-registered' | 'no-target' }
  | { ok: false; reason: 'before'; begins: Day };

export interface LeveledPeriod extends RegistrationPeriod {
  level: Level;
}

interface Registered {
  certificate: Certificate;
  from: Day;
  last: Day;
}

/** A person's ledger of the registration period in which a day lies. */
export function ledgerOn(certificates: readonly Certificate[], input: LedgerInput, day: Day): LedgerOfPerson {
  const all = registeredIn(certificates);
  const [first] = all.map(({ from }) => from).sort();
  if (first === undefined) return { ok: false, reason: 'not-registered' };
  const highest = highestOn(all, day);
  if (highest === undefined) return { ok: false, reason: 'before', begins: first };
  const read = ledgerFor(highest.certificate, input, day);
  if (!read.ok) return { ok: false, reason: 'no-target' };
  return { ok: true, level: highest.certificate.level, ledger: read.ledger };
}

/** The registration periods that began up to a day, the earliest first: of a certificate up to where a higher or newer one takes over. */
export function periodsUntil(certificates: readonly Certificate[], until: Day): LeveledPeriod[] {
  const all = registeredIn(certificates);
  const periods: LeveledPeriod[] = [];
  const froms = all.map(({ from }) => from).sort();
  for (let day = froms[0]; day !== undefined && day <= until; ) {
    const held = highestOn(all, day);
    if (held === undefined) break;
    const { certificate, ...registration } = held;
    const period = periodOn(registration, day);
    periods.push({ level: certificate.level, ...period });
    day =
      all
        .filter((one) => takesOver(one, held, period))
        .map(({ from }) => from)
        .sort()[0] ?? addDays(period.last, 1);
  }
  return periods;
}

/** Whether one is registered within the period of another that is no higher: from then on it counts instead. */
function takesOver(one: Registered, held: Registered, { from, last }: RegistrationPeriod): boolean {
  return from < one.from && one.from <= last && rankOf(one) >= rankOf(held);
}

function registeredIn(certificates: readonly Certificate[]): Registered[] {
  return certificates.flatMap((certificate) => {
    const registration = registrationOf(certificate);
    return registration === undefined ? [] : [{ certificate, ...registration }];
  });
}

/** Of those that are registered by a day the highest; of equals the one that was registered last. */
function highestOn(all: readonly Registered[], day: Day): Registered | undefined {
  const begun = all.filter(({ from }) => from <= day);
  return begun.sort((a, b) => rankOf(b) - rankOf(a) || (a.from < b.from ? 1 : -1))[0];
}

function rankOf({ certificate }: Registered): number {
  return RISING.indexOf(certificate.level);
}
