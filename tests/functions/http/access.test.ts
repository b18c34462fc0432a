// The authorization matrix, asked of the real edges on the real engine. What is allowed goes past the right and is then refused by a rule or a
// stale version wherever it would change the world, so that each case meets the same one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodAndPath, type RouteName, routes } from '../../../functions/contract/routes.ts';
import { ROLES, type Role } from '../../../functions/domain/access/roles.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { planBody, settleCourses } from '../../support/courses.ts';
import { completionNumber, correctionId, PHONE, settleClosings } from '../../support/door.ts';
import {
  courseId,
  courseTitle,
  giveRole,
  grantId,
  phoneOf,
  settle,
  signInAs,
  TENANTS,
  tenantsIn,
  workerId,
} from '../../support/tenants.ts';
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
  enrol: () => ({ request: REQUEST }),
  moveEnrolment: () => ({ request: REQUEST, move: 'withdraw' }),
  // For people of a unit that is not there.
  createCourse: () => ({ request: REQUEST, plan: planBody({ who: { units: ['no-such-unit'] } }) }),
  changeCourse: (_unit, act) => ({ kind: act, ...TRAINING, ...courseChanges[act] }),
  copyCourse: () => ({ request: REQUEST, days: 7 }),
  enrolOthers: (unit) => ({ request: REQUEST, unit, people: [workerId(unit)] }),
  decideEnrolment: (_unit, act) => ({ ...TRAINING, decision: act, why: '测试' }),
  noteScan: (unit) => ({ device: PHONE, code: codeAt(unit) }),
  checkIn: (unit) => ({ request: REQUEST, device: PHONE, code: codeAt(unit) }),
  redeemScan: () => ({ request: REQUEST, device: PHONE, scan: 'no-such-scan' }),
  watchLesson: () => ({ position: 0, playing: true }),
  seeNews: () => ({ seen: [{ course: 'no-such-course', upTo: 1 }] }),
  changeMyCalendar: () => ({ kind: 'end' }),
  askExcuse: () => ({ state: 'asked', why: '测试', version: 0 }),
  // A month before the session.
  openWindow: () => ({ request: REQUEST, minutes: 5 }),
  addMarks: (unit) => ({ request: REQUEST, why: '测试', marks: [{ kind: 'in', person: workerId(unit) }] }),
  relayMarks: (unit) => ({
    device: 'device-a',
    sentAt: NOON,
    marks: [{ seq: 1, person: workerId(unit), kind: 'in', at: NOON }],
  }),
  decideExcuse: () => ({ version: 99, decision: 'granted', why: '测试' }),
  closeCourse: () => ({ version: 99 }),
  // The course is not closed.
  proposeCorrection: () => ({ request: REQUEST, why: '测试', marks: [{ kind: 'in', at: NOON }] }),
  decideCorrection: () => ({ decision: 'approved', why: '测试' }),
  issueCompletions: (unit) => ({ people: [workerId(unit)] }),
  changeCompletion: () => ({ kind: 'revoke', why: '测试' }),
};

const rowOf = (unit: string) => ({ line: 1, unit, name: '新人', post: 'other' });

/** Rows with the numbers of everybody there is: those of foreigners say nothing. */
const taken = (unit: string) =>
  Object.keys(TENANTS).map((tenant, i) => ({ ...rowOf(unit), line: i + 1, phone: phoneOf(tenant) }));

const employing = (unit: string) => ({
  ...{ kind: 'employ', unit, post: 'other', established: false, day: '2026-03-01', why: '测试', version: 99 },
});

/** A code of nobody's door. */
const codeAt = (unit: string) => ({ session: `${courseId(unit)}-001`, kind: 'in', step: 1, token: '0'.repeat(32) });

/** The same wish at every time, so that what is made is made once. */
const REQUEST = 'request-of-the-matrix';
const TRAINING = { request: REQUEST, version: 99 };

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

const courseChanges: { [act: string]: object } = {
  edit: { plan: { title: '新的名称' } },
  capacity: { capacity: 9 },
  cancel: { why: '测试' },
};

/** Asked of a session, or of a certificate, that is not there. */
const NO_SESSION: readonly RouteName[] = [
  ...(['noteScan', 'checkIn', 'redeemScan', 'askExcuse', 'verifyCompletion'] as const),
  ...(['listLessons', 'watchLesson'] as const),
];

/** A code that nobody made, and a course that nobody planned, are not there for anybody. */
const NOT_THERE: readonly RouteName[] = [
  'acceptInvitation',
  'acceptClaim',
  'showCourse',
  ...(['readCourseCalendar', 'readUnitCalendar', 'readPersonCalendar'] as const),
  'enrol',
  'moveEnrolment',
  ...NO_SESSION,
];

/** How the routes of guests and candidates answer when they do: the rest of it is other tests' matter. */
const GRANTED = new Set([200, 302, 400, 409, 422]);

let world: World;
let transport: Transport;
const people = new Map<Role | 'none', SignedIn>();

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  await settleCourses(world);
  await settleClosings(world);
  transport = await (transports['in process'] as (typeof transports)[string])(world);
  for (const role of ROLES) people.set(role, await signInAs(world, role, '21'));
  people.set('none', await world.signIn());
}, 90_000);
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
    .replace(':unit', NOT_THERE.includes(name) ? 'no-such-unit' : unit)
    .replace(':token', 'no-such-secret')
    // Nothing is held there.
    .replace(':province', '99')
    .replace(':person', person)
    .replace(':grant', grantId(unit))
    .replace(':course', NOT_THERE.includes(name) ? 'no-such-course' : courseId(unit))
    .replace(':session', NOT_THERE.includes(name) ? 'no-such-course-001' : `${courseId(unit)}-001`)
    .replace(':lesson', '1')
    .replace(':correction', correctionId(unit))
    .replace(':number', NOT_THERE.includes(name) ? '2026-0000-0000-0000' : completionNumber(unit))
    .replace(':question', 'jc-04-001');
  // Signing out would end the session that the other cases go on with.
  const session = name === 'logout' && who !== undefined ? await world.signIn() : who;
  const headers = session?.headers ?? { origin: ORIGIN };
  const ask: Ask = method === 'POST' ? post(bodies[name]?.(unit, row.act ?? ''), headers) : { headers };
  const response = await transport.send(`${target}${queryOf(name, unit)}`, ask);
  const id = response.headers.get('x-request-id') as string;
  const kept = [...response.headers].filter(([header]) => header !== 'x-request-id');
  // A line's number in its chain is no unit's id, however it looks.
  const body = (await response.text()).replace(/"seq":\d+/g, '"seq":"N"');
  return { status: response.status, text: `${JSON.stringify(kept)}\n${body}`.replaceAll(id, 'ID') };
}

function queryOf(name: RouteName, unit: string): string {
  if (name === 'showDoor') return '?kind=in';
  return name === 'listTree' ? `?under=${unit}` : '';
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
      expect(
        tenantsIn(JSON.stringify({ unit, name: workerId(unit), phone: phoneOf(unit), title: courseTitle(unit) })),
      ).toEqual([unit]);
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
      const isAnswered = GRANTED.has(status) || (NOT_THERE.includes(name) && status === 404);
      expect(row.who === 'everybody' ? isAnswered : status).toBe(row.who === 'everybody' ? true : 401);
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
