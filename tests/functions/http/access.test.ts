// The authorization matrix, asked of the real edges on the real engine. What is allowed goes past the right and is then refused by a rule or a
// stale version wherever it would change the world, so that each case meets the same one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodAndPath, type RouteName, routes } from '../../../functions/contract/routes.ts';
import { ROLES, type Role } from '../../../functions/domain/access/roles.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { giveRole, grantId, phoneOf, settle, signInAs, TENANTS, tenantsIn, workerId } from '../../support/tenants.ts';
import { type Ask, post, type Transport, transports } from '../../support/transports.ts';
import { ORIGIN, openWorld, type SignedIn, type World } from '../../support/world.ts';
import { expected, matrix, RELATIONS, type Relation, type Row, rowless } from './access-matrix.ts';

const names = Object.keys(routes) as RouteName[];

/** Everybody's role is at the county '21'; `nobody` is one digit past a unit that is. */
const UNIT: Record<Relation, string> = {
  own: '21',
  child: '31',
  parent: '11',
  sibling: '211',
  other: '2110',
  nobody: '2111',
};

/** What belongs to the county's own tenants. */
const OWN = ['21', '31', '311'];

const SPAN = { from: '2026-03-01', to: '2026-03-01', why: '测试' };
const CHANGE = { day: '2026-03-01', why: '测试', version: 99 };
const opening = { kind: 'agency', division: '360400', name: '新单位', parent: '21' };

/** What is sent for an act, for the unit of a relation. Versions are stale and spans empty: allowed, they are refused by a rule. */
const bodies: { [R in RouteName]?: (unit: string, act: string) => object } = {
  logout: () => ({}),
  addBatch: () => batchOf('device-a', 1),
  reportQuestion: () => ({ id: 'report-1', version: 1, reason: 'key', text: '', at: NOON }),
  openUnit: (unit) => ({ ...opening, parent: unit, day: '2019-01-01', why: '测试' }),
  changeUnit: (unit, act) => ({ kind: act, ...CHANGE, ...changes[act]?.(unit) }),
  addPerson: (_unit, act) => ({
    name: '新人',
    phone: phoneOf(act === 'known' ? '21' : '2110'),
    post: 'other',
    established: false,
    from: '2026-01-01',
  }),
  changePerson: (unit, act) =>
    act === 'employ' ? employing(unit) : { kind: act, name: '新名', why: '测试', version: 99 },
  transferPerson: () => ({ to: '21', day: '2026-03-02', why: '测试', version: 99 }),
  unmaskPerson: () => ({ field: 'phone', why: '核对' }),
  grantRole: (unit, act) => ({ unit, role: act, ...SPAN }),
  endRole: () => ({ day: '2020-01-01', why: '测试' }),
  changeSelf: () => ({ version: 99 }),
  deleteSelf: () => ({ version: 99 }),
  acceptClaim: () => ({ code: 'no-such-code' }),
  offerClaim: () => ({}),
  acceptInvitation: () => ({ code: 'no-such-code' }),
  // Over before it begins.
  invite: (_unit, act) => ({ role: act, until: '2026-01-01T00:00:00.000Z', uses: 1, why: '测试' }),
  importPeople: (unit, act) => ({ dry: true, day: '2026-03-01', rows: act === 'new' ? [rowOf(unit)] : taken(unit) }),
};

const rowOf = (unit: string) => ({ line: 1, unit, name: '新人', post: 'other' });

/** Rows with the numbers of everybody there is: those of foreigners say nothing. */
const taken = (unit: string) =>
  Object.keys(TENANTS).map((tenant, i) => ({ ...rowOf(unit), line: i + 1, phone: phoneOf(tenant) }));

const employing = (unit: string) => ({
  ...{ kind: 'employ', unit, post: 'other', established: false, day: '2026-03-01', why: '测试', version: 99 },
});

const changes: { [act: string]: (unit: string) => object } = {
  rename: () => ({ name: '新名' }),
  correct: () => ({ quota: 3 }),
  appoint: (unit) => ({ post: 'head', person: workerId(unit) }),
  relieve: (unit) => ({ post: 'head', person: workerId(unit) }),
  rectify: (unit) => ({ field: 'post', post: 'head', person: workerId(unit) }),
  move: () => ({ parent: '21' }),
  close: () => ({}),
  merge: () => ({ others: [], into: { opening } }),
  split: () => ({ into: [{ opening }, { opening }], children: [] }),
};

/** A code that nobody made is not there for anybody. */
const NOT_THERE: readonly RouteName[] = ['acceptInvitation', 'acceptClaim'];

/** How the routes of guests and candidates answer when they do: the rest of it is other tests' matter. */
const GRANTED = new Set([200, 302, 400, 409, 422]);

