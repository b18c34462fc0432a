// The authorization matrix, asked of the real edges on the real engine. What is allowed goes past the right and is then refused by a rule or a
// stale version wherever it would change the world, so that each case meets the same one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodAndPath, type RouteName, routes } from '../../../functions/contract/routes.ts';
import { ROLES, type Role } from '../../../functions/domain/access/roles.ts';
import { settleCourses } from '../../support/courses.ts';
import { completionNumber, correctionId, entryId, settleClosings } from '../../support/door.ts';
import { endedKeyId, SETTLED, secretOf, settleReports } from '../../support/reports.ts';
import { APPRAISAL, recordId, settleWork } from '../../support/station.ts';
import { applicationId, batchId, settleSubsidies } from '../../support/subsidies.ts';
import { paperId, settlePapers } from '../../support/tenant-papers.ts';
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
import { bodies } from './access-bodies.ts';
import { expected, matrix, rowless } from './access-matrix.ts';
import { RELATIONS, type Relation, type Row } from './access-reaches.ts';

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

/** Asked of a session, or of a certificate, that is not there. */
const NO_SESSION: readonly RouteName[] = [
  ...(['noteScan', 'checkIn', 'redeemScan', 'askExcuse', 'verifyCompletion'] as const),
  ...(['listLessons', 'watchLesson'] as const),
];

/** Asked of an attempt, or of a set paper, that nobody has. */
const NO_ATTEMPT: readonly RouteName[] = [
  ...(['startAttempt', 'readAttempt', 'holdAttempt', 'saveAnswers', 'moveAttempt', 'submitAttempt'] as const),
  ...(['readResult', 'readReview', 'markOwn', 'listRanking', 'prepareOffline', 'uploadOffline'] as const),
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
  ...NO_ATTEMPT,
  // A report and a correction that nobody made.
  ...(['decideReport', 'readKeyCorrection'] as const),
  // An application of somebody else.
  'moveOwnSubsidy',
];

/** How the routes of guests and candidates answer when they do: the rest of it is other tests' matter. */
const GRANTED = new Set([200, 302, 400, 409, 422]);

let world: World;
let transport: Transport;
const people = new Map<Role | 'none', SignedIn>();

beforeAll(async () => {
  world = await openWorld('file');
  await settle(world);
  await settleCourses(world);
  await settleClosings(world);
  await settlePapers(world);
  await settleWork(world);
  await settleReports(world);
  await settleSubsidies(world);
  transport = await (transports['in process'] as (typeof transports)[string])(world);
  for (const role of ROLES) people.set(role, await signInAs(world, role, '21'));
  people.set('none', await world.signIn());
}, 90_000);
afterAll(async () => {
  await transport.close();
  await world.test.close();
});

/** The rows that say what roles may. */
function rowsOf(name: RouteName): readonly Row[] {
  return matrix[name].filter(({ who }) => who !== 'key');
}

interface Case {
  name: RouteName;
  row: Row;
  relation: Relation;
}

interface Told {
  status: number;
  text: string;
}

/** Asks once what is the same request for several relations: many routes name no unit. */
async function answerTo(asked: Case, who: SignedIn | undefined, told = new Map<string, Told>()): Promise<Told> {
  const request = requestOf(asked, who);
  const key = JSON.stringify(request);
  const held = told.get(key) ?? (await answerOf(asked, request, who));
  told.set(key, held);
  return held;
}

interface Request {
  target: string;
  body: unknown;
}

function requestOf({ name, row, relation }: Case, who: SignedIn | undefined): Request {
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
    .replace(':entry', entryId(unit))
    .replace(':record', recordId(unit))
    .replace(':appraisal', APPRAISAL)
    .replace(':edition', SETTLED)
    .replace(':key', endedKeyId(unit))
    .replace(':application', applicationId(unit))
    .replace(':batch', batchId(unit))
    .replace(':suspicion', '0'.repeat(22))
    .replace(':correction', NOT_THERE.includes(name) ? '0mm781og0-no-such-correction' : correctionId(unit))
    .replace(':number', NOT_THERE.includes(name) ? '2026-0000-0000-0000' : completionNumber(unit))
    .replace(':attempt', '0mm781og0-no-such-attempt')
    .replace(':paper', NOT_THERE.includes(name) ? 'no-such-paper' : paperId(unit))
    .replace(':report', 'no-such-report')
    .replace(':subject', 'junior-comprehensive')
    .replace(':question', 'jc-04-001');
  const body = method === 'POST' ? bodies[name]?.(unit, row.act ?? '') : undefined;
  return { target: `${target}${queryOf(name, unit)}`, body };
}

