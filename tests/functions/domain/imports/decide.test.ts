import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heard, type SaidCertificate } from '../../../../functions/domain/imports/certificate-cells.ts';
import { type Asked, decide, type Known, type MarkedRow } from '../../../../functions/domain/imports/decide.ts';
import { stated } from '../../../../functions/domain/imports/row-rules.ts';
import { type Certificate, withCertificate } from '../../../../functions/domain/people/certificate.ts';
import type { Employment } from '../../../../functions/domain/people/employment.ts';
import { anyCertificate, TODAY } from '../people/builders.ts';

const job: Employment = { unit: 'st-1', post: 'social-worker', established: false, from: '2024-03-01' };
const row: MarkedRow = {
  unit: 'st-1',
  name: '甲',
  phone: 'p',
  idNumber: 'i',
  post: 'social-worker',
  from: '2024-03-01',
};
const known: Known = { id: 'k', name: '甲', phone: 'p', idNumber: 'i', employments: [job], certificates: [] };

function outcome(asked: Omit<Asked, 'today'>): string {
  const decision = decide({ ...asked, today: TODAY });
  if (decision.outcome === 'refused') return decision.reason;
  return [decision.outcome, ...('fields' in decision ? decision.fields : [])].join(' ');
}

describe('a row', () => {
  it('of nobody known is new', () => {
    expect(outcome({ row })).toBe('new');
  });

  it.each<[string, Partial<MarkedRow>, Partial<Known>, string]>([
    ['says what is known', {}, {}, 'same'],
    ['says less than is known', { phone: undefined, from: undefined }, { education: 'college' }, 'same'],
    ['says more', { education: 'college', established: false }, {}, 'changed education'],
    ['says it otherwise', { name: '乙', phone: 'q' }, {}, 'changed name phone'],
    ['is of another unit', { unit: 'st-2' }, {}, 'employed-elsewhere'],
    [
      'is of a unit that was left for another',
      {},
      {
        employments: [
          { ...job, to: TODAY },
          { ...job, unit: 'st-2', from: TODAY },
        ],
      },
      'employed-elsewhere',
    ],
    ['is of a unit that was left', {}, { employments: [{ ...job, to: '2026-01-01' }] }, 'has-left'],
    ['is of somebody of no unit', {}, { employments: [] }, 'employed-elsewhere'],
    [
      'is of somebody who is yet to begin',
      { from: '2027-01-01' },
      { employments: [{ ...job, from: '2027-01-01' }] },
      'same',
    ],
    ['is of somebody who works at a second unit', {}, { employments: [job, { ...job, unit: 'st-2' }] }, 'same'],
    ['names another post', { post: 'volunteer' }, {}, 'employment-differs'],
    ['names another day', { from: '2024-03-02' }, {}, 'employment-differs'],
    ['names another 编制', { established: true }, {}, 'employment-differs'],
    [
      'names the first day of an earlier stretch',
      {},
      {
        employments: [
          { ...job, post: 'volunteer', to: '2025-01-01' },
          { ...job, from: '2025-01-01' },
        ],
      },
      'same',
    ],
    [
      'tells the post before a transfer',
      {},
      {
        employments: [
          { ...job, to: '2025-01-01' },
          { ...job, post: 'volunteer', from: '2025-01-01' },
        ],
      },
      'employment-differs',
    ],
  ])('that %s is decided by the person: %4$s', (_what, change, held, expected) => {
    expect(outcome({ row: { ...row, ...change }, byId: { ...known, ...held } })).toBe(expected);
  });

  it('whose phone another person has is refused', () => {
    expect(outcome({ row, byId: known, byPhone: { ...known, id: 'other' } })).toBe('other-person-has-phone');
    expect(outcome({ row: { ...row, idNumber: 'j' }, byPhone: known })).toBe('other-person-has-phone');
  });

  it('found by the phone alone needs the same name', () => {
    const { idNumber: _, ...unnumbered } = known;
    expect(outcome({ row, byPhone: unnumbered })).toBe('changed idNumber');
    expect(outcome({ row: { ...row, name: '乙' }, byPhone: unnumbered })).toBe('name-differs');
    expect(outcome({ row: { ...row, idNumber: undefined }, byPhone: known })).toBe('same');
  });

  it('found by the phone alone, with this identity number all the same, was written a moment ago', () => {
    expect(outcome({ row, byPhone: known })).toBe('same');
  });

  it.each<[string, SaidCertificate, string]>([
    ['as it is known', {}, 'same'],
    ['with less than is known', { registrationTo: undefined }, 'same'],
    ['renewed', { registrationFrom: '2024-10-20', registrationTo: '2027-10-19' }, 'changed certificate'],
    ['of another level', { level: 'intermediate', number: '2024-9', issued: '2024-10-01' }, 'changed certificate'],
    ['of another number', { number: '2019-2' }, 'certificate-differs'],
    ['of another day of issue', { issued: '2019-09-02' }, 'certificate-differs'],
    ['with the registration before the last', { registrationFrom: '2018-10-20' }, 'certificate-older'],
  ])('with a certificate %2$j, %s, is decided: %3$s', (_how, change, expected) => {
    const certificate: Certificate = {
      ...({ level: 'junior', number: '2019-1', issued: '2019-09-01' } as const),
      ...{ registered: '2021-10-10', registrationFrom: '2021-10-20', registrationTo: '2024-10-19' },
    };
    const byId = { ...known, certificates: [certificate] };
    const said = stated({ ...certificate, ...change }) as Certificate;
    expect(outcome({ row: { ...row, certificate: said }, byId })).toBe(expected);
  });

  it('says who stands against it: the one who has the phone, or else the one who is known', () => {
    const other = { ...known, id: 'other' };
    const refused = { outcome: 'refused', reason: 'other-person-has-phone', person: 'other' };
    expect(decide({ row, byId: known, byPhone: other, today: TODAY })).toEqual(refused);
    expect(decide({ row: { ...row, unit: 'st-2' }, byId: known, byPhone: other, today: TODAY })).toMatchObject({
      reason: 'employed-elsewhere',
      person: 'k',
    });
  });

  it('says nothing of somebody elsewhere but that', () => {
    const there = { ...known, name: '乙', idNumber: 'j', employments: [{ ...job, unit: 'far' }] };
    for (const asked of [{ byPhone: there }, { byId: there }, { byId: there, byPhone: known }]) {
      expect(outcome({ row, ...asked })).toBe('employed-elsewhere');
    }
  });
});

