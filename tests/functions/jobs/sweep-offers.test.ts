import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepOffers } from '../../../functions/jobs/sweep-offers.ts';
import { change, enrolAs, moveAs, people, publishedCourse, stateOf } from '../../support/courses.ts';
import { FAULTS_MS, Killed, killAt } from '../../support/faults.ts';
import { type Box, openBox, passMinutes } from '../../support/mail.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let box: Box;
const [ada, bo, cy] = ['person-00001', 'person-00002', 'person-00003'] as const;
const LONG = 100_000;
const HOUR = 60;

beforeAll(async () => {
  world = await openWorld();
  box = openBox(world);
  await settle(world);
  await people(world, 3);
}, 60_000);
afterAll(() => world.test.close());

const dueNow = () => box.deps.store.dueOffers.list(world.clock.now, 10);

/** The one seat is offered to the first of two who wait. */
async function offered(): Promise<string> {
  const course = await publishedCourse(world, { plan: { capacity: 1, offerHours: 1 } });
  for (const person of [ada, bo, cy]) await enrolAs(world, course, person);
  await moveAs(world, course, ada, { move: 'withdraw' });
  return course;
}

it('passes a seat on when its offer is over, though nobody looks, and not before', async () => {
  const course = await offered();
  expect(await sweepOffers(box.deps)(LONG)).toBe(0);
  passMinutes(world, HOUR);
  expect(await sweepOffers(box.deps)(LONG)).toBe(1);
  const { of, seats } = await stateOf(world, course);
  expect([of('lapsed'), of('offered'), seats.taken]).toEqual([new Set([bo]), new Set([cy]), 1]);
  expect(await dueNow()).toEqual([]);
  passMinutes(world, HOUR);
  await sweepOffers(box.deps)(LONG);
  expect((await stateOf(world, course)).seats).toMatchObject({ taken: 0, waiting: 0 });
  expect(await dueNow()).toEqual([]);
});

it('has nothing to do for an offer that was answered', async () => {
  const course = await offered();
  await moveAs(world, course, bo, { move: 'accept' });
  passMinutes(world, HOUR);
  expect(await sweepOffers(box.deps)(LONG)).toBe(0);
});

it('leaves the offers of a cancelled course as they are, and comes to them no more', async () => {
  const course = await offered();
  await change(world, course, { kind: 'cancel', why: '停课' });
  passMinutes(world, HOUR);
  expect(await sweepOffers(box.deps)(LONG)).toBe(1);
  expect((await stateOf(world, course)).of('offered')).toEqual(new Set([bo]));
  expect(await sweepOffers(box.deps)(LONG)).toBe(0);
});

it('begins nothing when its time is up', async () => {
  await offered();
  passMinutes(world, HOUR);
  expect(await sweepOffers(box.deps)(0)).toBe(0);
  expect(await sweepOffers(box.deps)(LONG)).toBe(1);
});

it(
  'cut off anywhere and started again, it leaves what a clean run leaves',
  async () => {
    await offered();
    passMinutes(world, HOUR);
    const count = killAt(world.test.table, Number.POSITIVE_INFINITY);
    await sweepOffers(box.deps)(LONG);
    count.stop();
    expect(count.waits()).toBeGreaterThan(8);
    for (let n = 1; n <= count.waits(); n += 1) {
      const course = await offered();
      passMinutes(world, HOUR);
      const kill = killAt(world.test.table, n);
      await expect(sweepOffers(box.deps)(LONG), `wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      await sweepOffers(box.deps)(LONG);
      const { of, seats } = await stateOf(world, course);
      expect([of('lapsed'), of('offered'), seats.taken, seats.waiting], `after wait ${n}`).toEqual([
        new Set([bo]),
        new Set([cy]),
        1,
        0,
      ]);
      expect(await dueNow(), `after wait ${n}`).toEqual([]);
    }
  },
  FAULTS_MS,
);