let world: World;
let transport: Transport;
const people = new Map<Role | 'none', SignedIn>();

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  transport = await (transports['in process'] as (typeof transports)[string])(world);
  for (const role of ROLES) people.set(role, await signInAs(world, role, '21'));
  people.set('none', await world.signIn());
}, 60_000);
afterAll(async () => {
  await transport.close();
  await world.test.close();
});

interface Case {
  name: RouteName;
  row: Row;
  relation: Relation;
}

async function answerTo({ name, row, relation }: Case, who: SignedIn | undefined) {
  const unit = UNIT[relation];
  const { method, path } = methodAndPath(name);
  const person = row.who === 'self' && relation === 'own' ? (who?.person ?? 'person-guest') : workerId(unit);
  const target = path
    .replace(':unit', unit)
    .replace(':person', person)
    .replace(':grant', grantId(unit))
    .replace(':question', 'jc-04-001');
  // Signing out would end the session that the other cases go on with.
  const session = name === 'logout' && who !== undefined ? await world.signIn() : who;
  const headers = session?.headers ?? { origin: ORIGIN };
  const ask: Ask = method === 'POST' ? post(bodies[name]?.(unit, row.act ?? ''), headers) : { headers };
  const response = await transport.send(name === 'listTree' ? `${target}?under=${unit}` : target, ask);
  const id = response.headers.get('x-request-id') as string;
  const kept = [...response.headers].filter(([header]) => header !== 'x-request-id');
  // A line's number in its chain is no unit's id, however it looks.
  const body = (await response.text()).replace(/"seq":\d+/g, '"seq":"N"');
  return { status: response.status, text: `${JSON.stringify(kept)}\n${body}`.replaceAll(id, 'ID') };
}

describe('the matrix', () => {
  it('has a row for every route: who adds a route says who may use it', () => {
    expect(rowless(names, matrix)).toEqual([]);
  });

  it('notices a route without a row', () => {
    expect(rowless([...names, 'planted'], matrix)).toEqual(['planted']);
    expect(rowless(['planted'], { planted: [] })).toEqual(['planted']);
  });

  it('is asked of a world of which each tenant is told from the others', () => {
    for (const unit of Object.keys(TENANTS)) {
      expect(tenantsIn(JSON.stringify({ unit, name: workerId(unit), phone: phoneOf(unit) }))).toEqual([unit]);
    }
  });
});

const staffRows = names.flatMap((name) =>
  matrix[name].map((row) => [`${name} ${row.act ?? ''}`.trim(), name, row] as const),
);

describe.each(staffRows)('%s', (_title, name, row) => {
  it.each([...ROLES, 'none'] as const)('answers a %s where it should, and nowhere else', async (role) => {
    const who = people.get(role) as SignedIn;
    const denied = (await answerTo({ name, row, relation: 'nobody' }, who)).text;
    for (const relation of RELATIONS) {
      const { status, text } = await answerTo({ name, row, relation }, who);
      const granted = expected(row, role, relation);
      const isAnswered = GRANTED.has(status) || (NOT_THERE.includes(name) && status === 404);
      expect([relation, granted ? isAnswered : status], text).toEqual([relation, granted ? true : 404]);
      if (!granted) expect(text, 'not yours and not there are one answer').toBe(denied);
      if (role !== 'operator') expect(tenantsIn(text).filter((unit) => !OWN.includes(unit))).toEqual([]);
    }
  });

  it('answers a guest only where everybody is', async () => {
    for (const relation of RELATIONS) {
      const { status, text } = await answerTo({ name, row, relation }, undefined);
      expect(row.who === 'everybody' ? GRANTED.has(status) : status).toBe(row.who === 'everybody' ? true : 401);
      expect(tenantsIn(text)).toEqual([]);
    }
  });
});

describe.each([
  ['has ended', { from: '2020-01-01', to: '2026-03-01' }],
  ['is yet to begin', { from: '2026-03-02' }],
])('a role that %s', (_when, span) => {
  it('is none', async () => {
    const somebody = await world.signIn();
    await giveRole(world, { person: somebody.person, unit: '21', role: 'bureau-manager', ...span });
    for (const [, name, row] of staffRows) {
      for (const relation of RELATIONS) {
        if (typeof row.who === 'string') continue;
        expect((await answerTo({ name, row, relation }, somebody)).status, name).toBe(404);
      }
    }
  });
});

it('writes no number, name or id of anybody into the log', () => {
  expect(
    tenantsIn(
      world.lines
        .map((line) => JSON.parse(line))
        .map(({ requestId: _, ...line }) => JSON.stringify(line))
        .join('\n'),
    ),
  ).toEqual([]);
});
