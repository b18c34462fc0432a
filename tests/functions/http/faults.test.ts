import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateEdge } from '../../../functions/http/candidate.ts';
import { publicEdge } from '../../../functions/http/public.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { awsError } from '../../support/table.ts';
import { post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

const SECRET = 'CANARY-secret';
let world: World;
let me: SignedIn;
let thrown: unknown;

beforeAll(async () => {
  world = await openWorld();
  me = await world.signIn();
});
beforeEach(() => {
  world.lines.length = 0;
});
afterAll(() => world.test.close());

/** Edges whose journal fails with whatever `thrown` is. */
function failing() {
  const fail = async () => {
    throw thrown;
  };
  const { store } = world.deps;
  const broken = {
    ...world.deps,
    store: { ...store, batches: { ...store.batches, put: fail, list: fail }, reports: { ...store.reports, put: fail } },
  };
  return { ...world, public: publicEdge(broken), candidate: candidateEdge(broken) };
}

const leaky = new Error(`first line ${SECRET}\n    at ${SECRET} (file:///${SECRET}.ts:1:2)\n    at last`, {
  cause: new TypeError(SECRET),
});
const changed = Object.assign(new Error(SECRET), { detail: SECRET });

describe.each(Object.keys(transports))('a fault of ours, %s', (how) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(failing());
  });
  afterAll(() => transport.close());

  const path = () => `/api/candidate/people/${me.person}/batches`;

  it.each<[string, unknown]>([
    ['an error with a secret in its message, its lines and its cause', leaky],
    ['an error with a secret in a field', changed],
    ['a text', SECRET],
    ['nothing', undefined],
    ['an object', { name: SECRET, message: SECRET }],
  ])('answers 500 and leaks nothing when %s is thrown', async (_what, value) => {
    thrown = value;
    for (const ask of [{ headers: me.headers }, post(batchOf('device-a', 1), me.headers)]) {
      const response = await transport.send(path(), ask);
      const text = await response.text();
      expect([response.status, text.includes('internal')]).toEqual([500, true]);
      expect(text + JSON.stringify([...response.headers])).not.toContain('CANARY');
    }
    expect(world.lines.join('\n')).not.toContain('CANARY');
    const logged = world.lines.map((line) => JSON.parse(line));
    expect(logged).toHaveLength(4);
    expect(logged.every((line) => line.level === 'error')).toBe(true);
    expect(new Set(logged.map((line) => line.requestId)).size, 'fault and request share the id').toBe(2);
  });

  it('says where it was thrown', async () => {
    thrown = leaky;
    await transport.send(path(), { headers: me.headers });
    const fault = world.lines.map((line) => JSON.parse(line)).find((line) => line.fault !== undefined);
    expect(fault).toMatchObject({ fault: 'Error', cause: 'TypeError' });
    expect(fault.frames[0]).toMatch(/faults\.test\.ts:\d+:\d+/);
  });

  it('is an answer that its own schema does not allow', async () => {
    const { store } = world.deps;
    const odd = { ...store, reports: { ...store.reports, put: async () => SECRET as 'new' } };
    const odds = { ...world, candidate: candidateEdge({ ...world.deps, store: odd }) };
    const own = await (transports[how] as (typeof transports)[string])(odds);
    const report = { id: 'report-1', version: 1, reason: 'key', text: '', at: NOON };
    const response = await own.send('/api/candidate/questions/jc-04-001/reports', post(report, me.headers));
    expect(await problemOf(response)).toBe('500 internal');
    await own.close();
  });

  it('takes the sign-in cookie back even when the way back fails', async () => {
    const { store } = world.deps;
    const people = { ...store.people, find: async () => Promise.reject(new Error(SECRET)) };
    const odds = { ...world, public: publicEdge({ ...world.deps, store: { ...store, people } }) };
    const own = await (transports[how] as (typeof transports)[string])(odds);
    const pending = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1', returnTo: '/' };
    const cookie = `__Host-sign-in=${btoa(JSON.stringify(pending))}`;
    const response = await own.send(`/api/public/callback?code=good-${how}&state=state-1`, { headers: { cookie } });
    expect(response.status).toBe(500);
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-sign-in=;.*Max-Age=0/)]);
    await own.close();
  });
});

describe.each(Object.keys(transports))('a busy table, %s', (how) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await (transports[how] as (typeof transports)[string])(world);
  });
  afterAll(() => transport.close());

  it('asks to come again shortly', async () => {
    world.test.fail(awsError('ThrottlingException'));
    const response = await transport.send(`/api/candidate/people/${me.person}/batches`, { headers: me.headers });
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await problemOf(response)).toBe('503 busy');
    world.test.fail(awsError('Error', { code: 'ECONNREFUSED' }));
    expect(await problemOf(await transport.send('/api/public/me', { headers: me.headers }))).toBe('503 busy');
    expect(world.lines.every((line) => JSON.parse(line).level === 'error')).toBe(true);
  });
});
