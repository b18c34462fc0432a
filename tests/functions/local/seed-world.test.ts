// The demo world as its people see it, on the engine and the file that a machine has.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person as Actor } from '../../../functions/app/access.ts';
import { identifyStaff } from '../../../functions/app/access.ts';
import { listAttendance } from '../../../functions/app/attendance.ts';
import { listCompletions } from '../../../functions/app/completions.ts';
import { listCourses } from '../../../functions/app/course-reading.ts';
import type { ExamDeps, StaffDeps, StationDeps } from '../../../functions/app/deps.ts';
import { inParallel } from '../../../functions/app/in-parallel.ts';
import { listPeople } from '../../../functions/app/people-reading.ts';
import { listTree } from '../../../functions/app/tree.ts';
import { templates } from '../../../functions/content/appraisal/templates.ts';
import { examData } from '../../../functions/content/exam-data.ts';
import { subsidyRules } from '../../../functions/content/subsidy-rules.ts';
import { actorOn } from '../../../functions/domain/access/can.ts';
import { poolsOn } from '../../../functions/domain/people/pools.ts';
import { faultsOf } from '../../../functions/domain/units/faults.ts';
import { ancestorsOn } from '../../../functions/domain/units/tree.ts';
import { holdersOn } from '../../../functions/domain/units/unit.ts';
import { type Database, openDatabase } from '../../../functions/local/database.ts';
import { demoPeople } from '../../../functions/local/people.ts';
import { seedIfEmpty } from '../../../functions/local/seed.ts';
import { type DemoWriter, LAST_SUBJECT, seedDemoPeople } from '../../../functions/local/seed-demo.ts';
import { seedStation } from '../../../functions/local/seed-station.ts';
import { seedSubsidies } from '../../../functions/local/seed-subsidies.ts';
import { seedTraining } from '../../../functions/local/seed-training.ts';
import { demoPlan, seedWorld } from '../../../functions/local/seed-world.ts';
import type { Writer } from '../../../functions/local/seed-write.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { makeSigner } from '../../../functions/papers/signer.ts';
import { makeExamStore, makeLedgerStore, makeStationStore } from '../../../functions/store/store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import { chainOf } from './chain.ts';
import { scratchFolder } from './scratch.ts';
import { depsOn, SEAL_KEY } from './seed-deps.ts';

const TODAY = '2026-03-01';
const WHOLE_MS = 180_000;

/** Requests at once: as few as a browser makes. */
const AT_ONCE = 12;

const ORIGIN = 'http://127.0.0.1:1';
const ISSUER = `${ORIGIN}/idp`;
/** What the client takes from the environment when it is not given; the engine takes any. */
const ENGINE_NEEDS = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

const quiet = () => undefined;
const unheard = (line: string) => expect.unreachable(line);
let database: Database;
let table: Table;
let deps: StaffDeps;
const said: string[] = [];

beforeAll(async () => {
  const options = { env: { PATH: process.env.PATH }, file: join(scratchFolder(), 'table.db'), nowSeconds: 0 };
  database = await openDatabase({ ...options, onSpawn: guard });
  await makeTable('seeded', clientConfig(database.endpoint));
  table = openTable('seeded', clientConfig(database.endpoint));
  deps = depsOn(table);
  const writer = await seedWorld(deps, (line) => said.push(line));
  await seedTraining(writer, makeSigner(SEAL_KEY));
  await seedStation({ ...writer, station: stationDeps() });
  await seedSubsidies({ ...writer, station: stationDeps() });
  await seedDemoPeople(demoWriter(writer), ISSUER, (line) => said.push(line));
}, WHOLE_MS);
afterAll(async () => {
  table.doc.destroy();
  await database.stop();
});

const stationDeps = (): StationDeps => ({
  ...deps,
  store: makeStationStore(table),
  templates,
  subsidyRules: subsidyRules(),
});

const examDeps = (): ExamDeps => ({ ...deps, store: makeExamStore(table), exams: examData() });

const demoWriter = (writer: Writer): DemoWriter => ({
  ...writer,
  exams: examDeps(),
  entries: makeLedgerStore(table).ledgerEntries,
});

/** Somebody of the world as an actor, with the roles they have in it. */
async function actor(id: string): Promise<Actor> {
  const found = actorOn(id, await deps.store.grants.ofPerson(id), TODAY);
  if (found.kind === 'guest') throw new Error('nobody');
  return found;
}

/** A demo person, by the identity they sign in with. */
async function demo(subject: string): Promise<Actor> {
  return actor((await deps.store.people.find({ issuer: ISSUER, subject })) ?? '');
}

type Listed = Awaited<ReturnType<ReturnType<typeof listTree>>>['units'];

/** Everything that somebody sees in the tree, page after page. */
async function treeOf(who: Actor): Promise<Listed> {
  const units: Listed = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query: { cursor?: string } = cursor === '' ? {} : { cursor };
    const page = await listTree(deps)(who, { params: undefined, query, body: undefined });
    units.push(...page.units);
    cursor = page.cursor;
  }
  return units;
}

