// The ledgers of the demo station, seeded through the app on a part of the world.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLedger } from '../../../functions/app/ledger.ts';
import { listLedgers } from '../../../functions/app/unit-ledgers.ts';
import { actorOn } from '../../../functions/domain/access/can.ts';
import { LEDGER_STATION, seedLedgers } from '../../../functions/local/seed-ledgers.ts';
import type { PlannedPerson } from '../../../functions/local/seed-plan.ts';
import { demoPlan, type Plan, seedWorld } from '../../../functions/local/seed-world.ts';
import { employ, type Writer } from '../../../functions/local/seed-write.ts';
import { openWorld, type World } from '../../support/world.ts';
import { chainOf } from './chain.ts';

const WHOLE_MS = 60_000;

/** The station, what stands above it, and its people. */
const part = (): Plan => {
  const { units, people } = demoPlan();
  const above = new Set<string | null>([LEDGER_STATION]);
  for (const { id, parent } of units.toReversed()) if (above.has(id)) above.add(parent);
  // Whom they are transferred to is no part of it.
  const own = people
    .filter(({ unit }) => unit === LEDGER_STATION)
    .map((one) => ({ ...one, steps: certificatesOf(one) }));
  return { units: units.filter(({ id }) => above.has(id)), people: own };
};

const certificatesOf = ({ steps }: PlannedPerson) => steps.filter(({ kind }) => kind === 'certificate');

let world: World;
let writer: Writer;
beforeAll(async () => {
  world = await openWorld();
  writer = await seedWorld(world.deps, () => undefined, part);
  await place('demo-worker-1', 'worker');
  await place('demo-liaison-1', 'liaison');
  await place('demo-manager-1', 'bureau-manager');
  await seedLedgers(writer, 'demo-worker-1', await keepers());
}, WHOLE_MS);
afterAll(() => world.test.close());

async function place(id: string, role: NonNullable<PlannedPerson['role']>): Promise<void> {
  const begins = { name: `演示${role}`, post: 'other', established: true, from: '2024-01-02' } as const;
  await employ(writer, { id, begins, steps: [], unit: LEDGER_STATION, role });
}

async function actor(id: string) {
  return actorOn(id, await world.deps.store.grants.ofPerson(id), '2026-03-01');
}

async function keepers() {
  const entries = world.deps.store.ledgerEntries;
  return { liaison: await actor('demo-liaison-1'), manager: await actor('demo-manager-1'), entries };
}

async function station() {
  const input = { params: { unit: LEDGER_STATION }, query: {}, body: undefined };
  return listLedgers(world.deps)(await actor('demo-liaison-1'), input);
}

async function ownLedger() {
  const input = { params: { person: 'demo-worker-1' }, query: {}, body: undefined };
  return readLedger(world.deps)(await actor('demo-worker-1'), input);
}

test('the worker lacks 18 of 72 hours with half a year to go; one entry waits, one was refused', async () => {
  const { ledger, entries } = await ownLedger();
  const forecast = { state: 'open', missing: 18 * 60, by: '2026-08-31', months: 6, perMonth: 3 * 60 };
  expect(ledger).toMatchObject({ target: 72 * 60, total: 54 * 60, forecast });
  const states = Map.groupBy(entries, ({ state }) => state);
  expect([...states].map(([state, all]) => [state, all.length]).sort()).toEqual([
    ['approved', 7],
    ['proposed', 1],
    ['refused', 1],
  ]);
});

test('the liaison sees who of the station is short, who has reached it, and who is not registered', async () => {
  const { people, sum } = await station();
  expect(sum).toEqual({ people: 9, registered: 4, reached: 1, short: 3, unregistered: 5, waiting: 1 });
  const missing = people.flatMap(({ ledger }) => ledger?.missing ?? []);
  expect(missing.sort((a, b) => a - b)).toEqual([0, 18 * 60, 42 * 60, 90 * 60]);
});

test('what is seeded again stays as it was, with a sound chain', async () => {
  const before = [await station(), await ownLedger()];
  await seedLedgers(writer, 'demo-worker-1', await keepers());
  expect([await station(), await ownLedger()]).toEqual(before);
  expect(await chainOf(world.deps, LEDGER_STATION)).toEqual({ ok: true });
});
