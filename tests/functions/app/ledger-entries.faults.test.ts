// Goals R2 and R6 for the ledger: an entry is handed in once and decided once, whatever is lost on the way and wherever a process ends.
import { afterEach, expect, it } from 'vitest';
import { readLedger } from '../../../functions/app/ledger.ts';
import { addEntry, moveEntry } from '../../../functions/app/ledger-entries.ts';
import { type Actor, actorOn } from '../../../functions/domain/access/can.ts';
import { actorOf, freshRequest } from '../../support/courses.ts';
import { Killed, killAt, seeded, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { settle, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

const SOAK = process.env.SOAK === '1';
const [SEEDS, ENTRIES] = SOAK ? [50, 40] : [3, 12];
const LONG_MS = SOAK ? 3_600_000 : 120_000;

const ME = workerId('21');
const MANAGER: Actor = actorOn(
  'manager-of-tests',
  [{ unit: '21', role: 'unit-manager', from: '2020-01-01', by: 'x' }],
  '2026-03-01',
);

let world: World;
afterEach(() => world.test.close());

const propose = (title: string, request: string) => {
  const when = { day: '2025-03-03', minutes: 60 };
  const body = { request, kind: 'training' as const, title, organiser: '社工协会', evidence: [], when };
  return addEntry(world.deps)(actorOf(ME), { params: { person: ME }, query: undefined, body });
};

const approve = (entry: string, request: string) => {
  const params = { person: ME, entry };
  return moveEntry(world.deps)(MANAGER, { params, query: undefined, body: { request, move: 'approve' } });
};

async function entries() {
  const read = await readLedger(world.deps)(actorOf(ME), { params: { person: ME }, query: {}, body: undefined });
  return read.entries.map(({ title, facts }) => [title, ...facts.map(({ state }) => state)]);
}

it(
  `keeps every entry once, approved once, with faults on (${SEEDS} seeds of ${ENTRIES})`,
  async () => {
    for (const seed of seedsOf(SEEDS)) {
      world = await openWorld();
      await settle(world);
      const draw = seeded(seed);
      const faults = withFaults(world.test.table, seed);
      const titles = Array.from({ length: ENTRIES }, (_, i) => `研修${String(i).padStart(2, '0')}`);
      for (const title of titles) {
        const [handed, decided] = [freshRequest(), freshRequest()];
        const times = 1 + Math.floor(draw() * 3);
        let entry = '';
        for (let i = 0; i < times; i += 1) ({ entry } = await untilAnswered(() => propose(title, handed)));
        for (let i = 0; i < times; i += 1) await untilAnswered(() => approve(entry, decided));
      }
      faults.stop();
      expect((await entries()).toSorted(), `seed ${seed}`).toEqual(
        titles.map((title) => [title, 'proposed', 'approved']),
      );
      expect(Object.values(faults.happened).some((count) => count > 0)).toBe(true);
      await world.test.close();
    }
    world = await openWorld();
  },
  LONG_MS,
);

it('leaves what a clean run leaves when it is killed at any of its waits and asked again', async () => {
  world = await openWorld();
  await settle(world);
  const clean = killAt(world.test.table, Number.POSITIVE_INFINITY);
  await approve((await propose('研修00', freshRequest())).entry, freshRequest());
  clean.stop();
  for (let n = 1; n <= clean.waits(); n += 1) {
    const [handed, decided] = [freshRequest(), freshRequest()];
    const title = `研修${String(n).padStart(2, '0')}`;
    const whole = async () => approve((await propose(title, handed)).entry, decided);
    const kill = killAt(world.test.table, n);
    await expect(whole()).rejects.toThrow(Killed);
    kill.stop();
    await whole();
    const own = (await entries()).filter(([one]) => one === title);
    expect(own, `killed at wait ${n}`).toEqual([[title, 'proposed', 'approved']]);
  }
});