async function countOf(who: Actor, kind: string): Promise<number> {
  return (await treeOf(who)).filter((unit) => unit.kind === kind).length;
}

/** Those who work today at any unit that somebody sees. */
async function workersOf(who: Actor) {
  const workers: Awaited<ReturnType<ReturnType<typeof listPeople>>>['workers'] = [];
  await inParallel(AT_ONCE, await treeOf(who), async ({ id }) => {
    const page = await listPeople(deps)(who, { params: { unit: id }, query: {}, body: undefined });
    workers.push(...page.workers);
  });
  return workers;
}

/** The records of all who work today at any unit that somebody sees. */
async function recordsOf(who: Actor) {
  const records: NonNullable<Awaited<ReturnType<typeof deps.store.people.get>>>[] = [];
  const ids = new Set((await workersOf(who)).map(({ person }) => person));
  await inParallel(AT_ONCE, [...ids], async (id) => {
    const record = await deps.store.people.get(id);
    if (record !== undefined) records.push(record);
  });
  return records;
}

describe('九江, as its manager sees it', () => {
  test('has 13 counties with a head station each, 192 township stations and one centre', async () => {
    const manager = await demo('demo-bureau-city');
    expect(await countOf(manager, 'station-township')).toBe(192);
    expect(await countOf(manager, 'station-county')).toBe(13);
    expect(await countOf(manager, 'station-city')).toBe(1);
    expect(await countOf(manager, 'bureau')).toBe(14);
  });

  test('has an expert pool of 35, a talent pool of 200, and supervisors', async () => {
    const records = await recordsOf(await demo('demo-bureau-city'));
    const inPool = (pool: string) =>
      records.filter(({ pools }) => poolsOn(pools, TODAY).some((one) => one.pool === pool));
    expect(inPool('expert')).toHaveLength(35);
    expect(inPool('talent')).toHaveLength(200);
    expect(inPool('supervisor')).toHaveLength(20);
    const social = records.filter(({ employments }) => employments.some(({ post }) => post === 'social-worker'));
    const certified = social.filter(({ certificates }) => certificates.length > 0).length / social.length;
    expect(certified).toBeGreaterThan(0.2);
    expect(certified).toBeLessThan(0.4);
  }, 60_000);

  test('every station has two or three social workers, headed by one of them', async () => {
    const manager = await demo('demo-bureau-city');
    const stations = (await treeOf(manager)).filter(({ kind }) => kind === 'station-township');
    const units = await deps.store.units.getMany(stations.map(({ id }) => id));
    for (const unit of units.values()) {
      const { found } = await deps.store.workers.list(unit.id, { day: TODAY, limit: 100 });
      const social = found.filter(({ post }) => post === 'social-worker').map(({ person }) => person);
      expect([2, 3]).toContain(social.length);
      expect(social).toContain(holdersOn(unit, 'head', TODAY)[0]);
    }
  }, 60_000);
});

describe('the other towns, as their own managers see them', () => {
  test('和县 has 9 towns, and 60 people who were grid workers, 22 of them certified', async () => {
    const manager = await actor('b-340523-01');
    expect(await countOf(manager, 'station-township')).toBe(9);
    const transferred = (await recordsOf(manager)).filter(
      ({ employments: [first, then] }) => first?.post === 'grid-worker' && then?.post === 'community-worker',
    );
    expect(transferred).toHaveLength(60);
    expect(transferred.filter(({ certificates }) => certificates.length > 0)).toHaveLength(22);
    expect(transferred.every(({ employments }) => employments[0]?.to === employments[1]?.from)).toBe(true);
  });

  test('马山 has 11 stations and 36 social workers, 8 certified: one 中级, seven 助理', async () => {
    const manager = await actor('b-450124-01');
    expect(await countOf(manager, 'station-township')).toBe(11);
    const records = await recordsOf(manager);
    const social = records.filter(({ employments }) => employments.some(({ post }) => post === 'social-worker'));
    expect(social).toHaveLength(36);
    const levels = social.flatMap(({ certificates }) => certificates.map(({ level }) => level)).sort();
    expect(levels).toEqual(['intermediate', ...Array<string>(7).fill('junior')]);
  });

  test('阿西尔乡 has a head, a deputy, three liaison officers, and volunteers', async () => {
    const station = await deps.store.units.get('s-654201202');
    const held = (['head', 'deputy', 'liaison'] as const).map(
      (post) => station && holdersOn(station, post, TODAY).length,
    );
    expect(held).toEqual([1, 1, 3]);
    const volunteers = (await workersOf(await actor('b-654201-01'))).filter(({ post }) => post === 'volunteer');
    expect(volunteers).toHaveLength(12);
  });
});

