import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../../functions/contract/headers.ts';
import { type FrontDoor, takePort } from '../../../functions/local/front-door.ts';
import { demoPeople } from '../../../functions/local/people.ts';
import { makeProvider } from '../../../functions/local/provider.ts';
import { makeProviderKeys } from '../../../functions/local/provider-keys.ts';
import { makeBrowser } from './browser.ts';

let door: FrontDoor;
let config: oidc.Configuration;
const [first, second] = demoPeople;

beforeAll(async () => {
  door = await takePort(0, expect.unreachable);
  door.open(
    makeProvider({ origin: door.origin, keys: makeProviderKeys(), people: demoPeople, warn: expect.unreachable }),
  );
  config = await discover('zhuren');
});
afterAll(() => door.close());

function discover(clientId: string): Promise<oidc.Configuration> {
  const options = { execute: [oidc.allowInsecureRequests] };
  return oidc.discovery(new URL(`${door.origin}/idp`), clientId, undefined, oidc.None(), options);
}

type Parameters = Record<string, string>;

/** An authorization request as the site makes it, with changes. */
async function beginning(changes: Parameters = {}) {
  const checks = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
  };
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${door.origin}/api/public/callback`,
    scope: 'openid profile',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...changes,
  });
  return { url: url.href, checks };
}

function to(answer: { headers: { location?: string | undefined } }): string {
  return answer.headers.location ?? '';
}

/** From the site's request to the address that the browser brings back. */
async function signIn(browser: ReturnType<typeof makeBrowser>, sub: string, changes: Parameters = {}) {
  const { url, checks } = await beginning(changes);
  const page = to(await browser.go(url));
  expect(page).toMatch(/^\/idp\/interaction\//);
  const chosen = await browser.go(page, { sub });
  const back = await browser.go(to(chosen));
  return { back, checks };
}

describe('signing in', () => {
  test('a demo person is who the id token names', async () => {
    const { back, checks } = await signIn(makeBrowser(door.origin), first?.sub ?? '');
    expect(to(back)).toMatch(`${door.origin}/api/public/callback?code=`);
    const tokens = await oidc.authorizationCodeGrant(config, new URL(to(back)), { ...checks, idTokenExpected: true });
    expect(tokens.claims()).toMatchObject({
      iss: `${door.origin}/idp`,
      aud: 'zhuren',
      sub: first?.sub,
      name: first?.name,
    });
  });

  test('a code is good once', async () => {
    const { back, checks } = await signIn(makeBrowser(door.origin), first?.sub ?? '');
    await oidc.authorizationCodeGrant(config, new URL(to(back)), checks);
    await expect(oidc.authorizationCodeGrant(config, new URL(to(back)), checks)).rejects.toThrow();
  });

  test('a code is worth nothing without its verifier', async () => {
    const { back, checks } = await signIn(makeBrowser(door.origin), first?.sub ?? '');
    const stolen = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
    await expect(oidc.authorizationCodeGrant(config, new URL(to(back)), stolen)).rejects.toThrow();
  });

  test('who is signed in at the provider is not asked again', async () => {
    const browser = makeBrowser(door.origin);
    await signIn(browser, first?.sub ?? '');
    const { url } = await beginning();
    expect(to(await browser.go(url))).toMatch('/api/public/callback?code=');
  });

  test('choosing another person meanwhile asks for one more press of a button, and then is that person', async () => {
    const browser = makeBrowser(door.origin);
    const tab = await beginning();
    const page = to(await browser.go(tab.url));
    await signIn(browser, first?.sub ?? '');
    const resume = to(await browser.go(page, { sub: second?.sub ?? '' }));
    const step = await browser.go(resume);
    expect(step.body).not.toContain('<script');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(step.body)?.[1] ?? '';
    const again = to(await browser.go(`${door.origin}/idp/session/end/confirm`, { xsrf, logout: 'yes' }));
    const back = await browser.go(again);
    const tokens = await oidc.authorizationCodeGrant(config, new URL(to(back)), {
      ...tab.checks,
      idTokenExpected: true,
    });
    expect(tokens.claims()?.sub).toBe(second?.sub);
  });

  test('who cancels goes back to the site with a refusal', async () => {
    const browser = makeBrowser(door.origin);
    const page = to(await browser.go((await beginning()).url));
    const back = await browser.go(to(await browser.go(page, { cancel: 'yes' })));
    expect(to(back)).toMatch('/api/public/callback?error=access_denied');
  });
});

describe('the login page', () => {
  test('offers every demo person, in Chinese, with the security headers and nothing inline', async () => {
    const browser = makeBrowser(door.origin);
    const answer = await browser.go(to(await browser.go((await beginning()).url)));
    expect(answer).toMatchObject({ status: 200, headers: { ...securityHeaders, 'cache-control': 'no-store' } });
    for (const { name, sub } of demoPeople) {
      expect(answer.body).toContain(name);
      expect(answer.body).toContain(`value="${sub}"`);
    }
    expect(answer.body).toContain('<html lang="zh-CN">');
    expect(answer.body).not.toMatch(/<script|<style|style=|onclick/);
  });

  test('its style is served', async () => {
    const answer = await makeBrowser(door.origin).go('/idp/style.css');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' } });
  });

  test.each([
    ['an unknown person', { sub: 'somebody' }, {}, 400],
    ['another origin', { sub: 'demo-trainer' }, { origin: 'https://evil.example' }, 403],
    ['a flood', { sub: 'x'.repeat(5000) }, {}, 413],
  ])('refuses %s', async (_what, form, headers, status) => {
    const browser = makeBrowser(door.origin);
    const page = to(await browser.go((await beginning()).url));
    expect((await browser.go(page, form, headers)).status).toBe(status);
  });

  test('a sign-in that this browser did not begin is not shown', async () => {
    const page = to(await makeBrowser(door.origin).go((await beginning()).url));
    const answer = await makeBrowser(door.origin).go(page);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('登录没有完成');
  });
});

describe('what is refused on a page, without sending the browser anywhere', () => {
  test.each([
    ['an unknown client', { client_id: 'stranger' }, 'invalid_client'],
    ['another redirect', { redirect_uri: 'https://evil.example/' }, 'invalid_redirect_uri'],
    ['another path of this site', { redirect_uri: 'http://127.0.0.1:1/api/public/callback' }, 'invalid_redirect_uri'],
  ])('%s', async (_what, changes, error) => {
    const answer = await makeBrowser(door.origin).go((await beginning(changes)).url);
    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers).toMatchObject(securityHeaders);
    expect(answer.body).toContain(error);
    expect(answer.body).not.toMatch(/<script|<style/);
  });

  test.each([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['plain PKCE', { code_challenge_method: 'plain' }],
    ['an implicit answer', { response_type: 'id_token' }],
  ])('%s is an error for the client', async (_what, changes) => {
    const answer = await makeBrowser(door.origin).go((await beginning(changes)).url);
    expect(to(answer)).toMatch(/error=(invalid_request|unsupported_response_type|unauthorized_client)/);
  });
});

describe('signing out', () => {
  const endSession = (changes: Parameters = {}) =>
    oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${door.origin}/`, client_id: 'zhuren', ...changes })
      .href;

  async function isAsked(browser: ReturnType<typeof makeBrowser>): Promise<boolean> {
    return to(await browser.go((await beginning()).url)).startsWith('/idp/interaction/');
  }

  test('from the site it is done at once, and the next sign-in asks who', async () => {
    const browser = makeBrowser(door.origin);
    await signIn(browser, first?.sub ?? '');
    const answer = await browser.go(endSession({ state: 's' }), undefined, { 'sec-fetch-site': 'same-origin' });
    expect(answer).toMatchObject({ status: 303, headers: { location: `${door.origin}/?state=s` } });
    expect(await isAsked(browser)).toBe(true);
  });

  test("from a stranger's link it asks first, with a plain button", async () => {
    const browser = makeBrowser(door.origin);
    await signIn(browser, first?.sub ?? '');
    const page = await browser.go(endSession(), undefined, { 'sec-fetch-site': 'cross-site' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('退出登录');
    expect(page.body).not.toMatch(/<script|<style/);
    expect(await isAsked(browser)).toBe(false);
    const again = await browser.go(endSession());
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    const done = await browser.go('/idp/session/end/confirm', { xsrf, logout: 'yes' });
    expect(to(done)).toBe(`${door.origin}/`);
    expect(await isAsked(browser)).toBe(true);
  });

  test('who is not signed in goes straight back', async () => {
    const answer = await makeBrowser(door.origin).go(endSession());
    expect(answer).toMatchObject({ status: 303, headers: { location: `${door.origin}/` } });
  });

  test('another address to go to afterwards is refused', async () => {
    const answer = await makeBrowser(door.origin).go(endSession({ post_logout_redirect_uri: 'https://evil.example/' }));
    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('location');
  });
});

test('nothing else is open: no registration, no introspection, no other grant', async () => {
  const browser = makeBrowser(door.origin);
  for (const path of ['/idp/reg', '/idp/token/introspection', '/idp/device', '/idp/request', '/idp/nothing']) {
    expect((await browser.go(path)).status).toBe(404);
  }
  const answer = await browser.go('/idp/token', { client_id: 'zhuren', grant_type: 'client_credentials' });
  expect(answer.status).toBe(400);
  expect(answer.headers).toMatchObject(securityHeaders);
});
