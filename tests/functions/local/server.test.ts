import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheControl, securityHeaders } from '../../../functions/contract/headers.ts';
import type { App } from '../../../functions/local/apps.ts';
import { type FrontDoor, takePort } from '../../../functions/local/front-door.ts';
import { makeServer } from '../../../functions/local/server.ts';
import { ask } from './ask.ts';
import { scratchFolder } from './scratch.ts';

const folder = scratchFolder();
const siteFolder = join(folder, 'site');
const LONG = `<!doctype html><title>练习</title>${'一道题。'.repeat(400)}`;

const files: Record<string, string> = {
  'index.html': '<!doctype html>home',
  '404.html': '<!doctype html>missing',
  'practice/index.html': LONG,
  '_astro/app.123.js': 'export const a = 1;',
  'packs/abc.json': `{"pad":"${'x'.repeat(2000)}"}`,
  'icon.svg': '<svg/>',
  'app.webmanifest': '{}',
  'data.unknown': 'bytes',
  'empty/readme.txt': 'no index here',
  '.hidden': 'hidden',
};

const fake: App = {
  async fetch(request) {
    const url = new URL(request.url);
    if (url.pathname.endsWith('/broken')) throw new Error('secret detail');
    const body = request.method === 'POST' ? await request.text() : '';
    return Response.json({ url: request.url, body }, { headers: { 'set-cookie': 'a=b', 'x-from': 'app' } });
  },
};

let door: FrontDoor;

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(siteFolder, name, '..'), { recursive: true });
    writeFileSync(join(siteFolder, name), text);
  }
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(siteFolder, 'link.txt'));
  door = await takePort(0, expect.unreachable);
  door.open(
    makeServer({
      apps: new Map([['public', fake]]),
      provider: (request, response) => void response.end(`provider ${request.url}`),
      siteFolder,
      newId: () => 'request-1',
    }),
  );
});
afterAll(() => door.close());

describe('the site', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/?from=x', 200, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/practice/', 200, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/_astro/app.123.js', 200, 'text/javascript; charset=utf-8', cacheControl.immutable],
    ['/packs/abc.json', 200, 'application/json; charset=utf-8', cacheControl.immutable],
    ['/icon.svg', 200, 'image/svg+xml; charset=utf-8', cacheControl.revalidated],
    ['/app.webmanifest', 200, 'application/manifest+json; charset=utf-8', cacheControl.revalidated],
    ['/data.unknown', 200, 'application/octet-stream', cacheControl.revalidated],
    ['/nothing', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/packs/nothing.json', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/empty/', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/empty', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/icon.svg/', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/link.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/.hidden', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/../secret.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/%2e%2e/secret.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/..%2fsecret.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['/..%5csecret.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
    ['//secret.txt', 404, 'text/html; charset=utf-8', cacheControl.revalidated],
  ])('%s is %i, %s, %s', async (path, status, type, caching) => {
    const answer = await ask(door.origin, { path });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['cache-control']).toBe(caching);
    expect(answer.headers).toMatchObject(securityHeaders);
    expect(answer.body).not.toContain('secret');
    if (status === 404) expect(answer.body).toBe(files['404.html']);
  });

  test('a folder without its slash is sent on, its question kept', async () => {
    const answer = await ask(door.origin, { path: '/practice?level=junior' });
    expect(answer).toMatchObject({ status: 308, headers: { location: '/practice/?level=junior' } });
  });

  test.each(['/', '/practice/', '/nothing'])('HEAD %s has the headers of GET and no body', async (path) => {
    const [get, head] = await Promise.all([ask(door.origin, { path }), ask(door.origin, { path, method: 'HEAD' })]);
    expect(head.body).toBe('');
    expect(head.status).toBe(get.status);
    for (const name of ['content-length', 'content-type', 'etag', 'cache-control']) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
  });

  test('what a browser has already is not sent again', async () => {
    const { etag = '' } = (await ask(door.origin, { path: '/practice/' })).headers;
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await ask(door.origin, { path: '/practice/', headers: { 'if-none-match': tag } });
      expect(answer).toMatchObject({ status: 304, body: '', headers: { etag } });
      expect(answer.headers).toMatchObject(securityHeaders);
    }
    expect((await ask(door.origin, { path: '/practice/', headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('a changed file is sent anew', async () => {
    writeFileSync(join(siteFolder, 'changing.html'), 'before');
    const before = await ask(door.origin, { path: '/changing.html' });
    writeFileSync(join(siteFolder, 'changing.html'), 'afterwards');
    const headers = { 'if-none-match': before.headers.etag };
    expect(await ask(door.origin, { path: '/changing.html', headers })).toMatchObject({
      status: 200,
      body: 'afterwards',
    });
  });

  test.each([
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
  ])('accept-encoding %s gives %s', async (accepted, encoding) => {
    const answer = await ask(door.origin, { path: '/practice/', headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('accept-encoding');
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes }[encoding ?? 'none'];
    expect(unpack?.(answer.bytes).toString()).toBe(LONG);
  });

  test('each encoding has a tag of its own', async () => {
    const tags = ['br', 'gzip', ''].map(async (accepted) => {
      return (await ask(door.origin, { path: '/practice/', headers: { 'accept-encoding': accepted } })).headers.etag;
    });
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });

  test('a short file is not compressed', async () => {
    const answer = await ask(door.origin, { path: '/icon.svg', headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).not.toHaveProperty('content-encoding');
    expect(answer.body).toBe('<svg/>');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const answer = await ask(door.origin, { method });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(answer.headers).toMatchObject(securityHeaders);
  });
});

describe('the API', () => {
  test("a path of an audience goes to that audience's app, and comes back with the security headers", async () => {
    const answer = await ask(door.origin, { path: '/api/public/me?a=b' });
    expect(JSON.parse(answer.body)).toEqual({ url: `${door.origin}/api/public/me?a=b`, body: '' });
    expect(answer.headers).toMatchObject({ ...securityHeaders, 'set-cookie': ['a=b'], 'x-from': 'app' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a body reaches the app', async () => {
    const answer = await ask(door.origin, { path: '/api/public/logout', method: 'POST', body: '{"a":"题"}' });
    expect(JSON.parse(answer.body).body).toBe('{"a":"题"}');
  });

  test.each(['/api', '/api/', '/api/nobody/x', '/api/candidate/people', '/api/publicity'])(
    '%s is nowhere, and says so as a problem',
    async (path) => {
      const answer = await ask(door.origin, { path });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.headers).toMatchObject({ ...securityHeaders, 'cache-control': 'no-store' });
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'not_found', status: 404, instance: 'request-1' });
    },
  );

  test('an app that breaks off is a 500 that tells nothing', async () => {
    const answer = await ask(door.origin, { path: '/api/public/broken' });
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'internal', instance: 'request-1' });
    expect(answer.body).not.toContain('secret');
    expect(answer.headers).toMatchObject(securityHeaders);
  });
});

test.each(['/idp', '/idp/auth?x=y'])('%s goes to the provider', async (path) => {
  expect((await ask(door.origin, { path })).body).toBe(`provider ${path}`);
});

test('/idpx does not go to the provider', async () => {
  expect((await ask(door.origin, { path: '/idpx' })).status).toBe(404);
});
