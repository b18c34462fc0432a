import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyStaff } from '../../../functions/app/access.ts';
import { type Beginning, bootstrap, PLATFORM } from '../../../functions/app/bootstrap.ts';
import { endRole } from '../../../functions/app/grants.ts';
import { openUnit } from '../../../functions/app/units.ts';
import { checkChain } from '../../../functions/domain/audit/chain.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

const FROM = '2026-01-05';

let world: World;
let first: SignedIn;
let second: SignedIn;

beforeAll(async () => {
  world = await openWorld();
  [first, second] = [await world.signIn(), await world.signIn()];
});
afterAll(() => world.test.close());

function beginning({ person }: { person: string }): Beginning {
  return { person, name: '平台运维', division: '100000', from: FROM };
}

async function actorOf({ token }: SignedIn) {
  return (await identifyStaff(world.deps)(token)).actor;
}

const body = {
  kind: 'bureau',
  division: '360000',
  name: '江西省主管部门',
  parent: null,
  day: FROM,
  why: '开办',
} as const;
const root = { params: undefined, query: undefined, body };

describe('the first operator', () => {
  it('must be somebody who is there', async () => {
    await expect(bootstrap(world.deps)(beginning({ person: 'nobody-at-all' }))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await world.deps.store.units.get(PLATFORM)).toBeUndefined();
  });

  it('is one of those who begin at once, and may then do what operators do', async () => {
    const done = await Promise.allSettled([first, second].map((one) => bootstrap(world.deps)(beginning(one))));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    if (done[0]?.status === 'rejected') [first, second] = [second, first];
    await expect(openUnit(world.deps)(await actorOf(first), root)).resolves.toMatchObject({ version: 1 });
    await expect(openUnit(world.deps)(await actorOf(second), root)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('heads a unit that stands in no other tree', async () => {
    const platform = await world.deps.store.units.get(PLATFORM);
    expect(platform).toMatchObject({ parents: [{ from: FROM, value: null }], version: 1 });
    expect(platform?.posts).toEqual([{ post: 'head', person: first.person, from: FROM }]);
  });

  it('is made once: again changes nothing, and for somebody else it is a conflict', async () => {
    await bootstrap(world.deps)(beginning(first));
    await expect(bootstrap(world.deps)(beginning(second))).rejects.toMatchObject({ code: 'conflict' });
    expect(await world.deps.store.grants.ofPerson(first.person)).toHaveLength(1);
    expect(await world.deps.store.grants.ofPerson(second.person)).toEqual([]);
  });

  it('is made whole by a second attempt when the first was cut off before the role', async () => {
    const other = await openWorld();
    const somebody = await other.signIn();
    const { grants } = other.deps.store;
    const put = () => Promise.reject(new Error('cut off'));
    const cut = { ...other.deps, store: { ...other.deps.store, grants: { ...grants, put } } };
    await expect(bootstrap(cut)(beginning(somebody))).rejects.toThrow('cut off');
    await bootstrap(other.deps)(beginning(somebody));
    expect(await grants.ofPerson(somebody.person)).toMatchObject([{ role: 'operator', unit: PLATFORM }]);
    await other.test.close();
  });

  it('leaves its lines in the audit', async () => {
    const { audit } = world.deps.store;
    const { lines } = await audit.list(PLATFORM, { limit: 10 });
    expect(lines.map(({ action }) => action)).toEqual(['grantRole', 'open']);
    expect(lines.every(({ actor }) => actor.kind === 'system')).toBe(true);
    expect(checkChain(lines.toReversed(), { to: await audit.head(PLATFORM) }, sha256)).toEqual({ ok: true });
  });

  it('whose role was ended does not come back by it', async () => {
    const [grant] = await world.deps.store.grants.ofPerson(first.person);
    const params = { person: first.person, grant: grant?.id ?? '' };
    const input = { params, query: undefined, body: { day: '2026-03-01', why: '卸任' } };
    await endRole(world.deps)(await actorOf(first), input);
    await bootstrap(world.deps)(beginning(first));
    expect(await actorOf(first)).toMatchObject({ grants: [] });
  });
});
