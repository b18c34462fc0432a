import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginSignIn, completeSignIn, identify, me, signOut } from '../../../functions/app/sessions.ts';
import { openWorld, type World } from '../../support/world.ts';

const PENDING = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1', returnTo: '/' };
let world: World;
let tries = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => {
  world.identity.down = false;
});
afterAll(() => world.test.close());

function goodAnswer(): URL {
  tries += 1;
  return new URL(`https://zhuren.example/api/public/callback?code=good-${tries}&state=state-1`);
}

async function signedInAs(subject: string) {
  world.identity.proves = { issuer: 'https://id.example', subject, name: `考生 ${subject}` };
  const { token } = await completeSignIn(world.deps)(goodAnswer(), PENDING);
  return { token, ...(await identify(world.deps)(token)) };
}

describe('a sign-in', () => {
  it('remembers where to return to, and keeps no secret in the table', async () => {
    world.test.spent();
    const { location, pending } = await beginSignIn(world.deps)('/practice/');
    expect(pending).toEqual({ ...PENDING, returnTo: '/practice/' });
    expect(location).not.toContain(pending.verifier);
    expect(world.test.spent().requests).toBe(0);
  });

  it('makes a person at the first time and finds them afterwards', async () => {
    const [first, second] = [await signedInAs('subject-a'), await signedInAs('subject-a')];
    expect(first.actor).toEqual(second.actor);
    expect((await signedInAs('subject-b')).actor).not.toEqual(first.actor);
  });

  it('makes one person of many first sign-ins at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => signedInAs('subject-crowd')));
    expect(new Set(all.map(({ actor }) => JSON.stringify(actor))).size).toBe(1);
    expect(new Set(all.map(({ token }) => token)).size).toBe(6);
  });

  it.each([
    ['refused', 'sign_in_failed', false],
    ['not to be completed now', 'identity_unavailable', true],
  ])('that is %s is the problem %s, and leaves no session', async (_what, code, down) => {
    world.identity.down = down;
    const bad = new URL('https://zhuren.example/api/public/callback?code=bad&state=state-1');
    await expect(completeSignIn(world.deps)(bad, PENDING)).rejects.toMatchObject({ name: 'Problem', code });
  });

  it('that cannot begin keeps its cause for the log', async () => {
    world.identity.down = true;
    await expect(beginSignIn(world.deps)('/')).rejects.toMatchObject({
      code: 'identity_unavailable',
      cause: expect.any(TypeError),
    });
  });

  it('is a fault when an identity is taken but leads to nobody', async () => {
    const people = { ...world.deps.store.people, find: async () => undefined, add: async () => false };
    const deps = { ...world.deps, store: { ...world.deps.store, people } };
    await expect(completeSignIn(deps)(goodAnswer(), PENDING)).rejects.toThrow('leads to nobody');
  });
});

describe('a session', () => {
  it('lasts thirty days to the millisecond, used or not', async () => {
    const { token } = await signedInAs('subject-days');
    world.pass(30);
    const end = world.clock.now;
    world.clock.now = end.replace('04:00:00.000', '03:59:59.999');
    expect((await identify(world.deps)(token)).actor.kind).toBe('person');
    world.clock.now = end;
    expect(await identify(world.deps)(token)).toEqual({ actor: { kind: 'guest' }, stale: true });
    world.pass(-30);
  });

  it('is under the hash of its token: the token itself opens nothing in the table', async () => {
    const { token } = await signedInAs('subject-hash');
    expect(await world.deps.store.sessions.get(token)).toBeUndefined();
    expect(await identify(world.deps)(await world.deps.digest(token))).toMatchObject({ stale: true });
  });

  it('ends at once when its person signs out, and no other with it', async () => {
    const [one, other] = [await signedInAs('subject-out'), await signedInAs('subject-out')];
    expect(await signOut(world.deps)(one.token)).toEqual({ next: 'https://id.example/logout' });
    expect(await identify(world.deps)(one.token)).toMatchObject({ stale: true });
    expect((await identify(world.deps)(other.token)).actor.kind).toBe('person');
  });

  it('is none without a token', async () => {
    expect(await identify(world.deps)(undefined)).toEqual({ actor: { kind: 'guest' }, stale: false });
    expect(await signOut(world.deps)(undefined)).toEqual({ next: 'https://id.example/logout' });
  });
});

it('says who one is', async () => {
  const { actor } = await signedInAs('subject-me');
  expect(await me(world.deps)(actor)).toEqual({
    actor: { kind: 'person', person: actor.kind === 'person' && actor.person, name: '考生 subject-me' },
    now: world.clock.now,
  });
  await expect(me(world.deps)({ kind: 'person', person: 'person-gone', grants: [] })).rejects.toMatchObject({
    code: 'session_expired',
  });
});
