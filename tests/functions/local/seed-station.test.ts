// The station work of the demo world, in as much of it as is needed: 阿西尔乡, and six head stations of 九江 with the demo liaison's station.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRounds } from '../../../functions/app/appraisals.ts';
import { readWork } from '../../../functions/app/work-reading.ts';
import { actorOn } from '../../../functions/domain/access/can.ts';
import { dayOf } from '../../../functions/domain/time.ts';
import { LEDGER_STATION } from '../../../functions/local/seed-ledgers.ts';
import { seedStation } from '../../../functions/local/seed-station.ts';
import { demoPlan, type Plan, seedWorld } from '../../../functions/local/seed-world.ts';
import type { Writer } from '../../../functions/local/seed-write.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { openWorld, type World } from '../../support/world.ts';

const AXIER = 's-654201202';
const HEADS = 6;

let world: World;
let writer: Writer;
let plan: Plan;

/** Some units with all above them, and their first people. */
function smallPlan(): Plan {
  const { units, people } = demoPlan();
  const heads = units.filter(({ kind }) => kind === 'station-county').slice(0, HEADS);
  const wanted = new Set([AXIER, LEDGER_STATION, ...heads.map(({ id }) => id)]);
  // A parent stands before its children.
  for (const { id, parent } of units.toReversed()) if (wanted.has(id) && parent !== null) wanted.add(parent);
  const isFirst = ({ id, unit }: Plan['people'][number]) => wanted.has(unit) && /-0[1-5]$/.test(id);
  // Nobody goes on to a unit that is not here.
  const staying = people.filter(isFirst).map((one) => ({ ...one, steps: [] }));
  return { units: units.filter(({ id }) => wanted.has(id)), people: staying };
}

const seed = () => seedStation({ ...writer, station: world.deps, units: plan.units });

beforeAll(async () => {
  world = await openWorld();
  plan = smallPlan();
  const start = async () => {
    writer = await seedWorld(
      world.deps,
      () => undefined,
      () => plan,
    );
  };
  await start();
  // A start that is cut off in the middle is finished by the next, which remembers nothing of it.
  const kill = killAt(world.test.table, 150);
  await expect(seed()).rejects.toThrow(Killed);
  kill.stop();
  await start();
  await seed();
}, 60_000);
afterAll(() => world.test.close());

async function actor(id: string) {
  return actorOn(id, await world.deps.store.grants.ofPerson(id), dayOf(world.clock.now));
}

async function worksOf(unit: string, by: string) {
  const read = async (year: string) =>
    readWork(world.deps)(await actor(by), { params: { unit }, query: { year }, body: undefined });
  return [await read('2025'), await read('2026')] as const;
}

it('has 12 activities, three supervisions, 205 households and 335 people at 阿西尔乡', async () => {
  const [before, now] = await worksOf(AXIER, `${AXIER}-03`);
  const works = [...before.records, ...now.records].map(({ work }) => work);
  const count = (type: string) => works.filter((work) => work.type === type).length;
  expect([count('activity'), count('supervision'), count('fund')]).toEqual([12, 3, 1]);
  expect(works.reduce((sum, work) => sum + (work.type === 'activity' ? work.served : 0), 0)).toBe(486);
  expect(now.coverage.months.at(-1)?.coverage).toMatchObject({ households: 205, people: 335 });
  expect(now.names[`${AXIER}-03`]).toMatch(/^社区工作者/);
});

it('has a quarter half way in 九江, with grades that are not all the same, and a year begun', async () => {
  const city = await actor('b-360400-01');
  const rounds = async (year: string) => {
    const input = { params: { unit: 'b-360400' }, query: { year }, body: undefined };
    return (await listRounds(world.deps)(city, input)).appraisals;
  };
  const quarter = await rounds('2025');
  const states = quarter.map(({ state }) => state).sort();
  expect(states).toEqual(['decided', 'opened', 'opened', 'published', 'published', 'scored', 'scored']);
  expect(quarter.find(({ unit }) => unit === LEDGER_STATION)).toMatchObject({ state: 'opened' });
  expect(new Set(quarter.flatMap(({ total }) => total ?? [])).size).toBeGreaterThan(1);
  expect((await rounds('2026')).map(({ state }) => state).sort()).toEqual(['scored', 'visited']);
});

it('is left alone by the next start', async () => {
  const before = await worksOf(LEDGER_STATION, 'b-360400-01');
  await seed();
  expect(await worksOf(LEDGER_STATION, 'b-360400-01')).toEqual(before);
});
