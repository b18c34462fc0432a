import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, readNumber } from '../../../../functions/domain/completions/number.ts';

const SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXY'];
const digest = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 43, maxLength: 43 });
const numbers = digest.map((text) => numberOf('2026', text));

describe('a number', () => {
  it('is four groups of four, and reads as itself', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^2026(-[0-9A-HJKMNP-TV-Y]{4}){3}$/);
        expect(readNumber(number)).toBe(number);
      }),
    );
  });

  it('is the same for the same digest, and of its year', () => {
    expect(numberOf('2026', 'a'.repeat(43))).toBe(numberOf('2026', 'a'.repeat(43)));
    expect(numberOf('2027', 'a'.repeat(43)).startsWith('2027-')).toBe(true);
  });

  it('is read however it is typed: small letters, spaces, full width, no dashes, O for 0', () => {
    const number = numberOf('2026', 'x'.repeat(43));
    const wide = [...number].map((sign) =>
      sign === '-' ? '－' : String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
    );
    for (const typed of [
      number.toLowerCase(),
      number.replaceAll('-', ' '),
      number.replaceAll('-', ''),
      wide.join(''),
    ]) {
      expect(readNumber(typed)).toBe(number);
    }
    expect(readNumber(number.replace('2026', '2O26'))).toBe(number);
  });

  it('shows every single wrong sign', () => {
    fc.assert(
      fc.property(numbers, fc.nat(15), fc.constantFrom(...SIGNS), (number, place, sign) => {
        const signs = [...number.replaceAll('-', '')];
        fc.pre(signs[place] !== sign);
        signs[place] = sign;
        expect(readNumber(signs.join(''))).toBeUndefined();
      }),
    );
  });

  it('shows every two signs that changed places', () => {
    fc.assert(
      fc.property(numbers, fc.nat(15), fc.nat(15), (number, a, b) => {
        const signs = [...number.replaceAll('-', '')];
        fc.pre(signs[a] !== signs[b]);
        [signs[a], signs[b]] = [signs[b] as string, signs[a] as string];
        expect(readNumber(signs.join(''))).toBeUndefined();
      }),
    );
  });

  it.each(['', '2026', '2026-7K3M-9QXA-04T', '2026-7K3M-9QXA-04TDD', 'ABCD-7K3M-9QXA-04TD', '2026-7K3M-9Q*A-04TD'])(
    'is not what `%s` is',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});
