import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PendingSignIn } from '../../../functions/app/deps.ts';
import { openIdentity } from '../../../functions/identity/oidc.ts';
import { openProvider, signInAt, type TestProvider } from '../../support/provider.ts';

const SOMEBODY = { sub: 'demo-candidate-new' };
let provider: TestProvider;

beforeAll(async () => {
  provider = await openProvider();
});
afterEach(() => {
  provider.instead.listener = undefined;
});
afterAll(async () => {
  expect(provider.faults).toEqual([]);
  await provider.close();
});

/** A sign-in that has come back from the provider, not yet redeemed. */
async function cameBack(choice: Record<string, string> = SOMEBODY) {
  const identity = openIdentity(provider.config);
  const { location, ...secrets } = await identity.begin();
  const pending: PendingSignIn = { ...secrets, returnTo: '/' };
  return { identity, pending, answer: await signInAt(location, choice) };
}

/** Everything is answered like this from now on. */
function answers(status: number, type: string, body: string): void {
  provider.instead.listener = (_request, response) => response.writeHead(status, { 'content-type': type }).end(body);
}

describe('going to the provider', () => {
  it('asks for a code with PKCE, a state and a nonce, and for no more than a name', async () => {
    const { location, state, nonce, verifier } = await openIdentity(provider.config).begin();
    const query = Object.fromEntries(new URL(location).searchParams);
    expect(query).toMatchObject({ client_id: 'zhuren', response_type: 'code', scope: 'openid profile', state, nonce });
    expect(query).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: `${provider.config.origin}/api/public/callback`,
    });
    expect(location).not.toContain(verifier);
  });

  it('takes new secrets each time', async () => {
    const identity = openIdentity(provider.config);
    const [one, other] = [await identity.begin(), await identity.begin()];
    for (const secret of ['state', 'nonce', 'verifier'] as const) {
      expect(one[secret]).not.toBe(other[secret]);
      expect(one[secret].length).toBeGreaterThanOrEqual(43);
    }
  });
});

describe('coming back', () => {
  it('proves who it is, by issuer, subject and name', async () => {
    const { identity, pending, answer } = await cameBack();
    const issuer = provider.config.issuer;
    expect(await identity.complete(answer, pending)).toEqual({
      issuer,
      subject: 'demo-candidate-new',
      name: '考生（演示·新用户）',
    });
  });

  it('pays attention to nothing of the address but its query', async () => {
    const { identity, pending, answer } = await cameBack();
    const elsewhere = new URL(`https://evil.example/x${answer.search}`);
    expect(await identity.complete(elsewhere, pending)).toMatchObject({ subject: 'demo-candidate-new' });
  });

  it.each<[string, Partial<PendingSignIn>]>([
    ['state', { state: 'another-state' }],
    ['nonce', { nonce: 'another-nonce' }],
    ['verifier', { verifier: 'x'.repeat(43) }],
  ])('is refused with another %s', async (_what, change) => {
    const { identity, pending, answer } = await cameBack();
    expect(await identity.complete(answer, { ...pending, ...change })).toBeUndefined();
  });

  it('is refused with a code that was used', async () => {
    const { identity, pending, answer } = await cameBack();
    await identity.complete(answer, pending);
    expect(await identity.complete(answer, pending)).toBeUndefined();
  });

  it.each([
    ['another code', (query: URLSearchParams) => query.set('code', 'another')],
    ['no code', (query: URLSearchParams) => query.delete('code')],
    ['no state', (query: URLSearchParams) => query.delete('state')],
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['two states', (query: URLSearchParams) => query.append('state', 'another')],
  ])('is refused with %s', async (_what, change) => {
    const { identity, pending, answer } = await cameBack();
    change(answer.searchParams);
    expect(await identity.complete(answer, pending)).toBeUndefined();
  });

  it('is refused when the person went away', async () => {
    const { identity, pending, answer } = await cameBack({ cancel: 'yes' });
    expect(answer.searchParams.get('error')).toBe('access_denied');
    expect(await identity.complete(answer, pending)).toBeUndefined();
  });
});

describe('a provider in trouble', () => {
  it('rejects the way out when nobody listens', async () => {
    const gone = openIdentity({ ...provider.config, issuer: 'http://127.0.0.1:9/idp' });
    await expect(gone.begin()).rejects.toThrow();
  });

  it.each([
    ['says 500', 500, 'application/json', '{"error":"server_error"}'],
    ['says 503 as a page', 503, 'text/html', '<h1>down</h1>'],
    ['says no JSON', 200, 'text/html', '<h1>hello</h1>'],
    ['says broken JSON', 200, 'application/json', '{'],
  ])('rejects the way back, and refuses nobody, when it %s', async (_what, status, type, body) => {
    const { identity, pending, answer } = await cameBack();
    answers(status, type, body);
    await expect(identity.complete(answer, pending)).rejects.toThrow();
  });

  it('rejects the way back when the line is cut', async () => {
    const { identity, pending, answer } = await cameBack();
    provider.instead.listener = (request) => request.socket.destroy();
    await expect(identity.complete(answer, pending)).rejects.toThrow();
  });

  it('is asked for its metadata again after a failure, and not after a success', async () => {
    const identity = openIdentity(provider.config);
    answers(500, 'text/plain', 'down');
    await expect(identity.begin()).rejects.toThrow();
    provider.instead.listener = undefined;
    await identity.begin();
    answers(500, 'text/plain', 'down');
    expect((await identity.begin()).location).toContain('/idp/auth');
  });

  it('is asked once by two sign-ins at once', async () => {
    let asked = 0;
    const metadata = await (await fetch(`${provider.config.issuer}/.well-known/openid-configuration`)).text();
    provider.instead.listener = (_request, response) => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(metadata);
    };
    const identity = openIdentity(provider.config);
    await Promise.all([identity.begin(), identity.begin()]);
    expect(asked).toBe(1);
  });
});

describe('the end of the provider’s own session', () => {
  it('is a page that leads back to this site', async () => {
    const next = new URL((await openIdentity(provider.config).endSession()) as string);
    expect(next.pathname).toMatch(/^\/idp\//);
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(`${provider.config.origin}/`);
    expect(next.searchParams.get('client_id')).toBe('zhuren');
  });

  it('is nowhere when the provider has no such page', async () => {
    const metadata = await (await fetch(`${provider.config.issuer}/.well-known/openid-configuration`)).json();
    answers(200, 'application/json', JSON.stringify({ ...metadata, end_session_endpoint: undefined }));
    expect(await openIdentity(provider.config).endSession()).toBeUndefined();
  });
});

it('is reached without TLS on this machine alone', async () => {
  const plain = openIdentity({ ...provider.config, issuer: 'http://id.example' });
  await expect(plain.begin()).rejects.toThrow('HTTPS');
});
