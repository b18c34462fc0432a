import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logFault } from '../../../functions/http/log.ts';
import { post, type Transport, transports } from '../../support/transports.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
let me: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  me = await world.signIn();
});
beforeEach(() => {
  world.lines.length = 0;
});
afterAll(() => world.test.close());

describe.each(Object.keys(transports))('the log, %s', (how) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(world);
  });
  afterAll(() => transport.close());

  const logged = () => world.lines.map((line) => JSON.parse(line));

  it('holds one line a request, with exactly these fields', async () => {
    const response = await transport.send('/api/public/me');
    expect(logged()).toEqual([
      {
        level: 'info',
        requestId: response.headers.get('x-request-id'),
        audience: 'public',
        method: 'GET',
        route: 'me',
        status: 200,
        ms: 0,
      },
    ]);
  });

  it('names the problem, and the route never by its path', async () => {
    await transport.send(`/api/candidate/people/${me.person}/batches`);
    await transport.send('/api/candidate/CANARY');
    expect(logged()).toMatchObject([
      { route: 'listBatches', status: 401, problem: 'not_signed_in', level: 'info' },
      { route: 'unknown', status: 404, problem: 'not_found', level: 'info' },
    ]);
  });

  it('holds nothing of a person: no id, token, note, query, path or sent name', async () => {
    const note = { kind: 'note', at: world.clock.now, question: 'canary-question', text: 'CANARY-note' };
    const batch = { device: 'CANARY-device', first: 1, entries: [note] };
    const path = `/api/candidate/people/${me.person}/batches`;
    const cookie = '__Host-session=CANARY-token';
    const json = { origin: 'https://CANARY.example', 'user-agent': 'CANARY', 'x-forwarded-for': 'CANARY' };
    await transport.send(path, post(batch, me.headers));
    await transport.send(path, post({ ...batch, 'CANARY-field': 'CANARY' }, me.headers));
    await transport.send(path, { ...post(batch, me.headers), body: '{"CANARY' });
    await transport.send(path, post(batch, json));
    await transport.send(`${path}?known=CANARY`, { headers: me.headers });
    await transport.send(`${path}?known=CANARY-device.1`, { headers: { ...me.headers, cookie } });
    await transport.send('/api/candidate/people/CANARY-person/batches', { headers: me.headers });
    await transport.send('/api/public/login?return=/CANARY');
    await transport.send('/api/public/callback?code=CANARY&state=CANARY&error=CANARY', { headers: { cookie } });
    expect(logged()).toHaveLength(9);
    const all = world.lines.join('\n');
    expect(all).not.toMatch(/CANARY|canary/);
    expect(all).not.toContain(me.person);
    expect(all).not.toContain(me.token);
    expect(all).not.toContain('/api/');
  });
});

describe('a fault in the log', () => {
  function linesOf(fault: unknown): string {
    const lines: string[] = [];
    logFault((line) => lines.push(line), 'id-1', fault);
    return lines.join('\n');
  }

  it('is one line of JSON with at most eight places', () => {
    const deep = new Error('x');
    deep.stack = `Error: x\n${Array.from({ length: 20 }, (_, i) => `    at f${i} (file:///a.ts:${i}:1)`).join('\n')}`;
    const { frames, ...rest } = JSON.parse(linesOf(deep));
    expect(rest).toEqual({ level: 'error', requestId: 'id-1', fault: 'Error' });
    expect(frames).toHaveLength(8);
  });

  it('leaves out a message that was changed after the throw', () => {
    const fault = new Error('CANARY at the throw');
    fault.message = 'changed';
    expect(linesOf(fault)).not.toContain('CANARY');
  });

  it.each([undefined, null, 'CANARY', 7, { stack: 'CANARY' }])('is said without its content when it is %j', (fault) => {
    expect(JSON.parse(linesOf(fault))).toMatchObject({ fault: 'Error', requestId: 'id-1' });
    expect(linesOf(fault)).not.toContain('CANARY');
  });
});
