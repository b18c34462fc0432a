import { expect, it } from 'vitest';
import { callback, login, logout, me } from '../../../functions/contract/public/session.ts';

it.each(['/', '/practice/', '/practice/?chapter=jc-04&order=wrong', '/me', '/a%20b/'])(
  'lets a sign-in return to %s',
  (path) => {
    expect(login.query.safeParse({ return: path }).success).toBe(true);
  },
);

it.each([
  '',
  'practice',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/a\r\nset-cookie: x=1',
  '/a\n',
  ' /a',
  '/\t/evil.example',
  '/@evil.example:80',
  `/${'a'.repeat(300)}`,
])('does not let it return to %j', (path) => {
  expect(login.query.safeParse({ return: path }).success).toBe(false);
});

it.each(['/%2f%2fevil.example', '/.//evil.example', '/..//evil.example', '/%5cevil.example'])(
  'lets it return to %s, which stays on this site',
  (path) => {
    expect(login.query.safeParse({ return: path }).success).toBe(true);
    expect(new URL(path, 'https://here.example').host).toBe('here.example');
  },
);

it('passes over what a provider adds to its answer, and refuses what is endless', () => {
  const query = { code: 'c', state: 's', iss: 'https://id.example', session_state: 'x' };
  expect(callback.query.parse(query)).toEqual({ code: 'c', state: 's' });
  expect(callback.query.safeParse({ ...query, code: 'c'.repeat(2001) }).success).toBe(false);
});

it('names no more of a person than the contract does', () => {
  const now = '2026-03-01T04:00:00.000Z';
  expect(me.answer.safeParse({ actor: { kind: 'person', person: 'p', name: 'n' }, now }).success).toBe(true);
  expect(me.answer.safeParse({ actor: { kind: 'person', person: 'p', name: 'n', subject: 's' }, now }).success).toBe(
    false,
  );
});

it('takes no field in a sign-out', () => {
  expect(logout.body.safeParse({}).success).toBe(true);
  expect(logout.body.safeParse({ all: true }).success).toBe(false);
});
