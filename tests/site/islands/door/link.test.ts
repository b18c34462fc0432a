// The link that a door's QR holds.
import { expect, it } from 'vitest';
import { codeOf, codeOfScan, sessionIn } from '../../../../site/src/islands/door/link.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';
const FRAGMENT = `#s=course-0001-002&k=in&t=178000000&c=${TOKEN}`;
const CODE = { session: 'course-0001-002', kind: 'in', step: 178000000, token: TOKEN };

it('is read from an address and from a scan', () => {
  expect(codeOf(FRAGMENT)).toEqual(CODE);
  expect(codeOfScan(`https://zhuren.example/door/${FRAGMENT}`)).toEqual(CODE);
});

it.each([
  ['no session', FRAGMENT.replace('-002', '')],
  ['an unknown kind', FRAGMENT.replace('k=in', 'k=up')],
  ['a step that is no number', FRAGMENT.replace('t=1', 't=x')],
  ['a token cut short', FRAGMENT.slice(0, -1)],
])('is none with %s', (_, fragment) => {
  expect(codeOf(fragment)).toBeUndefined();
});

it.each(['WIFI:S:net;;', `https://zhuren.example/shop/${FRAGMENT}`, `javascript:alert(1)/door/${FRAGMENT}`, ''])(
  'is none in a code of another world: %s',
  (text) => {
    expect(codeOfScan(text)).toBeUndefined();
  },
);

it('names a session in an address only when it is one', () => {
  const of = (search: string) => sessionIn(new URLSearchParams(search));
  expect([of('?s=course-0001-002'), of('?s=../x'), of('')]).toEqual(['course-0001-002', undefined, undefined]);
});
