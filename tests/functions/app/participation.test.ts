// The facts that figures of training are counted from, as closing and correcting a course write them.
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { backfillTraining, keepTraining } from '../../../functions/app/participation.ts';
import type { TrainingEntry } from '../../../functions/domain/participation/training.ts';
import { keys } from '../../../functions/store/keys.ts';
import { actorOf, enrolAs, MORNING, people, publishedCourse } from '../../support/courses.ts';
import { settle, workerId } from '../../support/tenants.ts';
import { AFTER, attend, closeWhole, correct, trainingOf } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let crowd: string[];

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  crowd = await people(world, 60);
}, 60_000);
afterAll(() => world.test.close());

const NOON = '2026-03-01T04:00:00.000Z';
const AFTERNOON = { ...MORNING, startsAt: '2026-04-01T06:00:00.000Z', endsAt: '2026-04-01T08:00:00.000Z' };
const NEW_YEAR = [
  { ...MORNING, startsAt: '2026-12-31T01:00:00.000Z', endsAt: '2026-12-31T04:00:00.000Z' },
  { ...MORNING, startsAt: '2026-12-31T17:00:00.000Z', endsAt: '2026-12-31T19:00:00.000Z' },
];

/** A course that is over, with those who have a seat. */
async function over(enrolled: readonly string[], wanted: Parameters<typeof publishedCourse>[1] = {}): Promise<string> {
  world.clock.now = NOON;
  const course = await publishedCourse(world, { ...wanted, plan: { capacity: 100, walkIns: true, ...wanted.plan } });
  for (const person of enrolled) await enrolAs(world, course, person);
  world.clock.now = AFTER;
  return course;
}

const heldOf = (course: string) => world.deps.store.held.get(course);

it('writes an entry for everybody who should have come or came, with the unit of the enrolment or of the walk-in’s work', async () => {
  const [absent = ''] = crowd;
  const [worker, walkIn] = [workerId('31'), workerId('312')];
  const course = await over([worker, absent], { sessions: [MORNING, AFTERNOON] });
  const [first, second] = [`${course}-001`, `${course}-002`];
  await attend(world, { session: first, person: worker });
  await attend(world, { session: second, person: worker, from: AFTERNOON.startsAt, stay: [60, 120] });
  await attend(world, { session: first, person: walkIn, walkIn: true });
  await closeWhole(world, course);
  const found = await trainingOf(world, [worker, walkIn, absent]);
  const of = (person: string) =>
    found.get(`${person} 2026`)?.entries.map((one) => [one.unit, one.state, one.enrolled, one.minutes]);
  expect(of(worker)).toEqual([
    ['31', 'present', true, 180],
    ['31', 'late', true, 0],
  ]);
  expect(of(walkIn)).toEqual([
    ['312', 'present', false, 180],
    ['312', 'absent', false, 0],
  ]);
  expect(of(absent)).toEqual([
    [undefined, 'absent', true, 0],
    [undefined, 'absent', true, 0],
  ]);
  expect(found.get(`${worker} 2026`)?.entries[0]).toMatchObject({
    ...{ course, session: first, organiser: '21', kind: 'pre-exam', form: 'on-site', day: '2026-04-01', at: AFTER },
  });
  expect(await heldOf(course)).toMatchObject({
    ...{ unit: '21', enrolled: 2, noShows: 1, people: { 'on-site': 2 } },
    sessions: [
      { id: first, came: 2, minutes: 180 },
      { id: second, came: 1, minutes: 120 },
    ],
  });
});

it('changes nothing when a course is closed again', async () => {
  const own = crowd.slice(1, 4);
  const course = await over(own);
  await attend(world, { session: `${course}-001`, person: own[0] as string });
  await closeWhole(world, course);
  const before = [await trainingOf(world, own), await heldOf(course)];
  world.clock.now = '2027-03-02T02:00:00.000Z';
  await closeWhole(world, course);
  expect([await trainingOf(world, own), await heldOf(course)]).toEqual(before);
});

it('keeps more people than one part of a request and one transaction hold, each once', async () => {
  const course = await over(crowd, { sessions: NEW_YEAR });
  for (const person of crowd)
    await attend(world, { session: `${course}-001`, person, from: NEW_YEAR[0]?.startsAt ?? '' });
  await closeWhole(world, course);
  const held = await heldOf(course);
  expect(held).toMatchObject({ enrolled: 60, noShows: 0, people: { 'on-site': 60 } });
  expect(held?.sessions.map(({ came }) => came)).toEqual([60, 0]);
});

