// The leak scan bites: what it looks for is found however it is written. That it looks everywhere is shown in the browser (leaks.test.ts there).
import { describe, expect, it } from 'vitest';
import { seedIdNumber, seedPhone } from '../../functions/local/seed-numbers.ts';
import { leaksIn } from '../support/leaks.ts';

const phone = seedPhone(98_765_432);
const id = seedIdNumber(31_415);
const grouped = (number: string, by: string) => number.replace(/(\d{3})(\d{4})/, `$1${by}$2${by}`);
const escaped = (number: string, digit: (code: string) => string) =>
  number.replace(/./g, (sign) => digit(sign.charCodeAt(0).toString(16).padStart(2, '0')));

const writings: [string, (number: string) => string][] = [
  ['as it is', (n) => n],
  ['in an address', (n) => `http://127.0.0.1/staff/people/?name=${n}&day=2026-03-01`],
  ['between other digits', (n) => `0086${n}`],
  ['with spaces', (n) => grouped(n, ' ')],
  ['with hyphens', (n) => grouped(n, '-')],
  ['with a plus sign for a space', (n) => `?q=${grouped(n, '+')}`],
  ['with percent escapes', (n) => escaped(n, (code) => `%${code}`)],
  ['with percent escapes of spaces', (n) => grouped(n, '%20')],
  ['with escapes of JSON', (n) => escaped(n, (code) => `\\u00${code}`)],
  ['with entities of HTML', (n) => escaped(n, (code) => `&#x${code};`)],
  ['in full width', (n) => n.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ['in base64', (n) => Buffer.from(`{"phone":"${n}"}`).toString('base64')],
  ['in base64 for addresses', (n) => `?cursor=${Buffer.from(JSON.stringify([n])).toString('base64url')}`],
  ['in small letters', (n) => n.toLowerCase()],
];

describe('a planted number is found', () => {
  it.each(writings)('%s', (_, written) => {
    for (const number of [phone, id]) {
      const traces = [
        { where: 'here', text: '{"ms":12,"at":"2026-03-01T04:00:00.000Z"}' },
        { where: 'there', text: `before ${written(number)} after` },
      ];
      expect(leaksIn(traces, [phone, id])).toEqual([`${number} in there`]);
    }
  });

  it('when it ends in X', () => {
    const numbers = Array.from({ length: 40 }, (_, n) => seedIdNumber(31_415 + n));
    const withX = numbers.filter((number) => number.endsWith('X'));
    expect(withX.length).toBeGreaterThan(0);
    for (const number of withX)
      expect(leaksIn([{ where: 'log', text: number }], numbers)).toEqual([`${number} in log`]);
  });
});

it('finds nothing in masks, other numbers, times and hashes', () => {
  const mask = `${phone.slice(0, 3)}****${phone.slice(7)} ${id.slice(0, 6)}********${id.slice(14)}`;
  const others = `${seedPhone(98_765_433)} ${seedIdNumber(31_416)} 1764000000000 sha256-${'A1b2'.repeat(11)}=`;
  const traces = [mask, others, phone.slice(0, -1), ''].map((text) => ({ where: 'log', text }));
  expect(leaksIn(traces, [phone, id])).toEqual([]);
});
