// Who of a unit's people was there: listUnitAttendance, as their liaison sees it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolAs } from '../../support/courses.ts';
import { type Hall, openHall, staffOf } from '../../support/door.ts';
import type { Came } from '../../support/staff.ts';
import type { SignedIn } from '../../support/world.ts';

const NOON = '2026-03-01T04:00:00.000Z';

let hall: Hall;
let liaison: SignedIn;
const people: SignedIn[] = [];

/** Somebody who works at a unit, enrolled as its. */
async function workerIn(unit: string): Promise<SignedIn> {
  const { world } = hall;
  world.clock.now = NOON;
  const who = await world.signIn();
  const { people: table } = world.deps.store;
  const before = (await table.get(who.person)) as Came;
  const { version: _, ...person } = before;
  const employments = [{ unit, post: 'social-worker', established: false, from: '2025-01-01' }];
  await table.put({ before, after: { ...person, employments } }, []);
  await enrolAs(world, hall.course, who.person);
  return who;
}

beforeAll(async () => {
  hall = await openHall();
  liaison = await staffOf(hall.world, 'liaison', '31');
  for (let i = 0; i < 60; i += 1) people.push(await workerIn(i === 59 ? '21' : '31'));
  hall.at(0);
  await hall.send(`trainer/sessions/${hall.session}/marks`, mark('in', 0));
  hall.at(180);
  await hall.send(`trainer/sessions/${hall.session}/marks`, mark('out', 180));
}, 60_000);
afterAll(() => hall.close());

/** The first of them, marked by hand so many minutes after the beginning. */
function mark(kind: 'in' | 'out', minutes: number) {
  const at = new Date(Date.parse('2026-04-01T01:00:00.000Z') + minutes * 60_000).toISOString();
  return { request: `mark-of-unit-${kind}-001`, why: '现场核对', marks: [{ kind, at, person: people[0]?.person }] };
}

async function listed(unit = '31', course = hall.course): Promise<Came[]> {
  const path = `trainer/units/${unit}/courses/${course}/attendance`;
  const first = await hall.get(path, liaison);
  if (first.cursor === undefined) return first.people;
  const second = await hall.get(`${path}?cursor=${first.cursor}`, liaison);
  expect(second.cursor).toBeUndefined();
  return [...first.people, ...second.people];
}

it('says of each of the unit’s people alone whether they were there, page by page', async () => {
  const found = await listed();
  expect(found.map(({ person }) => person)).toEqual(
    people
      .slice(0, 59)
      .map(({ person }) => person)
      .sort(),
  );
  const [here] = people;
  for (const { person, sessions } of found) {
    const state = person === here?.person ? ['present', 180] : ['absent', 0];
    expect(sessions.map((one: Came) => [one.state, one.minutes])).toEqual([state]);
  }
});

it('says nothing of a session that is not over', async () => {
  hall.at(179);
  const found = await listed();
  expect(found.map(({ sessions }) => sessions)).toEqual(Array(59).fill([]));
  hall.at(200);
});

it('knows nobody of a course that is none', async () => {
  expect(await listed('31', 'no-such-course')).toEqual([]);
});
