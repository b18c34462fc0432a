// Goal R3 for the outbox: the process ends at every wait in turn, the timer comes again after the lease, and the table is as after a clean run.
// One mail may have gone twice, under one name: between sending it and noting that it was sent there is nothing that could not be cut.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliver } from '../../../functions/jobs/deliver.ts';
import { FAULTS_MS, Killed, killAt } from '../../support/faults.ts';
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

it(
  'a run that is cut off anywhere is made up for by the next, and repeats one mail at most',
  async () => {
    const clean = openBox(world);
    const first = await movedCourse(world);
    const count = killAt(world.test.table, Number.POSITIVE_INFINITY);
    await deliver(clean.deps)(LONG);
    count.stop();
    expect(clean.mails.map(({ to }) => to).sort()).toEqual(EXPECTED);
    expect(await leftBehind(clean, first)).toEqual(CLEAN);
    expect(count.waits()).toBeGreaterThan(30);
    let repeated = 0;
    for (let n = 1; n <= count.waits(); n += 1) {
      passMinutes(world, 10);
      const box = openBox(world);
      const course = await movedCourse(world);
      const kill = killAt(world.test.table, n);
      await expect(deliver(box.deps)(LONG), `wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      passMinutes(world, 3);
      await deliver(box.deps)(LONG);
      expect(once(box), `the mails after wait ${n}`).toEqual(EXPECTED);
      expect(box.mails.length - EXPECTED.length, `repeats after wait ${n}`).toBeLessThanOrEqual(1);
      repeated += box.mails.length - EXPECTED.length;
      expect(await leftBehind(box, course), `after wait ${n}`).toEqual(CLEAN);
    }
    // Otherwise the one place where a mail may go twice was never tried.
    expect(repeated).toBeGreaterThan(0);
  },
  FAULTS_MS,
);
