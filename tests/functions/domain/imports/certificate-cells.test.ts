import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateFaults,
  heard,
  missingOf,
  type SaidCertificate,
} from '../../../../functions/domain/imports/certificate-cells.ts';
import { type Certificate, withCertificate } from '../../../../functions/domain/people/certificate.ts';
import { anyCertificate, TODAY } from '../people/builders.ts';

const known: Certificate = {
  ...({ level: 'junior', number: '2019-0001', issued: '2019-09-01' } as const),
  ...{ registered: '2020-10-10', registrationFrom: '2020-10-20', registrationTo: '2023-10-19' },
};
const bare: Certificate = { level: 'junior', number: '2019-0001', issued: '2019-09-01' };

describe('what is heard of a certificate', () => {
  it('is news where there is none of its level and number', () => {
    expect(heard([], known)).toEqual({ ok: true, certificate: known, isNews: true });
    const second: Certificate = { level: 'intermediate', number: '2022-0001', issued: '2022-09-01' };
    expect(heard([known], second)).toEqual({ ok: true, certificate: second, isNews: true });
  });

  it('adds days to those that are known', () => {
    expect(heard([bare], known)).toEqual({ ok: true, certificate: known, isNews: true });
    expect(heard([known], bare)).toEqual({ ok: true, certificate: known, isNews: false });
  });

  it('of a renewal leaves no day of the registration before', () => {
    const renewed = { ...bare, registrationFrom: '2023-10-20' };
    expect(heard([known], renewed)).toEqual({ ok: true, certificate: renewed, isNews: true });
  });

  it.each<[string, SaidCertificate]>([
    ['certificate-differs', { number: '2019-0002' }],
    ['certificate-differs', { level: 'senior' }],
    ['certificate-differs', { issued: '2019-09-02' }],
    ['certificate-older', { registrationFrom: '2020-10-19' }],
    ['certificate-older', { registered: '2019-10-10', registrationFrom: undefined, registrationTo: '2020-10-09' }],
  ])('is refused as %s: %j', (reason, change) => {
    const said = Object.fromEntries(Object.entries({ ...bare, ...change }).filter(([, day]) => day !== undefined));
    expect(heard([known], said as unknown as Certificate)).toEqual({ ok: false, reason });
  });

  it('is no news once it was kept, never unsound, and never a second of a level or a number', () => {
    fc.assert(
      fc.property(fc.array(anyCertificate), (list) => {
        let held: Certificate[] = [];
        for (const said of list) {
          const told = heard(held, said);
          if (!told.ok) continue;
          held = withCertificate(held, told.certificate);
          expect(certificateFaults(told.certificate, TODAY)).toEqual([]);
          const kept = held.find(({ level, number }) => level === said.level && number === said.number);
          expect(heard(held, said)).toEqual({ ok: true, certificate: kept, isNews: false });
          expect(new Set(held.map(({ level }) => level)).size).toBe(held.length);
          expect(new Set(held.map(({ number }) => number)).size).toBe(held.length);
        }
      }),
    );
  });
});

it('a certificate cannot do without its level, its number and its day of issue', () => {
  expect(missingOf({ registered: '2020-10-10' })).toEqual(['certificateLevel', 'certificateNumber', 'issued']);
  expect(missingOf(bare)).toEqual([]);
});