describe('a decision', () => {
  const text = fc.constantFrom('甲', '乙');
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const anyRow: fc.Arbitrary<MarkedRow> = fc.record({
    unit: fc.constantFrom('st-1', 'st-2'),
    name: text,
    phone: maybe(fc.constantFrom('p', 'q')),
    idNumber: maybe(fc.constantFrom('i', 'j')),
    post: fc.constantFrom('social-worker' as const, 'volunteer' as const),
    established: fc.boolean(),
    education: fc.constantFrom('college' as const, 'master' as const),
    from: fc.constantFrom('2024-03-01', TODAY, '2027-01-01'),
    certificate: maybe(anyCertificate),
  });

  /** What is known once a row is written. */
  function written(one: MarkedRow, before?: Known): Known {
    const { unit, post, established = false, from = TODAY, certificate, ...said } = one;
    const plain = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const held = before?.certificates ?? [];
    const told = certificate && heard(held, certificate);
    const certificates = told?.ok ? withCertificate(held, told.certificate) : [...held];
    const employments = [{ unit, post, established, from }];
    return { id: 'k', name: '', employments, ...before, ...plain, certificates };
  }

  function found(people: readonly Known[], one: MarkedRow): Pick<Asked, 'byId' | 'byPhone'> {
    const by = (field: 'phone' | 'idNumber') =>
      people.find((person) => one[field] !== undefined && person[field] === one[field]);
    return { byId: by('idNumber'), byPhone: by('phone') };
  }

  it('that was carried out is the same when its row comes again', () => {
    const numbered = anyRow.filter(({ phone, idNumber }) => phone !== undefined || idNumber !== undefined);
    fc.assert(
      fc.property(fc.array(numbered, { maxLength: 6 }), (rows) => {
        let people: Known[] = [];
        for (const one of rows) {
          const asked = found(people, one);
          const decision = decide({ row: one, ...asked, today: TODAY });
          const before = asked.byId ?? asked.byPhone;
          if (decision.outcome === 'new') people = [...people, { ...written(one), id: String(people.length) }];
          if (decision.outcome === 'changed' && before) {
            people = people.map((person) => (person === before ? written(one, before) : person));
          }
          const again = decide({ row: one, ...found(people, one), today: TODAY });
          expect(again.outcome).toBe(decision.outcome === 'refused' ? 'refused' : 'same');
        }
      }),
    );
  });
});
