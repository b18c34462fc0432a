import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf } from '../../support/builders.ts';
import { type Ask, JSON_HEADERS, post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { ORIGIN, openWorld, type SignedIn, type World } from '../../support/world.ts';

const GOOD = batchOf('device-a', 1);
let world: World;
let me: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  me = await world.signIn();
});
afterAll(() => world.test.close());

function stream(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

it('does not begin to read a body that says it is too large', async () => {
  let pulled = 0;
  const source = {
    pull() {
      pulled += 1;
    },
  };
  const body = new ReadableStream(source, { highWaterMark: 0 });
  const headers = { ...JSON_HEADERS, ...me.headers, 'content-length': '2000000' };
  const request = new Request(`${ORIGIN}/api/public/logout`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
  expect(await problemOf(await world.public.fetch(request))).toBe('413 body_too_large');
  expect(pulled).toBe(0);
});

describe.each(Object.keys(transports))('the edge, %s', (how) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(world);
  });
  afterAll(() => transport.close());

  const mine = () => `/api/candidate/people/${me.person}/batches`;
  const send = (path: string, ask?: Ask) => transport.send(path, ask);

  it.each(['/', '/api', '/api/public', '/api/public/', '/api/public/nothing', '/api/public/me/', '/api/candidate/x'])(
    'answers not_found to %s',
    async (path) => {
      expect(await problemOf(await send(path))).toBe('404 not_found');
    },
  );

  it.each([
    ['POST', '/api/public/me', 'GET, HEAD'],
    ['DELETE', '/api/public/me', 'GET, HEAD'],
    ['PUT', '/api/candidate/people/somebody/batches', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/candidate/people/somebody/batches', 'GET, HEAD, POST'],
    ['GET', '/api/public/logout', 'POST'],
    ['GET', '/api/candidate/questions/jc-04-001/reports', 'POST'],
  ])('answers method_not_allowed to %s %s and says which it takes', async (method, path, allow) => {
    const response = await send(path, { method, headers: { origin: ORIGIN } });
    expect(await problemOf(response)).toBe('405 method_not_allowed');
    expect(response.headers.get('allow')).toBe(allow);
  });

  it('answers HEAD as GET, without the body', async () => {
    const response = await send('/api/public/me', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect((await send('/api/public/nothing', { method: 'HEAD' })).status).toBe(404);
    const wrong = await send('/api/public/logout', { method: 'HEAD' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['a sandboxed page', 'null'],
    ['a site that begins alike', `${ORIGIN}.evil.example`],
    ['this site without its lock', ORIGIN.replace('https', 'http')],
    ['this site on another port', `${ORIGIN}:8443`],
    ['nowhere said', undefined],
  ])('refuses a write from %s, before anything is read', async (_where, origin) => {
    const { origin: _, ...headers } = { ...JSON_HEADERS, ...me.headers };
    const from = origin === undefined ? headers : { ...headers, origin };
    world.test.spent();
    expect(await problemOf(await send(mine(), { method: 'POST', headers: from, body: 'not json' }))).toBe(
      '403 foreign_origin',
    );
    expect(await problemOf(await send('/api/public/logout', { method: 'POST', headers: from }))).toBe(
      '403 foreign_origin',
    );
    expect(world.test.spent().requests).toBe(0);
  });

  it('answers a read from anywhere: the cookie does not come along from another site’s script', async () => {
    expect((await send('/api/public/me', { headers: { origin: 'https://evil.example' } })).status).toBe(200);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['a form with files', 'multipart/form-data; boundary=x'],
    ['text', 'text/plain'],
    ['text that says JSON', 'text/plain; application/json'],
    ['another JSON', 'application/json-seq'],
    ['a problem', 'application/problem+json'],
    ['nothing', ''],
  ])('refuses a body typed as %s', async (_what, type) => {
    const ask = { ...post(GOOD, me.headers), headers: { ...JSON_HEADERS, ...me.headers, 'content-type': type } };
    expect(await problemOf(await send(mine(), ask))).toBe('415 unsupported_media_type');
  });

  it('refuses a write without a body, whose type nobody said', async () => {
    expect(await problemOf(await send(mine(), { method: 'POST', headers: me.headers }))).toBe(
      '415 unsupported_media_type',
    );
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'takes a body typed as %s',
    async (type) => {
      const ask = post(GOOD, { ...me.headers, 'content-type': type });
      expect((await send(mine(), ask)).status).toBe(200);
    },
  );

  it.each([
    ['broken', '{"device":'],
    ['empty', ' '],
    ['followed by more', '{} {}'],
    ['no JSON', 'device=a'],
    ['nested without end', '['.repeat(200_000)],
  ])('answers malformed_json to a body that is %s', async (_what, body) => {
    const ask = { ...post(GOOD, me.headers), body };
    expect(await problemOf(await send(mine(), ask))).toBe('400 malformed_json');
  });

  it('answers malformed_json to bytes that are no UTF-8, also inside a string', async () => {
    const half = bytes(JSON.stringify(GOOD));
    half[half.indexOf('v'.charCodeAt(0))] = 0xff;
    const ask = { ...post(GOOD, me.headers), body: half };
    expect(await problemOf(await send(mine(), ask))).toBe('400 malformed_json');
  });

  it('takes a body in chunks, cut within a character', async () => {
    const note = { kind: 'note', at: GOOD.entries[0]?.at, question: 'jc-04-001', text: '助人自助' };
    const all = bytes(JSON.stringify({ device: `device-chunks-${how.length}`, first: 1, entries: [note] }));
    const cut = all.indexOf(0xe5) + 1;
    const body = stream(all.slice(0, cut), all.slice(cut));
    const response = await send(mine(), { ...post(GOOD, me.headers), body });
    expect([response.status, (await response.json()).stored]).toEqual([200, 'new']);
  });

  it('refuses a body of 2 MB that says so', async () => {
    const ask = { ...post(GOOD, me.headers), body: bytes(`{"a":"${'x'.repeat(2_000_000)}"}`) };
    expect(await problemOf(await send(mine(), ask))).toBe('413 body_too_large');
  });

  it('refuses a body of 2 MB that says it has ten bytes, as behind Lambda a sender may', async () => {
    const headers = { ...JSON_HEADERS, ...me.headers, 'content-length': '10' };
    const body = `{"a":"${'x'.repeat(2_000_000)}"}`;
    const request = new Request(`${ORIGIN}/api/public/logout`, { method: 'POST', headers, body });
    expect(await problemOf(await world.public.fetch(request))).toBe('413 body_too_large');
  });

  it('refuses a body of 2 MB that comes in chunks and says nothing', async () => {
    const body = stream(...Array.from({ length: 32 }, () => bytes('x'.repeat(65_536))));
    expect(await problemOf(await send(mine(), { ...post(GOOD, me.headers), body }))).toBe('413 body_too_large');
  });

  it('takes the largest body and not a byte more', async () => {
    const most = 256 * 1024;
    const padded = (size: number) => JSON.stringify(GOOD).padEnd(size, ' ');
    const ask = post(GOOD, me.headers);
    expect((await send(mine(), { ...ask, body: padded(most) })).status).toBe(200);
    expect((await send(mine(), { ...ask, body: padded(most + 1) })).status).toBe(413);
  });

  it.each<[string, object, { path: string }[]]>([
    ['an unknown field', { ...GOOD, extra: 1 }, [{ path: 'extra' }]],
    ['two unknown fields', { ...GOOD, one: 1, two: 2 }, [{ path: 'one' }, { path: 'two' }]],
    ['an unknown field deep inside', { ...GOOD, entries: [{ ...GOOD.entries[0], x: 1 }] }, [{ path: 'entries.0.x' }]],
    ['a missing field', { device: 'device-a', first: 1 }, [{ path: 'entries' }]],
    ['a field of another form', { ...GOOD, first: 'one' }, [{ path: 'first' }]],
    ['no entries', { ...GOOD, entries: [] }, [{ path: 'entries' }]],
    ['51 entries', batchOf('device-a', 1, 51), [{ path: 'entries' }]],
  ])('answers invalid_input to %s and names it', async (_what, body, errors) => {
    const response = await send(mine(), post(body, me.headers));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors });
  });

  it('names at most twenty invalid fields', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`field${i}`, i]));
    const response = await send(mine(), post({ ...GOOD, ...many }, me.headers));
    expect((await response.json()).errors).toHaveLength(20);
  });

  it('answers invalid_input to a query that the route does not know', async () => {
    const response = await send('/api/public/me?who=1');
    expect(await response.json()).toMatchObject({ code: 'invalid_input', errors: [{ path: 'who' }] });
  });

  it('pays no attention to a body that comes with a read', async () => {
    if (how !== 'through Lambda events') return expect(() => new Request(ORIGIN, { body: '{}' })).toThrow();
    expect((await send('/api/public/me', { body: '{}' })).status).toBe(200);
  });
});
