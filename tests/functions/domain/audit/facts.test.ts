import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditable, masked, maskedFacts } from '../../../../functions/domain/audit/facts.ts';
import type { Person } from '../../../../functions/domain/people/person.ts';
import { anyIdNumber, anyPhone, employmentOf } from '../people/builders.ts';

const person: Person = {
  id: 'person-a',
  name: '王某某',
  phone: '13812345678',
  idNumber: '11010519491231002X',
  education: 'college',
  isSocialWorkMajor: false,
  employments: [{ ...employmentOf('2022-03-01', '2026-07-01'), established: true }],
  certificates: [{ level: 'junior', number: '2023360400012345', issued: '2023-09-15' }],
  pools: [
    { pool: 'expert', from: '2026-01-01', selection: { day: '2025-12-20', by: 'bureau-a', basis: '选拔公示 1 号' } },
  ],
};

describe('what of a person may be audited', () => {
  it('is named fields, masked', () => {
    expect(auditable(person)).toEqual({
      id: 'person-a',
      name: '王**',
      phone: '138****5678',
      idNumber: '110105********002X',
      education: 'college',
      isSocialWorkMajor: false,
      employments: ['station-a grid-worker established 2022-03-01/2026-07-01'],
      certificates: ['junior *2345 2023-09-15 /'],
      pools: ['expert 2026-01-01/ by bureau-a'],
    });
  });

  it('is nothing that is not named, and of a change only what it touches', () => {
    const more = { phone: '13812345678', address: '某路 1 号', identitySubject: 'subject-a' };
    expect(auditable(more)).toEqual({ phone: '138****5678' });
    expect(auditable({})).toEqual({});
  });
});

describe('a text', () => {
  it.each([
    ['请回电13812345678，谢谢', '请回电138****5678，谢谢'],
    ['138 1234 5678 / 138-1234-5678', '138****5678 / 138****5678'],
    ['+86 13812345678', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['身份证11010519491231002X有误', '身份证110105********002X有误'],
    ['110105 19491231 002x', '110105********002x'],
    ['1101 0519 4912 3100 2X', '110105********002X'],
    ['110105194912310021 抄错一位', '110105********0021 抄错一位'],
  ])('%j is written as %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    '2026年11月23日起',
    '2024-01-01 2025-01-01 10',
    '赣民发〔2026〕13号',
    '654201202 阿西尔乡',
    '0792-8888888',
    'unit-13812345678a',
    '报名 4523 人，通过 1085 人',
  ])('%j stays as it is', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('holds no number after masking, whatever stands around it', () => {
    const words = fc.string({ unit: fc.constantFrom('某', '，', ' ', '：', '\n', '（') });
    fc.assert(
      fc.property(words, anyIdNumber, words, anyPhone, (before, idNumber, between, phone) => {
        const text = masked(`${before}${idNumber}${between}，${phone}`);
        expect(text).not.toContain(idNumber.slice(6, 14));
        expect(text).not.toContain(phone);
        expect(masked(text)).toBe(text);
      }),
    );
  });
});

it('masks every text of facts, those in lists too, and leaves figures as they are', () => {
  const facts = { note: '13812345678', list: ['x', '11010519491231002X'], quota: 13812345678, open: true, none: null };
  expect(maskedFacts(facts)).toEqual({ ...facts, note: '138****5678', list: ['x', '110105********002X'] });
});
