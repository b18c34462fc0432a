import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '../../../functions/contract/headers.ts';
import { type FrontDoor, portOf, takePort } from '../../../functions/local/front-door.ts';
import { ask } from './ask.ts';

let door: FrontDoor;
let port: number;
const warnings: string[] = [];

beforeAll(async () => {
  door = await takePort(0, (line) => warnings.push(line));
  port = Number(new URL(door.origin).port);
  door.open((request, response) => {
    if (request.url === '/broken') throw new Error('broken on purpose');
    if (request.url === '/stripped') for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.end('here');
  });
});
afterAll(() => door.close());

/** Everything the server says to raw bytes, until it hangs up. */
async function say(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
}

describe('the address', () => {
  test.each([
    { what: 'the right one', method: 'GET', host: () => `127.0.0.1:${port}`, status: 200 },
    { what: 'localhost', method: 'GET', host: () => `localhost:${port}`, status: 307 },
    { what: 'localhost, HEAD', method: 'HEAD', host: () => `localhost:${port}`, status: 307 },
    { what: 'another name', method: 'GET', host: () => 'evil.example', status: 307 },
    { what: 'another name, writing', method: 'POST', host: () => 'evil.example', status: 421 },
    { what: 'localhost, writing', method: 'DELETE', host: () => `localhost:${port}`, status: 421 },
    { what: 'no port', method: 'GET', host: () => '127.0.0.1', status: 307 },
  ])('$what is answered $status', async ({ method, host, status }) => {
    const answer = await ask(door.origin, { path: '/a?b=c', method, headers: { host: host() } });
    expect(answer.status).toBe(status);
    if (status === 307) expect(answer.headers.location).toBe(`${door.origin}/a?b=c`);
  });

  test('an absolute target is refused', async () => {
    const answer = await say(
      `GET http://evil.example/ HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a request that names no host is sent to the right one', async () => {
    expect(await say('GET /x HTTP/1.1\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 307 /);
  });
});

describe('every answer carries the security headers', () => {
  test.each(['/', '/broken', '/stripped'])('%s', async (path) => {
    expect((await ask(door.origin, { path })).headers).toMatchObject(securityHeaders);
  });

  test('to another host', async () => {
    expect((await ask(door.origin, { headers: { host: 'x' } })).headers).toMatchObject(securityHeaders);
  });

  test.each([
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['an expectation', 'POST / HTTP/1.1\r\nhost: x\r\nexpect: cake\r\nconnection: close\r\n\r\n', 421],
  ])('to %s', async (_what, bytes, status) => {
    const answer = await say(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
    }
  });
});

test('a handler that breaks off answers 500 and tells nothing', async () => {
  const answer = await ask(door.origin, { path: '/broken' });
  expect(answer).toMatchObject({ status: 500, body: '' });
  expect(warnings.at(-1)).toBe('request failed: broken on purpose');
});

test('a request that comes before the door is open waits for it', async () => {
  const early = await takePort(0, expect.unreachable);
  const answer = ask(early.origin, {});
  early.open((_request, response) => void response.end('late but well'));
  expect((await answer).body).toBe('late but well');
  await early.close();
});

test('a port in use is one sentence that names it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port: taken } = other.address() as { port: number };
  await expect(takePort(taken, expect.unreachable)).rejects.toThrow(`端口 ${taken} 已被占用`);
  other.close();
});

test.each([
  [undefined, 8080],
  ['', 8080],
  ['0', 0],
  ['65535', 65_535],
])('PORT=%s is %s', (text, port) => {
  expect(portOf(text)).toBe(port);
});

test.each(['65536', '-1', '80a', '1e3', ' 80'])('PORT=%s is refused', (text) => {
  expect(() => portOf(text)).toThrow('PORT must be a number');
});
