// Malformed and forged sessions, asked at every edge that needs a session: all of them are nobody's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle, signInAs, tenantsIn } from '../../support/tenants.ts';
import { post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
let transport: Transport;
let me: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  transport = await (transports['in process'] as (typeof transports)[string])(world);
  me = await signInAs(world, 'operator', '11');
}, 60_000);
afterAll(async () => {
  await transport.close();
  await world.test.close();
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as other systems make them: signed by nobody, by a key of one's own, or by what it says itself. */
function jwt(header: object, claims: object, signature = ''): string {
  return `${encoded(header)}.${encoded(claims)}.${signature}`;
}

const CLAIMS = { sub: 'operator-of-tests', role: 'operator', unit: '11', exp: 9_999_999_999 };

/** What stands in the session's cookie, from the real token `t` and what the table holds of it. */
const values: [string, (t: string, hash: string) => string][] = [
  ['nothing', () => ''],
  ['a space', () => '%20'],
  ['a word', () => 'forged'],
  ['the person’s id', () => me.person],
  ['the hash that the table holds', (_t, hash) => hash],
  ['the key that the table holds', (_t, hash) => `SESSION%23${hash}`],
  ['the key with its sort key', (_t, hash) => `SESSION%23${hash}%23SESSION`],
  ['the token in capitals', (t) => t.toUpperCase()],
  ['the token backwards', (t) => [...t].reverse().join('')],
  ['the token twice', (t) => t + t],
  ['the token without its end', (t) => t.slice(0, -1)],
  ['the token without its beginning', (t) => t.slice(1)],
  ['the token with a letter more', (t) => `${t}A`],
  ['the token after a letter', (t) => `A${t}`],
  ['the token with another end', (t) => `${t.slice(0, -1)}_`],
  ['the token and a zero byte', (t) => `${t}%00`],
  ['a zero byte and the token', (t) => `%00${t}`],
  ['the token and a line break', (t) => `${t}%0A`],
  ['the token and a carriage return', (t) => `${t}%0D%0A`],
  ['the token and a blank', (t) => `${t}%20`],
  ['a blank and the token', (t) => `%20${t}`],
  ['the token and a sign that is not seen', (t) => `${t}%E2%80%8B`],
  ['the token in quotes within quotes', (t) => `%22${t}%22`],
  [
    'the token in full-width digits',
    (t) => encodeURIComponent(t.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))),
  ],
  ['the token in base64', (t) => btoa(t).replaceAll('=', '')],
  ['the token in JSON', (t) => encodeURIComponent(JSON.stringify({ token: t }))],
  ['the token in a list', (t) => encodeURIComponent(JSON.stringify([t]))],
  ['the token as a bearer’s', (t) => `Bearer%20${t}`],
  ['the token and its hash', (t, hash) => `${t}.${hash}`],
  ['the token with a comment', (t) => `${t}--`],
  ['the token with a path', (t) => `../${t}`],
  ['the token encoded twice', (t) => encodeURIComponent(encodeURIComponent(`${t} `))],
  ['a broken escape', () => '%'],
  ['half an escape', () => '%E4%BD'],
  ['an escape of no sign', () => '%FF%FE'],
  ['a lone surrogate', () => '%ED%A0%80'],
  ['a very long word', () => 'A'.repeat(8_000)],
  ['a star', () => '*'],
  ['a hash sign', () => '%23'],
  ['a tilde', () => '~'],
  ['a condition', () => encodeURIComponent("' OR '1'='1")],
  ['an operator of another database', () => encodeURIComponent('{"$ne":null}')],
  ['a prototype', () => '__proto__'],
  ['a method of every object', () => 'constructor'],
  ['undefined', () => 'undefined'],
  ['null', () => 'null'],
  ['true', () => 'true'],
  ['a number', () => '0'],
  ['no number', () => 'NaN'],
  ['an empty object', () => '%7B%7D'],
  ['a session as it might be stored', () => encoded({ person: me.person, expiresAt: '2099-01-01T00:00:00.000Z' })],
  ['an unsigned token', () => jwt({ alg: 'none' }, CLAIMS)],
  ['an unsigned token in other letters', () => jwt({ alg: 'nOnE' }, CLAIMS)],
  ['a token signed with nothing', () => jwt({ alg: 'HS256' }, CLAIMS, 'AAAA')],
  [
    'a token that brings its own key',
    () => jwt({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }, CLAIMS, 'AAAA'),
  ],
  ['a token whose key lies elsewhere', () => jwt({ alg: 'RS256', jku: 'https://evil.example/keys' }, CLAIMS, 'AAAA')],
  ['a token whose key is a file', () => jwt({ alg: 'HS256', kid: '../../dev/null' }, CLAIMS, 'AAAA')],
  ['a token without end', () => jwt({ alg: 'none' }, { ...CLAIMS, exp: null })],
  ['a token of five parts', () => `${jwt({ alg: 'dir', enc: 'A256GCM' }, CLAIMS, 'AAAA')}.AAAA.AAAA`],
  ['a secret that was never given out', () => 'secret-99999999'],
  ['the next secret', (t) => `secret-${String(Number(t.slice(7)) + 1).padStart(8, '0')}`],
];

/** The token where no session is looked for. */
const headers: [string, (t: string) => Record<string, string>][] = [
  ['an authorization header', (t) => ({ authorization: `Bearer ${t}` })],
  ['a basic authorization', (t) => ({ authorization: `Basic ${btoa(`${me.person}:${t}`)}` })],
  ['a cookie without its prefix', (t) => ({ cookie: `session=${t}` })],
  ['a cookie of another prefix', (t) => ({ cookie: `__Secure-session=${t}` })],
  ['a cookie in small letters', (t) => ({ cookie: `__host-session=${t}` })],
  ['the sign-in’s cookie', (t) => ({ cookie: `__Host-sign-in=${t}` })],
  ['a header that names the person', () => ({ 'x-person': me.person, 'x-role': 'operator' })],
];

const ASKED = [
  '/api/staff/me',
  '/api/staff/tree',
  '/api/staff/units/11',
  '/api/candidate/people/person-1/batches',
  '/api/account/people/person-1',
  '/api/account/people/person-1/export',
  '/api/trainer/units/11/courses',
];

describe('a session that is', () => {
  it.each(values)('%s opens nothing', async (_what, value) => {
    const hash = await world.deps.digest(me.token);
    const cookie = `__Host-session=${value(me.token, hash)}`;
    for (const path of ASKED) await expectNobody(path, { cookie });
    const write = await transport.send('/api/staff/units/31/changes', post({ kind: 'close' }, { cookie }));
    expect([400, 401]).toContain(write.status);
  });
});

describe('the token in', () => {
  it.each(headers)('%s opens nothing', async (_what, header) => {
    for (const path of ASKED) await expectNobody(path, header(me.token));
  });
});

it('tries at least sixty, and the real one opens', async () => {
  expect(values.length).toBeGreaterThanOrEqual(60);
  expect((await transport.send('/api/staff/units/11', { headers: me.headers })).status).toBe(200);
});

async function expectNobody(path: string, sent: Record<string, string>): Promise<void> {
  const response = await transport.send(path, { headers: sent });
  const text = await response.clone().text();
  expect(await problemOf(response)).toMatch(/^401 (not_signed_in|session_expired)$/);
  expect(tenantsIn(text)).toEqual([]);
}
