import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { grantRole } from '../../../functions/app/grants.ts';
import { identify } from '../../../functions/app/sessions.ts';
import { checkChain } from '../../../functions/domain/audit/chain.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { batchOf } from '../../support/builders.ts';
import {
  anotherSession,
  type Cutter,
  cutter,
  dumped,
  enrol,
  type Oneself,
  PHONE_IN_REPORT,
} from '../../support/oneself.ts';
import { giveRole, settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

const UNIT = '31';
const TODAY = '2026-03-01';
let world: World;
let cuts: Cutter;
let people = 0;

beforeAll(async () => {
  world = await openWorld('file');
  await settle(world);
  cuts = cutter(world);
}, 60_000);
afterAll(() => world.test.close());

function somebody(): Promise<Oneself> {
  people += 1;
  return enrol(world, UNIT, people);
}

function remove({ person, token }: SignedIn, version: number, deps = world.deps) {
  const input = { params: { person }, query: undefined, body: { version } };
  return deleteSelf(deps)({ kind: 'person', person, grants: [] }, input, token);
}

/** The world as it is while another device of somebody goes on sending. */
function busy({ person }: SignedIn) {
  const { store } = world.deps;
  const close: typeof store.accounts.close = async (...all) => {
    const done = await store.accounts.close(...all);
    await store.batches.put(person, batchOf('device-late', 1));
    return done;
  };
  return { ...world.deps, store: { ...store, accounts: { ...store.accounts, close } } };
}

async function isSignedIn({ token }: SignedIn): Promise<boolean> {
  return (await identify(world.deps)(token)).actor.kind === 'person';
}

/** Items by which a person is found. */
const LEADS_TO = /"PK":"(HASH|IDENTITY|SESSION|CLAIM)#/;

/** What of somebody can still be found in the table. */
async function residue(me: Oneself): Promise<string[]> {
  const text = await dumped(world);
  const { person, subject, name, phone, idNumber, certificate, basis, email } = me;
  const masks = [`${phone.slice(0, 3)}****${phone.slice(7)}`, `${idNumber.slice(0, 6)}********${idNumber.slice(14)}`];
  const journal = `JOURNAL#${person}`;
  const notes = [`"PK":"PERSON#${person}","SK":"REPORT#`];
  const all = [subject, name, phone, idNumber, certificate, basis, email, ...masks, journal, ...notes];
  const leading = text.split('\n').filter((line) => LEADS_TO.test(line) && line.includes(person));
  return [...all.filter((one) => text.includes(one)), ...leading];
}

async function liveGrants({ person }: Oneself) {
  const grants = await world.deps.store.grants.ofPerson(person);
  return grants.filter(({ from, to }) => to === undefined || (to > TODAY && to > from));
}

describe('deleting an account', () => {
  it('leaves nothing that says who it was, and all that is counted', async () => {
    const me = await somebody();
    const other = await anotherSession(world, me.person);
    expect(await remove(me, 4)).toEqual({ deleted: true });
    expect(await residue(me)).toEqual([]);
    expect(await world.deps.store.people.get(me.person)).toEqual({
      id: me.person,
      name: '已注销',
      createdAt: world.deps.now(),
      changedAt: world.deps.now(),
      deletedAt: world.deps.now(),
      education: 'college',
      isSocialWorkMajor: true,
      employments: [{ unit: UNIT, post: 'social-worker', established: true, from: '2021-01-01' }],
      certificates: [{ level: 'junior', number: '', issued: '2022-01-01', registered: '2022-02-01' }],
      pools: [{ pool: 'talent', from: '2023-02-01', selection: { day: '2023-01-01', by: UNIT, basis: '' } }],
      version: 5,
    });
    expect(await liveGrants(me)).toEqual([]);
    expect([await isSignedIn(me), await isSignedIn(other)]).toEqual([false, false]);
  });

  it('keeps reports as facts about their question, with numbers masked', async () => {
    const me = await somebody();
    await remove(me, 4);
    const reports = (await dumped(world)).split('\n').filter((line) => line.includes(`"SK":"REPORT#${me.person}#`));
    expect(reports).toHaveLength(2);
    expect(reports.join()).toContain('选项重复');
    expect(reports.join()).toContain('请回电 136****5678');
    expect(reports.join()).not.toContain(PHONE_IN_REPORT);
  });

  it('leaves a line that says so at the unit, one for each role that ends, and a whole chain', async () => {
    const me = await somebody();
    await remove(me, 4);
    const { lines } = await world.deps.store.audit.list(UNIT, { limit: 3 });
    expect(lines.map(({ action, thing, actor }) => [action, thing.type, actor])).toEqual([
      ['endRole', 'grant', { kind: 'person', person: me.person }],
      ['endRole', 'grant', { kind: 'person', person: me.person }],
      ['deleteSelf', 'person', { kind: 'person', person: me.person }],
    ]);
    expect(lines[2]).not.toHaveProperty('before');
    const all = [];
    for await (const one of world.deps.store.audit.all(UNIT)) all.push(one);
    expect(checkChain(all, { to: await world.deps.store.audit.head(UNIT) }, sha256)).toEqual({ ok: true });
  });

  it('takes away what came in while it was under way', async () => {
    const me = await somebody();
    await remove(me, 4, busy(me));
    expect(await residue(me)).toEqual([]);
  });

  it('ends more roles than one transaction takes', async () => {
    const me = await somebody();
    const roles = ['candidate', 'worker', 'trainer', 'bureau-reader', 'auditor', 'unit-manager'] as const;
    for (const unit of ['11', '21', '211']) {
      for (const role of roles) await giveRole(world, { person: me.person, unit, role });
    }
    await remove(me, 4);
    expect(await liveGrants(me)).toEqual([]);
  });

  it('is refused on a record that was changed since it was read, which is then as it was', async () => {
    const me = await somebody();
    await expect(remove(me, 3)).rejects.toMatchObject({ code: 'conflict' });
    expect(await world.deps.store.people.get(me.person)).toMatchObject({ name: me.name, version: 4 });
    expect((await world.deps.store.batches.list(me.person, new Map(), 10)).batches).toHaveLength(3);
    expect(await isSignedIn(me)).toBe(true);
  });

  it('gives the person no role any more, whoever is at it at the same time', async () => {
    const me = await somebody();
    await remove(me, 4);
    const grant = {
      id: 'late-grant',
      person: me.person,
      unit: UNIT,
      role: 'worker',
      from: TODAY,
      by: 'clerk',
    } as const;
    expect(await world.deps.store.grants.put(grant, [])).toBe('person-unknown');
    const operator = { unit: '11', role: 'operator', from: '2020-01-01', by: 'x' } as const;
    const actor = { kind: 'person', person: 'operator-of-tests', grants: [operator] } as const;
    const body = { unit: UNIT, role: 'worker', from: TODAY, why: '测试' } as const;
    const input = { params: { person: me.person }, query: undefined, body };
    await expect(grantRole(world.deps)(actor, input)).rejects.toMatchObject({ more: { reason: 'person-deleted' } });
  });
});

it('is done when it is cut off at any request, or is done by calling again', async () => {
  let wholeAtOnce = false;
  for (let request = 1; !wholeAtOnce; request += 1) wholeAtOnce = await survives(request);
}, 120_000);

/** Cuts a deletion off at a request, and repeats it if its session still lives. True when the cut lies past its end. */
async function survives(request: number): Promise<boolean> {
  const me = await somebody();
  for (let device = 2; device <= 4; device += 1) await anotherSession(world, me.person);
  cuts.plan(request);
  const failed = await remove(me, 4, busy(me)).then(
    () => undefined,
    (error: Error) => error,
  );
  const happened = cuts.happened();
  cuts.plan(0);
  if (failed !== undefined) expect(failed.message).toBe('cut off (injected)');
  if (await isSignedIn(me)) await remove(me, 4);
  expect([await residue(me), await liveGrants(me), await isSignedIn(me)], `request ${request}`).toEqual([
    [],
    [],
    false,
  ]);
  const heads = await world.deps.store.workers.list(UNIT, { day: TODAY, limit: 1000 });
  expect(heads.found.filter(({ person }) => person === me.person)).toHaveLength(1);
  return !happened && failed === undefined;
}
