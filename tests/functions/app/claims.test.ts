import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSelf } from '../../../functions/app/account.ts';
import { acceptClaim, offerClaim } from '../../../functions/app/claims.ts';
import { addPerson } from '../../../functions/app/people.ts';
import { unmaskPerson } from '../../../functions/app/people-reading.ts';
import { completeSignIn, identify, me as whoAmI } from '../../../functions/app/sessions.ts';
import { batchOf } from '../../support/builders.ts';
import { anotherSession, type Cutter, cutter, practise } from '../../support/oneself.ts';
import { OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

const UNIT = '31';
const job = { post: 'grid-worker', established: false, from: '2025-01-01' } as const;
let world: World;
let cuts: Cutter;
let serial = 0;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  cuts = cutter(world);
}, 60_000);
afterAll(() => world.test.close());

/** A record that staff have made, and the code for it. */
async function offered(more: object = {}) {
  const body = { name: '丙丁', ...job, ...more };
  const { person } = await addPerson(world.deps)(OPERATOR, { params: { unit: UNIT }, query: undefined, body });
  return { person, ...(await offer(person)) };
}

function offer(person: string) {
  return offerClaim(world.deps)(OPERATOR, { params: { person }, query: undefined, body: {} });
}

function actorOf({ person }: SignedIn) {
  return { kind: 'person', person, grants: [] } as const;
}

function accept(who: SignedIn, code: string, deps = world.deps) {
  return acceptClaim(deps)(actorOf(who), { params: undefined, query: undefined, body: { code } }, who.token);
}

async function practised(): Promise<SignedIn> {
  const who = await world.signIn();
  await practise(world, who.person);
  return who;
}

async function isSignedIn({ token }: SignedIn): Promise<boolean> {
  return (await identify(world.deps)(token)).actor.kind === 'person';
}

/** Who comes out of a sign-in with the identity that the world gave somebody. */
async function signedInAgain({ person }: SignedIn): Promise<string | undefined> {
  serial += 1;
  world.identity.proves = { issuer: 'https://id.example', subject: person, name: '考生' };
  const answer = new URL(`https://zhuren.example/api/public/callback?code=good-${serial}&state=state-1`);
  const pending = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1', returnTo: '/' };
  const { token } = await completeSignIn(world.deps)(answer, pending);
  const { actor } = await identify(world.deps)(token);
  return actor.kind === 'person' ? actor.person : undefined;
}

const batchesOf = async (person: string) =>
  (await world.deps.store.batches.list(person, new Map(), 50)).batches.map(({ device, first }) => `${device} ${first}`);
const reportsOf = async (person: string) =>
  (await world.deps.store.reports.ofPerson(person)).map(({ id }) => id).sort();

