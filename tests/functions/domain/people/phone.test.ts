import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPhone, maskPhone } from '../../../../functions/domain/people/phone.ts';
import { anyPhone } from './builders.ts';

describe('a mobile number', () => {
  it.each([
    '13800000000',
    ' 138 0000 0000 ',
    '138-0000-0000',
    '+86 138 0000 0000',
    '+86-13800000000',
    '0086 13800000000',
    '8613800000000',
    '(+86) 138 0000 0000',
    '＋８６　１３８００００００００',
    '\u202d13800000000\u202c',
  ])('is read from %j', (text) => {
    expect(checkPhone(text)).toEqual({ ok: true, value: '13800000000' });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['+86', 'empty'],
    ['1380000000', 'length'],
    ['138000000000', 'length'],
    ['861380000000', 'length'],
    ['0792-8888888', 'not-mobile'],
    ['12800000000', 'not-mobile'],
    ['23800000000', 'not-mobile'],
    ['+852 5000 0000', 'characters'],
    ['138****0000', 'characters'],
    ['1380000000a', 'characters'],
  ])('is not %j: %s', (text, reason) => {
    expect(checkPhone(text)).toEqual({ ok: false, reason });
  });

  it('stays as it is once it is plain', () => {
    fc.assert(
      fc.property(anyPhone, (phone) => {
        expect(checkPhone(phone)).toEqual({ ok: true, value: phone });
        expect(checkPhone(`+86${phone}`)).toEqual({ ok: true, value: phone });
      }),
    );
  });
});

describe('a masked phone', () => {
  it('keeps the first three and the last four', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
  });

  it('is its own mask, and a text that is no number is hidden whole', () => {
    expect(maskPhone('138****5678')).toBe('138****5678');
    expect(maskPhone('+8613812345678')).toBe('***********');
    expect(maskPhone('110')).toBe('***********');
  });
});
