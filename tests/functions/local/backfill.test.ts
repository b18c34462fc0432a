// The command that makes figures of courses that were closed before there were any.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backfill, main } from '../../../functions/local/backfill.ts';
import { keys } from '../../../functions/store/keys.ts';
import { enrolAs, people, publishedCourse } from '../../support/courses.ts';
import { settle } from '../../support/tenants.ts';
import { AFTER, attend, closeWhole, trainingOf } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

const BEFORE = '2026-03-01T04:00:00.000Z';

let world: World;
let crowd: string[];

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  crowd = await people(world, 55);
}, 60_000);
afterAll(() => world.test.close());

const drop = (Key: { PK: string; SK: string }) =>
  world.test.table.doc.send(new DeleteCommand({ TableName: world.test.table.name, Key }));

/** A closed course with more people than one part holds. */
async function closedCourse(): Promise<string> {
  world.clock.now = BEFORE;
  const course = await publishedCourse(world, { plan: { capacity: 100 } });
  for (const person of crowd) await enrolAs(world, course, person);
  await attend(world, { session: `${course}-001`, person: crowd[0] as string });
  world.clock.now = AFTER;
  await closeWhole(world, course);
  return course;
}

it('makes the figures of all courses that have none, and does nothing again', async () => {
  const [first, second] = [await closedCourse(), await closedCourse()];
  world.clock.now = BEFORE;
  await publishedCourse(world);
  world.clock.now = AFTER;
  const heldOf = () => Promise.all([first, second].map((course) => world.deps.store.held.get(course)));
  const wanted = { held: await heldOf(), training: await trainingOf(world, crowd) };
  for (const course of [first, second]) await drop(keys.held(course));
  for (const person of crowd) await drop(keys.trained(person, '2026'));
  const run = () => backfill(world.test.table, () => world.clock.now);
  expect(await run()).toEqual({ courses: 2, made: 2 });
  const entriesOf = (all: Awaited<ReturnType<typeof trainingOf>>) =>
    new Map([...all].map(([name, { entries }]) => [name, entries]));
  const made = await trainingOf(world, crowd);
  expect(entriesOf(made)).toEqual(entriesOf(wanted.training));
  expect(await heldOf()).toEqual(wanted.held);
  expect(await run()).toEqual({ courses: 2, made: 0 });
  expect(await trainingOf(world, crowd)).toEqual(made);
}, 60_000);

it('says how it is used when it is asked for something else', async () => {
  expect(await main(['--all'], {}, () => 0)).toBe(1);
});
