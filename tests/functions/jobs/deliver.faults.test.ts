// The outbox on a table that throttles, loses requests and falls silent: runs fail, and in the end everybody has been told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver } from '../../../functions/jobs/deliver.ts';
import { FAULTS_MS, SOAK, seedsOf, withFaults } from '../../support/faults.ts';
import { openBox, passMinutes } from '../../support/mail.ts';
import { openWorld, type World } from '../../support/world.ts';
import { CLEAN, EXPECTED, leftBehind, movedCourse, once, settlePeople } from './moved-course.ts';

let world: World;
const LONG = 1_000_000;

beforeAll(async () => {
  world = await openWorld();
  await settlePeople(world);
}, 60_000);
afterAll(() => world.test.close());

it.each(seedsOf(SOAK ? 60 : 5))(
  'everybody is told in the end, seed %i',
  async (seed) => {
    passMinutes(world, 10);
    const box = openBox(world);
    const course = await movedCourse(world);
    const faults = withFaults(world.test.table, seed, { throttled: 0.1, lost: 0.1, unanswered: 0.1 });
    for (let run = 0; run < 12; run += 1) {
      await deliver(box.deps)(LONG).catch((error: Error) => expect(error.name).toBe('TableBusy'));
      passMinutes(world, 3);
    }
    faults.stop();
    for (let run = 0; run < 2; run += 1) {
      await deliver(box.deps)(LONG);
      passMinutes(world, 3);
    }
    expect(faults.happened.throttled + faults.happened.lost + faults.happened.unanswered).toBeGreaterThan(0);
    expect(once(box)).toEqual(EXPECTED);
    expect(await leftBehind(box, course)).toEqual(CLEAN);
  },
  FAULTS_MS,
);
