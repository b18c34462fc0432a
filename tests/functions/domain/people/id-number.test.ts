import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdNumber, maskIdNumber } from '../../../../functions/domain/people/id-number.ts';
import { anyIdNumber, DIGITS, isCongruent, numberFrom, TODAY } from './builders.ts';

function reason(text: string, today = TODAY) {
  const checked = checkIdNumber(text, today);
  return checked.ok ? 'none' : checked.reason;
}

/** The standard's own examples. */
const EXAMPLES = ['11010519491231002X', '440524188001010014'];

describe('an identity number', () => {
  it.each(EXAMPLES)('is %s', (number) => {
    expect(checkIdNumber(number, TODAY)).toMatchObject({ ok: true, value: number });
  });

  it('tells the birthday and where it was first issued', () => {
    expect(checkIdNumber('11010519491231002X', TODAY)).toEqual({
      ok: true,
      value: '11010519491231002X',
      birthday: '1949-12-31',
      division: '110105',
    });
  });

  it.each([
    ['a small x', '11010519491231002x'],
    ['full-width signs', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a small full-width x', '11010519491231002ｘ'],
    ['spaces in groups', ' 110105 19491231 002X\t'],
    ['ideographic and no-break spaces', '110105\u300019491231\u00a0002X'],
    ['marks that nobody sees', '\u202d11010519491231002X\u202c\u200b\ufeff'],
  ])('is read with %s', (_what, text) => {
    expect(checkIdNumber(text, TODAY)).toMatchObject({ ok: true, value: '11010519491231002X' });
  });

  it.each([
    ['nothing', ' \u3000', 'empty'],
    ['an old number of fifteen digits', '110105491231002', 'fifteen-digits'],
    ['fifteen digits in full width', '１１０１０５４９１２３１００２', 'fifteen-digits'],
    ['seventeen characters', '1101051949123100X', 'length'],
    ['nineteen characters', '11010519491231002X0', 'length'],
    ['an X inside', '11010519491231X02X', 'characters'],
    ['another letter at the end', '11010519491231002A', 'characters'],
    ['a division that begins with 0', '01010519491231002X', 'characters'],
    ['digits of another script', '١١٠١٠٥١٩٤٩١٢٣١٠٠٢X', 'characters'],
    ['a mask', '110105********002X', 'characters'],
    ['a 13th month', numberFrom('11010519491331002'), 'birthday'],
    ['a 30th of February', numberFrom('11010520000230002'), 'birthday'],
    ['a 29th of February in a common year', numberFrom('11010519000229002'), 'birthday'],
    ['a day 00', numberFrom('11010519491200002'), 'birthday'],
    ['a birthday tomorrow', numberFrom('11010520261124002'), 'unborn'],
    ['a wrong check character', '110105194912310021', 'checksum'],
  ])('is not %s', (_what, text, expected) => {
    expect(reason(text)).toBe(expected);
  });

  it('may be of somebody born today or on a leap day', () => {
    expect(reason(numberFrom('11010520261123002'))).toBe('none');
    expect(reason(numberFrom('11010520000229002'))).toBe('none');
    expect(reason(numberFrom('11010520261123002'), '2026-11-22')).toBe('unborn');
  });
});

describe('the laws of identity numbers', () => {
  it('accept exactly the congruent ones', () => {
    const last = fc.constantFrom(...DIGITS, 'X');
    fc.assert(
      fc.property(anyIdNumber, last, (number, sign) => {
        const other = `${number.slice(0, 17)}${sign}`;
        expect(reason(other)).toBe(isCongruent(other) ? 'none' : 'checksum');
      }),
    );
  });

  it('find every single wrong digit', () => {
    fc.assert(
      fc.property(anyIdNumber, fc.integer({ min: 0, max: 16 }), fc.constantFrom(...DIGITS), (number, at, digit) => {
        fc.pre(number[at] !== digit);
        expect(reason(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)).not.toBe('none');
      }),
    );
  });

  it('find every two neighbours that changed places', () => {
    fc.assert(
      fc.property(anyIdNumber, fc.integer({ min: 0, max: 16 }), (number, at) => {
        const [a, b] = [number[at], number[at + 1]];
        fc.pre(a !== b);
        expect(reason(`${number.slice(0, at)}${b}${a}${number.slice(at + 2)}`)).not.toBe('none');
      }),
    );
  });
});

describe('a masked identity number', () => {
  it('keeps the first six and the last four', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
  });

  it('is its own mask and no identity number', () => {
    fc.assert(
      fc.property(anyIdNumber, (number) => {
        const masked = maskIdNumber(number);
        expect(maskIdNumber(masked)).toBe(masked);
        expect(reason(masked)).toBe('characters');
        expect(masked).not.toContain(number.slice(6, 14));
      }),
    );
  });

  it.each(['', '1234', '110105491231002', '110105194912310020000'])('shows nothing of %j', (text) => {
    expect(maskIdNumber(text)).toBe('*'.repeat(18));
  });
});
