// Goal R3 for grading anew: the process ends at every wait in turn, the timer comes again after the lease, and results, lines and progress are those of a
// clean run.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { regrade } from '../../../functions/jobs/regrade.ts';
import { graderDeps } from '../../support/examiner.ts';
import { FAULTS_MS, killAt, SOAK, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { openWorld, type World } from '../../support/world.ts';
import { corrected, outcomeOf, type Regradable, regradable } from './regradable.ts';

let world: World;
const LONG = 1_000_000;
const MINUTES = 60_000;

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.test.close());

/** Runs the timer until nothing is due: the lease of a dead process first has to end, and the second round comes a quarter of an hour later. */
async function toTheEnd(of: Regradable): Promise<void> {
  for (const minutes of [2, 20, 2, 2]) {
    of.pass(minutes * MINUTES);
    await untilAnswered(async () => {
      const { failed } = await regrade(graderDeps(world))(LONG);
      if (failed > 0) throw Object.assign(new Error('once more'), { name: 'TableBusy' });
    });
  }
}

it(
  'a run that is cut off anywhere is made up for by the next',
  async () => {
    const clean = await corrected(await regradable(world));
    const count = killAt(world.test.table, Number.POSITIVE_INFINITY);
    await regrade(graderDeps(world))(LONG);
    count.stop();
    await toTheEnd(clean);
    const wanted = await outcomeOf(clean);
    expect(wanted).toMatchObject({ job: { state: 'done', counts: { changed: 4 } }, due: 0 });
    expect(wanted.results.map(({ earned }) => earned)).toEqual([0, 2, 6, 10, 12]);
    expect(count.waits()).toBeGreaterThan(30);
    const step = SOAK ? 1 : 3;
    for (let n = 1; n <= count.waits(); n += step) {
      const again = await corrected(await regradable(world));
      const kill = killAt(world.test.table, n);
      // The run notes what it could not work on; what it notes nowhere is that it is dead.
      await regrade(graderDeps(world))(LONG).catch(() => undefined);
      kill.stop();
      await toTheEnd(again);
      expect(await outcomeOf(again), `after wait ${n}`).toEqual(wanted);
    }
  },
  FAULTS_MS,
);

it.each(seedsOf(SOAK ? 40 : 3))(
  'a table under load changes nothing about the outcome (seed %i)',
  async (seed) => {
    const calm = await corrected(await regradable(world));
    await toTheEnd(calm);
    const of = await corrected(await regradable(world));
    const faults = withFaults(world.test.table, seed);
    for (let runs = 0; runs < 30; runs += 1) {
      of.pass(2 * MINUTES);
      await regrade(graderDeps(world))(LONG).catch(() => undefined);
    }
    faults.stop();
    await toTheEnd(of);
    expect(await outcomeOf(of)).toEqual(await outcomeOf(calm));
    expect(faults.happened.throttled + faults.happened.lost + faults.happened.unanswered).toBeGreaterThan(0);
  },
  FAULTS_MS,
);
