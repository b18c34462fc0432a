// From a closed course to the facts behind a figure: together they come to it, and nobody is named to whoever may not list people there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES } from '../../../functions/domain/figures/sources.ts';
import { again } from '../../../functions/jobs/tally/tally.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeTallyStore } from '../../../functions/store/store.ts';
import { enrolAs, MORNING, publishedCourse } from '../../support/courses.ts';
import { staffOf } from '../../support/door.ts';
import { type Desk, openDesk } from '../../support/figures.ts';
import { settle, tenantsIn, workerId, workerName } from '../../support/tenants.ts';
import { AFTER, attend, closeWhole } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

const TEAM = ['31', '311', '211'];
const YEAR = 'year=2026&from=1&to=12';

let world: World;
let desk: Desk;
let course: string;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  course = await publishedCourse(world, { plan: { capacity: 20 }, sessions: [MORNING] });
  for (const unit of TEAM) {
    await enrolAs(world, course, workerId(unit));
    await attend(world, { session: `${course}-001`, person: workerId(unit) });
  }
  world.clock.now = AFTER;
  await closeWhole(world, course);
  const facts = [...TEAM.map((unit) => keys.trained(workerId(unit), '2026')), keys.held(course)];
  const deps = { store: makeTallyStore(world.test.table), sink: () => undefined, now: () => world.clock.now };
  await again({ ...deps, sources: SOURCES })(facts);
  desk = await openDesk(world);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await world.test.close();
});

it('the facts of a figure come to it, each with the person and where they worked', async () => {
  const reader = await staffOf(world, 'bureau-reader', '21');
  const { figures } = await desk.get(`21/figures?${YEAR}&ids=attendances`, reader);
  expect(figures[0].now).toEqual({ n: 2 });
  const { facts, cursor } = await desk.get(`21/facts?${YEAR}&id=attendances`, reader);
  expect(cursor).toBeUndefined();
  expect(facts).toEqual(
    ['31', '311'].map((unit) => ({
      ...{ kind: 'trained', n: 1, day: expect.stringMatching(/^2026-/) },
      units: [{ id: unit, name: `单位〔${unit}〕` }],
      person: { id: workerId(unit), name: workerName(unit) },
    })),
  );
});

it('of a share each fact brings what it is of; of what was held the course stands there', async () => {
  const manager = await staffOf(world, 'bureau-manager', '11');
  const rate = await desk.get(`11/facts?${YEAR}&id=attendance-rate`, manager);
  expect(rate.facts.map(({ n, of }: { n: number; of: number }) => [n, of])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  const held = await desk.get(`11/facts?${YEAR}&id=sessions`, manager);
  expect(held.facts).toMatchObject([{ kind: 'held', n: 1, course }]);
  expect(held.facts[0].person).toBeUndefined();
  expect((await desk.get(`11/facts?year=2025&from=1&to=12&id=sessions`, manager)).facts).toEqual([]);
});

it('a liaison sees the facts of the own station, a trainer none, and nobody those of a sibling', async () => {
  const liaison = await staffOf(world, 'liaison', '31');
  const own = await desk.text(`31/facts?${YEAR}&id=people`, liaison);
  expect(own.status).toBe(200);
  expect(tenantsIn(own.text)).toEqual(['31']);
  const trainer = await staffOf(world, 'trainer', '31');
  expect(await desk.get(`31/facts?${YEAR}&id=people`, trainer)).toMatchObject({ status: 404 });
  for (const unit of ['311', '21', '211']) {
    expect(await desk.get(`${unit}/facts?${YEAR}&id=people`, liaison)).toMatchObject({ status: 404 });
  }
});

it('a cursor of somebody else, or of another question, leads nowhere', async () => {
  const reader = await staffOf(world, 'bureau-reader', '21');
  const path = `21/facts?${YEAR}&id=attendances&cursor=forged`;
  expect(await desk.get(path, reader)).toMatchObject({ status: 400, code: 'invalid_input' });
});