it('divides a course over the new year in China between two years', async () => {
  const person = workerId('311');
  const course = await over([person], { sessions: NEW_YEAR });
  for (const [i, { startsAt }] of NEW_YEAR.entries()) {
    await attend(world, { session: `${course}-00${i + 1}`, person, from: startsAt, stay: [0, 120] });
  }
  await closeWhole(world, course);
  const found = await trainingOf(world, [person], ['2026', '2027']);
  const days = ['2026', '2027'].map((year) => found.get(`${person} ${year}`)?.entries.map(({ day }) => day));
  expect(days).toEqual([['2026-12-31'], ['2027-01-01']]);
  expect(await heldOf(course)).toMatchObject({ enrolled: 1, people: { 'on-site': 1 }, day: '2027-01-01' });
  await correct(world, { session: `${course}-002`, person }, [
    { kind: 'void', of: 1 },
    { kind: 'void', of: 2 },
  ]);
  const after = await trainingOf(world, [person], ['2026', '2027']);
  expect(after.get(`${person} 2026`)?.version).toBe(1);
  expect(after.get(`${person} 2027`)?.entries).toMatchObject([{ state: 'absent', minutes: 0 }]);
  expect((await heldOf(course))?.sessions.map(({ came }) => came)).toEqual([1, 0]);
});

it('rewrites what a correction changes, for the person and the course, and nothing of anybody else', async () => {
  const [came = '', absent = ''] = crowd.slice(4, 6);
  const course = await over([came, absent]);
  const session = `${course}-001`;
  await attend(world, { session, person: came });
  await closeWhole(world, course);
  const before = (await trainingOf(world, [came])).get(`${came} 2026`);
  await correct(world, { session, person: absent }, [
    { kind: 'in', at: MORNING.startsAt },
    { kind: 'out', at: MORNING.endsAt },
  ]);
  const entry = (await trainingOf(world, [absent])).get(`${absent} 2026`)?.entries.find((one) => one.course === course);
  expect(entry).toMatchObject({ state: 'present', minutes: 180, enrolled: true });
  expect(await heldOf(course)).toMatchObject({
    enrolled: 2,
    noShows: 0,
    people: { 'on-site': 2 },
    sessions: [{ came: 2 }],
  });
  await correct(world, { session, person: absent }, [
    { kind: 'void', of: 1 },
    { kind: 'void', of: 2 },
  ]);
  expect(await heldOf(course)).toMatchObject({ noShows: 1, people: { 'on-site': 1 }, sessions: [{ came: 1 }] });
  expect((await trainingOf(world, [came])).get(`${came} 2026`)).toEqual(before);
});

it('takes in somebody whom a correction lets have come without a seat, at their unit', async () => {
  const person = workerId('211');
  const course = await over(crowd.slice(6, 7));
  await closeWhole(world, course);
  await correct(world, { session: `${course}-001`, person }, [
    { kind: 'in', at: MORNING.startsAt },
    { kind: 'out', at: MORNING.endsAt },
  ]);
  const [entry] = (await trainingOf(world, [person])).get(`${person} 2026`)?.entries ?? [];
  expect(entry).toMatchObject({ course, unit: '211', enrolled: false, state: 'present', minutes: 180 });
  expect(await heldOf(course)).toMatchObject({ enrolled: 1, noShows: 1, people: { 'on-site': 1 } });
});

it('counts a recorded lesson that was watched, on the day on which watching began', async () => {
  const person = crowd[7] as string;
  const lessons = [2, 3].map((minutes) => ({ title: '网课', minutes, link: 'https://example.cn/1' }));
  const open = { startsAt: '2026-04-01T00:00:00.000Z', endsAt: '2026-06-01T00:00:00.000Z' };
  const form = 'recorded' as const;
  const course = await over([person], { plan: { form }, sessions: [{ form, ...open, lessons }] });
  const times = [{ from: '2026-05-03T01:00:00.000Z', to: '2026-05-03T01:02:00.000Z' }];
  const watching = {
    spans: [{ from: 0, to: 120_000 }],
    times,
    session: `${course}-001`,
    person,
    lesson: 1,
    version: 1,
  };
  await world.test.plant({ ...keys.watching(`${course}-001`, person, 1), ...watching });
  await closeWhole(world, course);
  const entry = (await trainingOf(world, [person])).get(`${person} 2026`)?.entries.find((one) => one.course === course);
  expect(entry).toMatchObject({ form: 'recorded', day: '2026-05-03', views: 1, state: 'present' });
  expect(await heldOf(course)).toMatchObject({
    sessions: [{ form: 'recorded', minutes: 5, came: 1, day: '2026-04-01' }],
  });
});