async function answerOf({ name }: Case, { target, body: sent }: Request, who: SignedIn | undefined): Promise<Told> {
  // Signing out would end the session that the other cases go on with.
  const session = name === 'logout' && who !== undefined ? await world.signIn() : who;
  const headers = session?.headers ?? { origin: ORIGIN };
  const ask: Ask = methodAndPath(name).method === 'POST' ? post(sent, headers) : { headers };
  const response = await transport.send(target, ask);
  const id = response.headers.get('x-request-id') as string;
  const kept = [...response.headers].filter(([header]) => header !== 'x-request-id');
  // The number of a line in its chain, or of a question on its paper, is no unit's id, however it looks; nor is the last day of a year, in figures or in words.
  const body = (await response.text()).replace(/"(seq|n)":\d+/g, '"$1":"N"').replace(/\d{4}-12-31|12月31日/g, 'DAY');
  return { status: response.status, text: `${JSON.stringify(kept)}\n${body}`.replaceAll(id, 'ID') };
}

const OF_A_YEAR: readonly RouteName[] = [
  ...(['readWork', 'listAppraisals', 'listRounds', 'listSubsidyBatches', 'readSubsidyTotals'] as const),
];

function queryOf(name: RouteName, unit: string): string {
  if (OF_A_YEAR.includes(name)) return '?year=2026';
  if (name === 'readFigures') return '?year=2026&from=1&to=1';
  if (name === 'rankFigures' || name === 'listFacts') return '?year=2026&from=1&to=1&id=people';
  // By the year: the number of a month is no unit's id either.
  if (name === 'readTrend') return '?year=2026&id=passed';
  if (name === 'listSteps') return '?step=target';
  if (name === 'listReports' || name === 'openReports') return '?year=2026';
  if (name === 'readBoard') return '?template=month&year=2026&from=1&to=1';
  if (name === 'openFigures') return `?year=2026&from=1&to=1&units=${unit}`;
  if (name === 'showDoor') return '?kind=in';
  if (name === 'listQuestionReports') return '?state=new';
  if (name === 'readReviewed') return '?questions=jc04-501';
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
  rowsOf(name).map((row) => [`${name} ${row.act ?? ''}`.trim(), name, row] as const),
);

describe.each(staffRows)('%s', (_title, name, row) => {
  it.each([...ROLES, 'none'] as const)('answers a %s where it should, and nowhere else', async (role) => {
    const who = people.get(role) as SignedIn;
    const told = new Map<string, Told>();
    const denied = (await answerTo({ name, row, relation: 'nobody' }, who, told)).text;
    for (const relation of RELATIONS) {
      const { status, text } = await answerTo({ name, row, relation }, who, told);
      const granted = expected(row, role, relation);
      const isAnswered = GRANTED.has(status) || (NOT_THERE.includes(name) && status === 404);
      expect([relation, granted ? isAnswered : status], text).toEqual([relation, granted ? true : 404]);
      if (!granted) expect(text, 'not yours and not there are one answer').toBe(denied);
      if (role !== 'operator') expect(tenantsIn(text).filter((unit) => !OWN.includes(unit))).toEqual([]);
    }
  });

  it('answers a guest only where everybody is', async () => {
    const told = new Map<string, Told>();
    for (const relation of RELATIONS) {
      const { status, text } = await answerTo({ name, row, relation }, undefined, told);
      const isAnswered = GRANTED.has(status) || (NOT_THERE.includes(name) && status === 404);
      expect(row.who === 'everybody' ? isAnswered : status).toBe(row.who === 'everybody' ? true : 401);
      expect(tenantsIn(text)).toEqual([]);
    }
  });
});

/** Routes of programs: a session opens none of them, and a key its own unit's and those below. */
describe.each(names.filter((name) => matrix[name].some(({ who }) => who === 'key')))('%s', (name) => {
  const row: Row = { who: 'key' };
  const asked = (relation: Relation) => requestOf({ name, row, relation }, undefined).target;

  it('answers nobody without a key, whoever is signed in', async () => {
    for (const who of [undefined, people.get('bureau-manager')]) {
      for (const relation of RELATIONS) {
        const { status, text } = await answerTo({ name, row, relation }, who);
        expect([status, tenantsIn(text)]).toEqual([401, []]);
      }
    }
  });

  it('answers a key where it should, and nowhere else', async () => {
    const headers = { authorization: `Bearer ${secretOf('21')}` };
    const texts = new Set<string>();
    for (const relation of RELATIONS) {
      const response = await transport.send(asked(relation), { headers });
      const text = await response.text();
      const granted = !asked('own').includes('21') || relation === 'own' || relation === 'child';
      expect([relation, response.status]).toEqual([relation, granted ? 200 : 404]);
      expect(tenantsIn(text).filter((unit) => !OWN.includes(unit))).toEqual([]);
      if (!granted) texts.add(JSON.stringify({ ...JSON.parse(text), instance: '' }));
    }
    expect(texts.size).toBeLessThanOrEqual(1);
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
  }, 60_000);
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
