import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { ORIGIN, openWorld, PROVIDER, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => {
  world.lines.length = 0;
});
afterAll(() => world.test.close());

/** The attributes of each cookie an answer sets, by its name; the value under `value`. */
function cookiesOf(response: Response): Record<string, Record<string, string | true>> {
  return Object.fromEntries(
    response.headers.getSetCookie().map((cookie) => {
      const [first = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = first.split(/=(.*)/s);
      const pairs = attributes.map((attribute) => attribute.split('=') as [string, string?]);
      return [name, { value, ...Object.fromEntries(pairs.map(([key, text]) => [key.toLowerCase(), text ?? true])) }];
    }),
  );
}

const ALWAYS = { path: '/', secure: true, httponly: true, samesite: 'Lax' };

describe.each(Object.keys(transports))('the public routes, %s', (how) => {
  let transport: Transport;
  let tries = 0;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(world);
  });
  afterEach(() => {
    world.identity.down = false;
    world.identity.logout = 'https://id.example/logout';
  });
  afterAll(() => transport.close());

  const get = (path: string, cookie?: string) =>
    transport.send(path, cookie === undefined ? {} : { headers: { cookie } });

  /** Starts a sign-in; gives the cookie to come back with. */
  async function begin(returnTo = '/'): Promise<string> {
    const response = await get(`/api/public/login?return=${encodeURIComponent(returnTo)}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, PROVIDER]);
    return `__Host-sign-in=${cookiesOf(response)['__Host-sign-in']?.value}`;
  }

  function goodCode(): string {
    tries += 1;
    return `good-${how}-${tries}`;
  }

  async function signIn(): Promise<string> {
    const response = await get(`/api/public/callback?code=${goodCode()}&state=state-1`, await begin());
    return `__Host-session=${cookiesOf(response)['__Host-session']?.value}`;
  }

  const trouble = (code: string) => [302, `/me/?problem=${code}`];
  const went = (response: Response) => [response.status, response.headers.get('location')];

  it('knows a guest as one, also with an ended or a forged session', async () => {
    const guest = { actor: { kind: 'guest' }, now: world.clock.now };
    expect(await (await get('/api/public/me')).json()).toEqual(guest);
    expect(await (await get('/api/public/me', '__Host-session=forged')).json()).toEqual(guest);
    const me = await world.signIn();
    world.pass(2);
    const late = { ...guest, now: world.clock.now };
    expect(await (await get('/api/public/me', me.headers.cookie)).json()).toEqual(late);
    world.pass(-2);
  });

  it('knows who is signed in, and calls no session by another cookie’s name', async () => {
    const me = await world.signIn();
    const { actor } = await (await get('/api/public/me', `a=b; ${me.headers.cookie}; c=d`)).json();
    expect(actor).toEqual({ kind: 'person', person: me.person, name: '考生' });
    for (const name of ['session', 'Host-session', '__Secure-session', '__host-session']) {
      const answer = await get('/api/public/me', `${name}=${me.token}`);
      expect((await answer.json()).actor.kind).toBe('guest');
    }
  });

  it('says that a session has ended whose person is gone', async () => {
    const token = `orphan-${how}`;
    const session = { person: 'person-gone', startedAt: world.clock.now, expiresAt: '2099-01-01T00:00:00.000Z' };
    await world.deps.store.sessions.put(await world.deps.digest(token), session);
    expect(await problemOf(await get('/api/public/me', `__Host-session=${token}`))).toBe('401 session_expired');
  });

  it('signs in from end to end: to the provider, back with a session, to where one was, and out', async () => {
    const started = await get('/api/public/login?return=/practice/?chapter=jc-04');
    expect(cookiesOf(started)).toEqual({
      '__Host-sign-in': { ...ALWAYS, 'max-age': '600', value: expect.stringMatching(/^[\w%+/-]+$/) },
    });
    const pending = `__Host-sign-in=${cookiesOf(started)['__Host-sign-in']?.value}`;
    const back = await get(`/api/public/callback?code=${goodCode()}&state=state-1&iss=x`, pending);
    expect(went(back)).toEqual([302, '/practice/?chapter=jc-04&signed-in=1']);
    const { '__Host-session': session, '__Host-sign-in': spent } = cookiesOf(back);
    expect(session).toEqual({
      ...ALWAYS,
      value: expect.stringMatching(/^secret-\d{8}$/),
      expires: 'Tue, 31 Mar 2026 04:00:00 GMT',
    });
    expect(spent).toEqual({ ...ALWAYS, 'max-age': '0', value: '' });
    const cookie = `__Host-session=${session?.value}`;
    const { actor } = await (await get('/api/public/me', cookie)).json();
    expect(actor).toMatchObject({ kind: 'person', name: '考生（演示）' });
    const out = await transport.send('/api/public/logout', post({}, { cookie }));
    expect(await out.json()).toEqual({ next: 'https://id.example/logout' });
    expect(cookiesOf(out)).toEqual({ '__Host-session': { ...ALWAYS, 'max-age': '0', value: '' } });
    expect((await (await get('/api/public/me', cookie)).json()).actor.kind).toBe('guest');
  });

  it('knows a person again at the next sign-in, with another session', async () => {
    const [first, second] = [await signIn(), await signIn()];
    expect(first).not.toBe(second);
    const [one, other] = await Promise.all([first, second].map(async (c) => (await get('/api/public/me', c)).json()));
    expect(one.actor.person).toBe(other.actor.person);
    await transport.send('/api/public/logout', post({}, { cookie: first }));
    expect((await (await get('/api/public/me', second)).json()).actor.kind).toBe('person');
  });

  it.each([
    ['/', '/?signed-in=1'],
    ['/a?b=c', '/a?b=c&signed-in=1'],
    ['/%2f%2fevil.example', '/%2f%2fevil.example?signed-in=1'],
    ['/.//evil.example', '/.//evil.example?signed-in=1'],
  ])('returns to %s on this site', async (returnTo, location) => {
    const response = await get(`/api/public/callback?code=${goodCode()}&state=state-1`, await begin(returnTo));
    expect(went(response)).toEqual([302, location]);
    expect(new URL(location, ORIGIN).origin).toBe(ORIGIN);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\\/evil.example',
    '/\t/evil.example',
    ' //evil.example',
    '/a#b',
    'evil.example',
    '',
  ])('does not start a sign-in that would return to %j', async (returnTo) => {
    const response = await get(`/api/public/login?return=${encodeURIComponent(returnTo)}`);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'return' }] });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('does not return to another site, even when the browser’s own cookie says so', async () => {
    const pending = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1', returnTo: '//evil.example' };
    const cookie = `__Host-sign-in=${btoa(JSON.stringify(pending))}`;
    expect(went(await get(`/api/public/callback?code=${goodCode()}&state=state-1`, cookie))).toEqual(
      trouble('sign_in_failed'),
    );
  });

  it.each([
    ['another state', `code=${'good-state'}&state=other`],
    ['no state', 'code=good-no-state'],
    ['no code', 'state=state-1'],
    ['a refusal', 'error=access_denied&state=state-1'],
    ['nothing', ''],
  ])('fails with %s, makes no session, and uses the sign-in up', async (_what, query) => {
    const response = await get(`/api/public/callback?${query}`, await begin());
    expect(went(response)).toEqual(trouble('sign_in_failed'));
    expect(Object.keys(cookiesOf(response))).toEqual(['__Host-sign-in']);
    expect(cookiesOf(response)['__Host-sign-in']).toMatchObject({ 'max-age': '0', value: '' });
  });

  it.each([
    ['none', undefined],
    ['one that is no base64', '__Host-sign-in=%%%'],
    ['one that is no JSON', `__Host-sign-in=${btoa('{')}`],
    ['one without its fields', `__Host-sign-in=${btoa('{"state":"state-1"}')}`],
    ['one of another name', `sign-in=${btoa('{}')}`],
  ])('fails when the browser brings back no sign-in: %s', async (_what, cookie) => {
    const response = await get('/api/public/callback?code=good-none&state=state-1', cookie);
    expect(went(response)).toEqual(trouble('sign_in_failed'));
    expect(cookiesOf(response)['__Host-session']).toBeUndefined();
  });

  it('fails when an answer comes a second time', async () => {
    const [cookie, code] = [await begin(), goodCode()];
    expect((await get(`/api/public/callback?code=${code}&state=state-1`, cookie)).headers.get('location')).toBe(
      '/?signed-in=1',
    );
    expect(went(await get(`/api/public/callback?code=${code}&state=state-1`, cookie))).toEqual(
      trouble('sign_in_failed'),
    );
  });

  it('says that the provider does not answer, on the way out and on the way back, and logs why', async () => {
    const cookie = await begin();
    world.identity.down = true;
    expect(went(await get('/api/public/login'))).toEqual(trouble('identity_unavailable'));

    expect(went(await get(`/api/public/callback?code=${goodCode()}&state=state-1`, cookie))).toEqual(
      trouble('identity_unavailable'),
    );
    const logged = world.lines.map((line) => JSON.parse(line));
    expect(logged.filter((line) => line.cause === 'TypeError')).toHaveLength(2);
    expect(logged.filter((line) => line.problem === 'identity_unavailable' && line.level === 'error')).toHaveLength(2);
  });

  it('explains a failure in the language of the page the sign-in was begun from', async () => {
    world.identity.down = true;
    const response = await get('/api/public/login?return=/en/progress/');
    expect(went(response)).toEqual([302, '/en/me/?problem=identity_unavailable']);
  });

  it('signs out here also when the provider does not answer, has no such page, or nobody was signed in', async () => {
    const cookie = await signIn();
    world.identity.down = true;
    const out = await transport.send('/api/public/logout', post({}, { cookie }));
    expect(await out.json()).toEqual({ next: null });
    world.identity.down = false;
    world.identity.logout = undefined;
    expect(await (await transport.send('/api/public/logout', post({}))).json()).toEqual({ next: null });
    expect((await (await get('/api/public/me', cookie)).json()).actor.kind).toBe('guest');
  });
});
