// 继续教育台账: what a registration period asks for, what of a person's entries counts in it, and why.
// Registration lasts three years and is renewed for three more (民发〔2009〕44号); hours are of 60 minutes and by actual time (民发〔2009〕123号).
import { type Certificate, registrationOf, renewalAfter } from '../people/certificate.ts';
import { lastDay } from '../period.ts';
import type { Day } from '../time.ts';
import { MINUTES_PER_HOUR } from './conversion.ts';
import { countEntries } from './count.ts';
import type { HoursEntry, HoursKind } from './entries.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { type LocalCap, type Target, targetOn } from './targets.ts';

/** First and last day of a registration. `nth` is 1 for the one that the certificate records, 2 for its renewal, and so on. */
export interface RegistrationPeriod {
  from: Day;
  last: Day;
  nth: number;
}

/** What is still needed: `missing` minutes until and with the day `by`, so many each of `months` whole months left (1 at least). */
export type Forecast =
  | { state: 'reached' }
  | { state: 'open'; missing: number; by: Day; months: number; perMonth: number };

/** All in minutes. */
export interface Ledger {
  period: RegistrationPeriod;
  target: number;
  /** The notice that sets the target. */
  source: string;
  counted: Record<HoursKind, number>;
  total: number;
  missing: number;
  forecast: Forecast;
  /** For each entry, by time: what became of its minutes. An entry's lines sum to its minutes. */
  lines: LedgerLine[];
}

export interface LedgerInput {
  /** Everything of the person, of all periods: a degree counts once in a lifetime. */
  entries: readonly HoursEntry[];
  /** The local rules that hold where the person is registered. */
  caps?: readonly LocalCap[] | undefined;
  targets?: readonly Target[] | undefined;
}

/** `before`: the registration that is recorded begins after that day. `no-target`: no rule held when the period began. */
export type LedgerRead =
  | { ok: true; ledger: Ledger }
  | { ok: false; reason: 'not-registered' | 'before' | 'no-target' };

/** The ledger of the registration period in which a day lies. Whether a renewal was really made is not asked here. */
export function ledgerFor(
  certificate: Certificate,
  { entries, caps = [], targets }: LedgerInput,
  day: Day,
): LedgerRead {
  const registration = registrationOf(certificate);
  if (registration === undefined) return { ok: false, reason: 'not-registered' };
  if (day < registration.from) return { ok: false, reason: 'before' };
  const period = periodOn(registration, day);
  const rule = targetOn(certificate.level, period.from, targets);
  if (rule === undefined) return { ok: false, reason: 'no-target' };
  const { counted, lines } = countEntries(entries, caps, period);
  const total = Object.values(counted).reduce((sum, minutes) => sum + minutes, 0);
  const target = rule.hours * MINUTES_PER_HOUR;
  const missing = Math.max(0, target - total);
  const forecast = forecastOf(missing, period.last, day);
  return { ok: true, ledger: { period, target, source: rule.source, counted, total, missing, forecast, lines } };
}

/** The registration period of a day that is not before the first: the recorded one, or a renewal that begins on the day after. */
export function periodOn(registration: { from: Day; last: Day }, day: Day): RegistrationPeriod {
  let period = { ...registration, nth: 1 };
  while (day > period.last) period = { ...renewalAfter(period.last), nth: period.nth + 1 };
  return period;
}

function forecastOf(missing: number, by: Day, day: Day): Forecast {
  if (missing === 0) return { state: 'reached' };
  let months = 1;
  while (lastDay(day, months + 1) <= by) months += 1;
  return { state: 'open', missing, by, months, perMonth: Math.ceil(missing / months) };
}
