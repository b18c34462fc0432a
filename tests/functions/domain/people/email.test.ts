import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEmail } from '../../../../functions/domain/people/email.ts';

const LABEL = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/);
const LOCAL = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}$/);
const ADDRESS = fc
  .tuple(
    fc.array(LOCAL, { minLength: 1, maxLength: 2 }),
    fc.array(LABEL, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('cn', 'com', 'xn--fiqs8s'),
  )
  .map(([local, labels, top]) => `${local.join('.')}@${[...labels, top].join('.')}`);

describe('an e-mail address', () => {
  it.each([
    ['ada@example.cn', 'ada@example.cn'],
    ['  ada@example.cn\n', 'ada@example.cn'],
    ['Ada.Lu+zhuren@Mail.EXAMPLE.Cn', 'Ada.Lu+zhuren@mail.example.cn'],
    ['ada＠example。cn', 'ada@example.cn'],
    ['ａｄａ@example．cn', 'ada@example.cn'],
    ['\u200bada@example.cn\u200e', 'ada@example.cn'],
    ["o'neil@a-b.example", "o'neil@a-b.example"],
    ['10001@qq.com', '10001@qq.com'],
  ])('is read from %j', (text, value) => {
    expect(checkEmail(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['ada', 'form'],
    ['@example.cn', 'form'],
    ['ada@', 'form'],
    ['ada@localhost', 'form'],
    ['ada@127.0.0.1', 'form'],
    ['ada@[127.0.0.1]', 'form'],
    ['ada@-example.cn', 'form'],
    ['ada@example..cn', 'form'],
    ['ada@example.cn.', 'form'],
    ['.ada@example.cn', 'form'],
    ['a..da@example.cn', 'form'],
    ['ada@bo@example.cn', 'form'],
    ['Ada<ada@example.cn>', 'form'],
    ['"ada"@example.cn', 'form'],
    ['ada@example.cn,bo@example.cn', 'form'],
    ['ada lu@example.cn', 'characters'],
    ['ada@example.cn\r\nBcc: bo@example.cn', 'characters'],
    ['ada@例子.中国', 'characters'],
    [`${'a'.repeat(65)}@example.cn`, 'length'],
    [`ada@${'a'.repeat(60)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.cn`, 'length'],
  ])('is not %j: %s', (text, reason) => {
    expect(checkEmail(text)).toEqual({ ok: false, reason });
  });

  it('stays as it is once it is plain, but for the size of its place', () => {
    fc.assert(
      fc.property(ADDRESS, (address) => {
        const first = checkEmail(address.replace(/@.*/, (place) => place.toUpperCase()));
        expect(first).toEqual({ ok: true, value: address });
        expect(checkEmail(first.ok ? first.value : '')).toEqual(first);
      }),
    );
  });

  it('never holds what would end a line or begin another address, whatever was typed', () => {
    const around = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '\0',
      '\t',
      ' ',
      ',',
      ';',
      ':',
      '<',
      '>',
      '"',
      '(',
      '\\',
      '\u2028',
      '，',
    );
    fc.assert(
      fc.property(
        ADDRESS,
        around,
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.nat(60),
        (address, sign, more, at) => {
          const text = `${address.slice(0, at)}${sign}${more}${address.slice(at)}`;
          const checked = checkEmail(text);
          if (!checked.ok) return;
          expect(checked.value).toMatch(/^[\x21-\x7e]{3,254}$/);
          expect(checked.value).not.toMatch(/[<>()[\],;:\\"]/);
          expect(checked.value.split('@')).toHaveLength(2);
        },
      ),
    );
  });
});