type Key = { PK: string; SK: string };
const drop = (Key: Key) => world.test.table.doc.send(new DeleteCommand({ TableName: world.test.table.name, Key }));

/** As a course stands that was closed before there were figures. */
async function forget(course: string, persons: readonly string[]): Promise<void> {
  await drop(keys.held(course));
  for (const person of persons) await drop(keys.trained(person, '2026'));
}

it('makes the figures of a course that was closed before there were any, as it is after all corrections, once', async () => {
  const own = (await people(world, 3, 'early')) as [string, string, string];
  const course = await over(own);
  const session = `${course}-001`;
  await attend(world, { session, person: own[0] });
  await closeWhole(world, course);
  await forget(course, own);
  await correct(world, { session, person: own[1] }, [
    { kind: 'in', at: MORNING.startsAt },
    { kind: 'out', at: MORNING.endsAt },
  ]);
  expect(await heldOf(course)).toBeUndefined();
  expect((await trainingOf(world, own)).size).toBe(0);
  const closed = await world.deps.store.courses.get(course);
  if (closed === undefined) throw new Error('the course is gone');
  for (let run = 0; run < 2; run += 1) expect(await backfillTraining(world.deps, closed)).toBeUndefined();
  expect(await heldOf(course)).toMatchObject({ version: 2, enrolled: 3, noShows: 1, people: { 'on-site': 2 } });
  const found = await trainingOf(world, own);
  expect(own.map((person) => found.get(`${person} 2026`)?.entries.map(({ state }) => state))).toEqual([
    ['present'],
    ['present'],
    ['absent'],
  ]);
  expect([...found.values()].map(({ version }) => version)).toEqual([1, 1, 1]);
});

it('stays as it is counted when its person deletes their account, and says nothing of who it was', async () => {
  const { person } = await world.signIn();
  const course = await over([person]);
  await attend(world, { session: `${course}-001`, person });
  await closeWhole(world, course);
  const before = await trainingOf(world, [person]);
  const version = (await world.deps.store.people.get(person))?.version ?? 0;
  await deleteSelf(world.deps)(actorOf(person), { params: { person }, query: undefined, body: { version } });
  expect((await world.deps.store.people.get(person))?.deletedAt).toBeDefined();
  expect(await trainingOf(world, [person])).toEqual(before);
  expect(JSON.stringify([...before.values()])).not.toContain('考生');
  await correct(world, { session: `${course}-001`, person }, [{ kind: 'void', of: 1 }]);
  expect((await trainingOf(world, [person])).get(`${person} 2026`)?.entries).toMatchObject([{ minutes: 0 }]);
});

it('fits three hundred sessions of a year into one item, with room', async () => {
  const person = 'busy-person';
  const course = await over(crowd.slice(8, 9));
  await closeWhole(world, course);
  const closed = await world.deps.store.courses.get(course);
  if (closed === undefined) throw new Error('the course is gone');
  const entries = Array.from({ length: 300 }, (_, i): TrainingEntry => {
    const id = `${course}${i % 40}`;
    const when = { session: `${id}-${String(i + 1).padStart(3, '0')}`, day: `2026-0${(i % 9) + 1}-1${i % 10}` };
    const counts = { enrolled: true, minutes: 90 + i, views: 0, at: AFTER };
    return {
      ...when,
      course: id,
      organiser: '21',
      unit: '31',
      kind: 'continuing',
      form: 'live',
      state: 'present',
      ...counts,
    };
  });
  await keepTraining(world.deps, closed, [{ person, entries }]);
  expect((await trainingOf(world, [person])).get(`${person} 2026`)?.entries).toHaveLength(300);
  const { name: TableName, doc } = world.test.table;
  const { Item: item } = await doc.send(new GetCommand({ TableName, Key: keys.trained(person, '2026') }));
  expect((item as { packed: Uint8Array }).packed.byteLength).toBeLessThan(20_000);
});
