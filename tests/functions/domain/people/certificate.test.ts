import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Certificate,
  registrationOf,
  registrationState,
  registrationsOf,
  renewalAfter,
  withCertificate,
} from '../../../../functions/domain/people/certificate.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { nearDay } from './builders.ts';

const bare: Certificate = { level: 'junior', number: 'C-0001', issued: '2023-09-15' };
const registered: Certificate = { ...bare, registered: '2024-04-20', registrationFrom: '2024-05-01' };
const printed: Certificate = { ...registered, registrationTo: '2027-04-30' };

describe('the registration of a certificate', () => {
  it.each<[string, Certificate, string, object]>([
    ['is due on the day of issue', bare, '2023-09-15', { state: 'due', by: '2024-09-15' }],
    ['is due on the last day of the year', bare, '2024-09-15', { state: 'due', by: '2024-09-15' }],
    ['is late a day after', bare, '2024-09-16', { state: 'late', by: '2024-09-15' }],
    ['is not there before it begins', registered, '2024-04-30', { state: 'due', by: '2024-09-15' }],
    [
      'is valid from its first day',
      printed,
      '2024-05-01',
      { state: 'valid', to: '2027-04-30', renewFrom: '2027-02-01' },
    ],
    [
      'is valid until three months are left',
      printed,
      '2027-01-31',
      { state: 'valid', to: '2027-04-30', renewFrom: '2027-02-01' },
    ],
    ['is renewable in the last three months', printed, '2027-02-01', { state: 'renewable', to: '2027-04-30' }],
    ['is renewable on its last day', printed, '2027-04-30', { state: 'renewable', to: '2027-04-30' }],
    ['has lapsed a day after', printed, '2027-05-01', { state: 'lapsed', since: '2027-05-01' }],
    ['lasts three years where no end is known', registered, '2027-04-30', { state: 'renewable', to: '2027-04-30' }],
  ])('%s', (_what, certificate, today, state) => {
    expect(registrationState(certificate, today)).toEqual(state);
  });

  it('begins on the day it was made where no first day is known', () => {
    const certificate = { ...bare, registered: '2024-04-20' };
    expect(registrationState(certificate, '2024-04-20')).toMatchObject({ state: 'valid', to: '2027-04-19' });
  });

  it('has its first and last day, as printed or of three years, or none', () => {
    expect(registrationOf(bare)).toBeUndefined();
    expect(registrationOf({ ...bare, registered: '2024-02-29' })).toEqual({ from: '2024-02-29', last: '2027-02-28' });
    expect(registrationOf({ ...printed, registrationTo: '2027-06-30' })).toEqual({
      from: '2024-05-01',
      last: '2027-06-30',
    });
  });

  it('stays on record when it is renewed, and not when it is corrected', () => {
    const renewed = { ...printed, registrationFrom: '2027-05-01', registrationTo: '2030-04-30' };
    const corrected = { ...printed, registrationTo: '2027-05-31' };
    const [twice] = withCertificate(withCertificate([printed], renewed), {
      ...renewed,
      registrationFrom: '2030-05-01',
      registrationTo: '2033-04-30',
    });
    expect(withCertificate([printed], corrected)).toEqual([corrected]);
    expect(twice && registrationsOf(twice)).toEqual([
      { from: '2024-05-01', last: '2027-04-30' },
      { from: '2027-05-01', last: '2030-04-30' },
      { from: '2030-05-01', last: '2033-04-30' },
    ]);
    expect(registrationsOf(bare)).toEqual([]);
  });

  it('is renewed for three years from the day after', () => {
    expect(renewalAfter('2027-02-28')).toEqual({ from: '2027-03-01', last: '2030-02-28' });
  });

  it('only goes forward as days pass', () => {
    const order = ['due', 'late', 'valid', 'renewable', 'lapsed'];
    fc.assert(
      fc.property(nearDay, nearDay, fc.integer({ min: 0, max: 2000 }), (from, today, more) => {
        const certificate = { ...bare, issued: '2017-06-01', registrationFrom: from };
        const rank = (day: string) => order.indexOf(registrationState(certificate, day).state);
        expect(rank(addDays(today, more))).toBeGreaterThanOrEqual(rank(today));
      }),
    );
  });
});