describe('the demo people', () => {
  test('all have a role but the candidates, and only in their own province', async () => {
    const roots = await Promise.all(
      demoPeople.slice(2).map(async ({ sub, name }) => {
        const who = await demo(sub);
        expect([name, who.grants.length]).toEqual([name, 1]);
        const unit = await deps.store.units.get(who.grants[0]?.unit ?? '');
        const above = await deps.store.units.ancestors(unit?.id ?? '', TODAY);
        return [sub, who.grants[0]?.role, above.at(-1)];
      }),
    );
    expect(roots).toEqual([
      ['demo-trainer', 'trainer', 'b-360000'],
      ['demo-liaison', 'liaison', 'b-360000'],
      ['demo-bureau', 'bureau-reader', 'b-340000'],
      ['demo-bureau-city', 'bureau-manager', 'b-360000'],
      ['demo-bureau-county', 'bureau-manager', 'b-340000'],
      ['demo-auditor', 'auditor', 'b-360000'],
      ['demo-operator', 'operator', 'platform'],
      ['demo-worker-county', 'worker', 'b-340000'],
      ['demo-worker', 'worker', 'b-360000'],
    ]);
    expect(demoPeople.at(-1)?.sub).toBe(LAST_SUBJECT);
  });

  test('the reader of 和县 sees 和县 alone: 11 units of the 253', async () => {
    const seen = (await treeOf(await demo('demo-bureau'))).map(({ id }) => id);
    expect(seen).toHaveLength(11);
    expect(seen.every((id) => id.includes('340523'))).toBe(true);
    expect(await treeOf(await demo('demo-operator'))).toHaveLength(253);
  });

  test('the maker has no session and no provider that could give one', async () => {
    expect((await identifyStaff(deps)(undefined)).actor).toEqual({ kind: 'guest' });
    expect(await deps.store.people.find({ issuer: ISSUER, subject: 'maker' })).toBeUndefined();
  });
});

describe('the whole', () => {
  test('has no faults in its tree, and sound chains', async () => {
    const plan = demoPlan();
    const units = [...(await deps.store.units.getMany([...plan.units.map(({ id }) => id), 'platform'])).values()];
    expect(faultsOf(units)).toEqual([]);
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const { id } of units) expect(ancestorsOn((one) => byId.get(one), id, TODAY).length).toBeGreaterThan(0);
    for (const { id } of units.filter((_, i) => i % 10 === 0)) expect(await chainOf(deps, id)).toEqual({ ok: true });
  });

  test('has held its trainings, and has seats in those to come', async () => {
    const demoTrainer = await demo('demo-trainer');
    const input = { params: { unit: 'c-360400' }, query: {}, body: undefined };
    const { courses } = await listCourses(deps)(demoTrainer, input);
    expect(courses.map(({ course, state, taken }) => [course, state, taken])).toEqual([
      ['demo-next-class', 'published', 28],
      ['demo-recorded-course', 'running', 0],
      ['demo-question-room', 'running', 0],
      ['demo-sprint-2025', 'closed', 40],
    ]);
    const sprint = { params: { course: 'demo-sprint-2025' }, query: {}, body: undefined };
    const { people } = await listAttendance(deps)(demoTrainer, sprint);
    expect(people.flatMap(({ verdicts }) => verdicts.filter(({ counts }) => counts))).toHaveLength(228);
    expect((await listCompletions(deps)(demoTrainer, sprint)).completions).toHaveLength(40);
  });

  test('was told about while it was made', () => {
    expect(said[0]).toMatch(/252 units, \d{4} people/);
    expect(said.slice(1).every((line) => /^ {2}\d+ \/ \d{4}$/.test(line))).toBe(true);
  });

  test('is left alone by the next start, which makes no plan', async () => {
    const noPlan = () => expect.unreachable('the plan is made again');
    await seedDemoPeople(demoWriter(await seedWorld(deps, unheard, noPlan)), ISSUER, unheard);
    const city = await demo('demo-bureau-city');
    expect(await deps.store.grants.ofPerson(city.person)).toHaveLength(1);
    expect(await deps.store.people.get(city.person)).toMatchObject({ version: 2 });
  });

  test('is known to be there by whoever starts on its environment', async () => {
    for (const [name, value] of Object.entries(ENGINE_NEEDS)) vi.stubEnv(name, value);
    const given = { TABLE_NAME: 'seeded', DYNAMODB_ENDPOINT: database.endpoint, ORIGIN, ISSUER, SEAL_KEY };
    await seedIfEmpty(given, unheard);
    vi.unstubAllEnvs();
  });

  test('gives another port people of its own in the same world', async () => {
    const issuer = 'http://127.0.0.1:2/idp';
    await seedDemoPeople(demoWriter(await seedWorld(deps, quiet)), issuer, unheard);
    const other = await deps.store.people.find({ issuer, subject: 'demo-bureau-city' });
    const who = await actor(other ?? '');
    expect(await countOf(who, 'station-township')).toBe(192);
    expect(other).not.toBe((await demo('demo-bureau-city')).person);
  });
});
