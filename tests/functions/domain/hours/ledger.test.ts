import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HoursEntry } from '../../../../functions/domain/hours/entries.ts';
import { type Ledger, ledgerFor, periodOn } from '../../../../functions/domain/hours/ledger.ts';
import type { Certificate } from '../../../../functions/domain/people/certificate.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { nearDay } from '../people/builders.ts';
import { APPROVED, entry, REVOKED, training } from './builders.ts';

const junior: Certificate = { level: 'junior', number: 'C-0001', issued: '2023-09-15', registered: '2024-05-10' };
const TODAY = '2026-11-23';

function ledger(entries: HoursEntry[], day = TODAY, certificate = junior): Ledger {
  const read = ledgerFor(certificate, { entries }, day);
  if (!read.ok) throw new Error(read.reason);
  return read.ledger;
}

describe('registered 2024-05-10 as 助理, with 40 h of training, a degree and a revoked session of 6 h', () => {
  const fiveDays = [1, 2, 3, 4, 5].map((day) => training(`day-${day}`, `2025-03-0${day} 09:00`, 480));
  const revoked = training('revoked', '2025-06-01 09:00', 360, APPROVED, REVOKED);
  const degree = entry('degree', { kind: 'degree', day: '2026-07-01' });

  it('has its period, its target, the degree once, and the 6 h gone with their history', () => {
    const { period, target, source, counted, total, missing, forecast, lines } = ledger([...fiveDays, degree, revoked]);
    expect(period).toEqual({ from: '2024-05-10', last: '2027-05-09', nth: 1 });
    expect([target, source]).toEqual([72 * 60, '民发〔2009〕123号']);
    expect(counted).toEqual({ training: 40 * 60, degree: 90 * 60, taught: 0, local: 0 });
    expect([total, missing, forecast]).toEqual([130 * 60, 0, { state: 'reached' }]);
    const { at, by, why = '' } = REVOKED;
    expect(lines).toContainEqual({ entry: 'revoked', code: 'revoked', params: { minutes: 360, at, by, why } });
    expect(lines.filter((line) => line.entry === 'revoked')).toHaveLength(1);
  });

  it('needs 32 h more without the degree, so many each month until the last day', () => {
    const { missing, forecast } = ledger([...fiveDays, revoked]);
    expect(missing).toBe(32 * 60);
    expect(forecast).toEqual({ state: 'open', missing: 1920, by: '2027-05-09', months: 5, perMonth: 384 });
  });

  it('had 6 h more before they were revoked', () => {
    expect(ledger([...fiveDays, { ...revoked, facts: [APPROVED] }]).missing).toBe(26 * 60);
  });
});

describe('the period', () => {
  const periodOf = (registered: string, day: string) => ledger([], day, { ...junior, registered }).period;

  it.each([
    ['2024-05-10', '2024-05-10', '2024-05-10', '2027-05-09', 1],
    ['2024-05-10', '2027-05-09', '2024-05-10', '2027-05-09', 1],
    ['2024-05-10', '2027-05-10', '2027-05-10', '2030-05-09', 2],
    ['2024-05-10', '2033-05-10', '2033-05-10', '2036-05-09', 4],
    ['2024-02-29', '2027-02-28', '2024-02-29', '2027-02-28', 1],
    ['2024-02-29', '2027-03-01', '2027-03-01', '2030-02-28', 2],
    ['2025-03-01', '2028-02-29', '2025-03-01', '2028-02-29', 1],
    ['2021-01-01', '2023-12-31', '2021-01-01', '2023-12-31', 1],
  ])('of a registration on %s is, on %s, %s to %s', (registered, day, from, last, nth) => {
    expect(periodOf(registered, day)).toEqual({ from, last, nth });
  });

  it('is what is printed on the registration, and is renewed on the day after', () => {
    const printed = { ...junior, registrationFrom: '2024-06-01', registrationTo: '2027-06-30' };
    expect(ledger([], '2027-06-30', printed).period).toEqual({ from: '2024-06-01', last: '2027-06-30', nth: 1 });
    expect(ledger([], '2027-07-01', printed).period).toEqual({ from: '2027-07-01', last: '2030-06-30', nth: 2 });
  });

  it('holds every day from the first on, in exactly one', () => {
    fc.assert(
      fc.property(nearDay, fc.nat({ max: 6000 }), (from, days) => {
        const registration = { from, last: addDays(from, 1000) };
        const day = addDays(from, days);
        const period = periodOn(registration, day);
        expect(period.from <= day && day <= period.last).toBe(true);
        expect(periodOn(registration, addDays(period.last, 1))).toMatchObject({
          from: addDays(period.last, 1),
          nth: period.nth + 1,
        });
      }),
    );
  });

  it('is none without a registration, before it, or where no target held', () => {
    const { registered: _, ...bare } = junior;
    expect(ledgerFor(bare, { entries: [] }, TODAY)).toEqual({ ok: false, reason: 'not-registered' });
    expect(ledgerFor(junior, { entries: [] }, '2024-05-09')).toEqual({ ok: false, reason: 'before' });
    expect(ledgerFor(junior, { entries: [], targets: [] }, TODAY)).toEqual({ ok: false, reason: 'no-target' });
  });
});

describe('the forecast', () => {
  it.each([
    ['2024-05-10', 36, 120],
    ['2027-03-09', 2, 2160],
    ['2027-04-09', 1, 4320],
    ['2027-05-09', 1, 4320],
  ])('on %s spreads what is missing over %i months, %i minutes each', (day, months, perMonth) => {
    expect(ledger([], day).forecast).toEqual({ state: 'open', missing: 4320, by: '2027-05-09', months, perMonth });
  });

  it('asks each month for enough', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1094 }), fc.nat({ max: 4319 }), (days, minutes) => {
        const day = addDays('2024-05-10', days);
        const all = [entry('a', { kind: 'taught', when: { day: '2024-06-01', minutes } })];
        const { forecast, missing } = ledger(all, day);
        expect(missing).toBe(4320 - minutes);
        expect(forecast.state === 'open' && forecast.perMonth * forecast.months >= missing).toBe(true);
        expect(forecast.state === 'open' && forecast.months >= 1).toBe(true);
      }),
    );
  });

  it('asks 90 hours of the higher levels', () => {
    for (const level of ['intermediate', 'senior'] as const) {
      expect(ledger([], TODAY, { ...junior, level }).missing).toBe(90 * 60);
    }
  });
});
