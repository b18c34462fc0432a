import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, folded } from '../../../../functions/domain/calendar/lines.ts';

/** As RFC 5545, 3.1 undoes it: a break followed by a space is nothing. */
const unfolded = (text: string) => text.replace(/\r\n /g, '').replace(/\r\n$/, '');

const octets = (text: string) => new TextEncoder().encode(text).length;

/** Any text without breaks, in characters of one to four octets, long enough to be folded often. */
const line = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('社会工作', '𠅤', '㛃䶮', 'a', '👩‍👧')), {
    maxLength: 60,
  })
  .map((parts) => parts.join('').replace(/[\r\n]/g, ''));

describe('a folded line', () => {
  it('is the line again when it is unfolded', () => {
    fc.assert(fc.property(line, (text) => unfolded(folded(text)) === text));
  });

  it('has at most 75 octets between two breaks, and none of its characters is cut', () => {
    fc.assert(
      fc.property(line, (text) => {
        const lines = folded(text).replace(/\r\n$/, '').split('\r\n');
        for (const one of lines) {
          expect(octets(one)).toBeLessThanOrEqual(75);
          // Halves of a pair have no octets of their own: a text that holds one is not what its octets say.
          expect(new TextDecoder().decode(new TextEncoder().encode(one))).toBe(one);
        }
      }),
    );
  });

  it('fills its lines: 75 octets are not folded, 76 are, and a character that does not fit goes on whole', () => {
    expect(folded('x'.repeat(75))).toBe(`${'x'.repeat(75)}\r\n`);
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x\r\n`);
    expect(folded(`${'x'.repeat(73)}社`)).toBe(`${'x'.repeat(73)}\r\n 社\r\n`);
    expect(folded(`${'x'.repeat(72)}𠅤`)).toBe(`${'x'.repeat(72)}\r\n 𠅤\r\n`);
  });
});

describe('escaped text', () => {
  it('keeps what would end or part a value, and has one kind of break', () => {
    expect(escaped('一号教室, 二楼; C:\\讲义\r\n请带\t身份证\r\n')).toBe(
      '一号教室\\, 二楼\\; C:\\\\讲义\\n请带\t身份证\\n',
    );
    expect(escaped('a\rb\nc')).toBe('a\\nb\\nc');
  });

  it('leaves out signs that no calendar may hold', () => {
    expect(escaped('a\u0000b\u0007c\u007fd\u0085e')).toBe('abcde');
    expect(escaped('半\ud842字')).toBe('半\ufffd字');
  });

  it('holds no break, whatever is put in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\r\n]/.test(escaped(text))));
  });
});