describe('taking a record over', () => {
  it('makes whoever signs in next the person of the record, with their practice and reports', async () => {
    const [who, { person, code }] = [await practised(), await offered()];
    const other = await anotherSession(world, who.person);
    expect(await accept(who, code)).toEqual({ person, name: '丙丁' });
    expect([await isSignedIn(who), await isSignedIn(other)]).toEqual([false, false]);
    expect(await signedInAgain(who)).toBe(person);
    expect(await batchesOf(person)).toEqual(['device-a 1', 'device-a 3', 'device-b 1']);
    expect(await reportsOf(person)).toEqual(['report-1', 'report-2']);
    expect([await batchesOf(who.person), await reportsOf(who.person)]).toEqual([[], []]);
  });

  it('leaves of the old record that it is another one now, and nobody in it', async () => {
    const [who, { person, code }] = [await practised(), await offered()];
    await accept(who, code);
    const old = await world.deps.store.people.get(who.person);
    expect(old).toMatchObject({ name: '已注销', mergedInto: person });
    expect(old).not.toHaveProperty('identity');
    await expect(whoAmI(world.deps)(actorOf(who))).rejects.toMatchObject({ code: 'session_expired' });
    const [line] = (await world.deps.store.audit.list(UNIT, { limit: 1 })).lines;
    expect(line).toMatchObject({ action: 'acceptClaim', thing: { id: person }, after: { account: who.person } });
  });

  it('brings what one has said of oneself where the record says nothing', async () => {
    const kept = { phone: '13900000001', education: 'bachelor' };
    const [who, { person, code }] = [await world.signIn(), await offered(kept)];
    await says(who, { phone: '13900000002', idNumber: '11010119900307002X', education: 'college' });
    await accept(who, code);
    const claimed = await world.deps.store.people.get(person);
    expect(claimed).toMatchObject({
      phone: { masked: '139****0001' },
      idNumber: { masked: '110101********002X' },
      education: 'bachelor',
    });
    const { people } = world.deps.store;
    expect(await people.findByIdHash(claimed?.idNumber?.hash as string)).toBe(person);
    // The number that nobody has any more is free for whoever has it.
    await expect(offered({ phone: '13900000002' })).resolves.toMatchObject({ code: expect.any(String) });
    expect(await unmasked(person)).toBe('11010119900307002X');
  });

  it('is for whoever has no facts of their own', async () => {
    const [own, { code }] = [await offered(), await offered()];
    const who = await world.signIn();
    await accept(who, own.code);
    const again = await anotherSession(world, own.person);
    await expect(accept(again, code)).rejects.toMatchObject({ more: { reason: 'has-own-record' } });
    expect(await isSignedIn(again)).toBe(true);
  });

  it('loses no answer that another device sends meanwhile', async () => {
    const [who, { person, code }] = [await practised(), await offered()];
    const { store } = world.deps;
    const merge: typeof store.accounts.merge = async (...all) => {
      const done = await store.accounts.merge(...all);
      await store.batches.put(who.person, batchOf('device-c', 1));
      return done;
    };
    const deleteAll: typeof store.sessions.deleteAll = async (...all) => {
      await store.batches.put(who.person, batchOf('device-d', 1));
      return store.sessions.deleteAll(...all);
    };
    const busy = { ...store, accounts: { ...store.accounts, merge }, sessions: { ...store.sessions, deleteAll } };
    await accept(who, code, { ...world.deps, store: busy });
    expect(await batchesOf(person)).toEqual(['device-a 1', 'device-a 3', 'device-b 1', 'device-c 1', 'device-d 1']);
  });

  it('happens once, however many come at once', async () => {
    const { person, code } = await offered();
    const crowd = [await world.signIn(), await world.signIn(), await world.signIn()];
    const done = await Promise.allSettled(crowd.map((who) => accept(who, code)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const now = await Promise.all(
      crowd.map(async (who) => (await world.deps.store.people.get(who.person))?.mergedInto),
    );
    expect(now.filter((one) => one === person)).toHaveLength(1);
  });
});

describe('a code', () => {
  it('that is unknown leads nowhere, and nothing is copied for one that is spent, late or no longer the newest', async () => {
    const who = await practised();
    await expect(accept(who, 'secret-unknown')).rejects.toMatchObject({ code: 'not_found' });
    const older = await offered();
    await offer(older.person);
    await expect(accept(who, older.code)).rejects.toMatchObject({ more: { reason: 'spent' } });
    const late = await offered();
    const { now } = world.clock;
    world.clock.now = late.expiresAt;
    await expect(accept(who, late.code)).rejects.toMatchObject({ more: { reason: 'spent' } });
    world.clock.now = now;
    const taken = await offered();
    await accept(await world.signIn(), taken.code);
    await expect(accept(who, taken.code)).rejects.toMatchObject({ more: { reason: 'spent' } });
    for (const { person } of [older, late, taken]) expect(await batchesOf(person)).toEqual([]);
    expect(await batchesOf(who.person)).toHaveLength(3);
  });

  it('is good for fourteen days, kept as its hash, and made for nobody who signs in already', async () => {
    const { person, code, expiresAt } = await offered();
    expect(expiresAt).toBe('2026-03-15T04:00:00.000Z');
    const held = await world.deps.store.claims.get(await world.deps.digest(code));
    expect(held).toMatchObject({ person, isNewest: true });
    expect(JSON.stringify(held)).not.toContain(code);
    await accept(await world.signIn(), code);
    await expect(offer(person)).rejects.toMatchObject({ more: { reason: 'claimed-already' } });
  });
});

it('is done when it is cut off at any request, or is done by calling again', async () => {
  let wholeAtOnce = false;
  for (let request = 1; !wholeAtOnce; request += 1) wholeAtOnce = await survives(request);
}, 120_000);

/** Cuts a claim off at a request, and repeats it if its session still lives. True when the cut lies past its end. */
async function survives(request: number): Promise<boolean> {
  const [who, { person, code }] = [await practised(), await offered()];
  for (let device = 2; device <= 4; device += 1) await anotherSession(world, who.person);
  cuts.plan(request);
  const failed = await accept(who, code).then(
    () => undefined,
    (error: Error) => error,
  );
  const happened = cuts.happened();
  cuts.plan(0);
  if (failed !== undefined) expect(failed.message).toBe('cut off (injected)');
  if (await isSignedIn(who)) await accept(who, code);
  const live = await world.deps.store.sessions.ofPerson(who.person);
  const found = [await batchesOf(person), await reportsOf(person), await batchesOf(who.person), live];
  const wanted = [['device-a 1', 'device-a 3', 'device-b 1'], ['report-1', 'report-2'], [], []];
  expect(found, `request ${request}`).toEqual(wanted);
  expect(await signedInAgain(who)).toBe(person);
  return !happened && failed === undefined;
}

/** What somebody says of themselves, by changeSelf. */
async function says({ person }: SignedIn, correction: object): Promise<void> {
  const record = await world.deps.store.people.get(person);
  if (record === undefined) throw new Error('nobody is there');
  const body = { version: record.version, ...correction };
  await changeSelf(world.deps)({ kind: 'person', person, grants: [] }, { params: { person }, query: undefined, body });
}

async function unmasked(person: string): Promise<string> {
  const manager = { ...OPERATOR, grants: [{ ...OPERATOR.grants[0], role: 'bureau-manager' }] } as typeof OPERATOR;
  const input = { params: { person }, query: undefined, body: { field: 'idNumber', why: '核对' } } as const;
  return (await unmaskPerson(world.deps)(manager, input)).value;
}
