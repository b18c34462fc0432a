// The law of the tally: sums = recount, on a table that throttles, loses requests and falls silent, with records that come up to five times, cut into
// any batches, late, and to several at once; and with the process ending at every one of its waits.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../../../functions/domain/attempts/result.ts';
import { recount } from '../../../../functions/jobs/tally/recount.ts';
import { tally } from '../../../../functions/jobs/tally/tally.ts';
import type { EngineRecord } from '../../../../functions/local/stream-client.ts';
import { LANES } from '../../../../functions/store/tally.ts';
import {
  FAULTS_MS,
  Killed,
  killAt,
  SOAK,
  seeded,
  seedsOf,
  untilAnswered,
  withFaults,
} from '../../../support/faults.ts';
import { byHand, delivered, drawnResult, inTable, openTallyWorld, regradedAt, type TallyWorld } from './world.ts';

let world: TallyWorld;

beforeAll(async () => {
  world = await openTallyWorld();
});
afterAll(() => world.close());

const MONTHS = ['2026-03'];
let runs = 0;

/** A history of a subject of its own: results, most of them graded anew, some voided; in the order in which they were written. */
async function history(draw: () => number, count: number): Promise<{ subject: string; all: Result[] }> {
  runs += 1;
  const subject = `subject-${runs}`;
  const all: Result[] = [];
  for (let i = 0; i < count; i += 1) {
    const paper = draw() < 0.3 ? { paper: `paper-${runs}` } : {};
    all.push(
      drawnResult(10_000 + runs * 100 + i, draw, { subject, ...paper, form: draw() < 0.5 ? 'short' : 'official' }),
    );
    const [any] = all.filter(() => draw() < 0.3);
    const newest = all.filter(({ attempt }) => attempt === any?.attempt).at(-1);
    if (newest === undefined || newest.state === 'voided') continue;
    const next = regradedAt(newest, draw);
    all.push(draw() < 0.2 ? { ...next, state: 'voided' } : next);
  }
  await world.write(...all);
  return { subject, all };
}

async function expectCounted({ subject, all }: { subject: string; all: readonly Result[] }): Promise<void> {
  const papers = [...new Set(all.flatMap(({ paper }) => paper ?? []))].map((paper) => `paper:${paper}`);
  expect(await inTable(world, [subject, ...papers])).toEqual(byHand(all));
  expect(await recount(world.deps)(subject, MONTHS)).toMatchObject({ behind: [], drift: [] });
  const lanes = await Promise.all(LANES.map((lane) => world.deps.store.tally.lane(lane)));
  expect(lanes.filter(({ pending }) => pending !== undefined)).toEqual([]);
}

it.each(seedsOf(SOAK ? 100 : 6))(
  'sums are a recount, whatever comes again, cut or late to two at once on a failing table, seed %i',
  async (seed) => {
    const draw = seeded(seed);
    const done = await history(draw, 25);
    const batches = delivered(await world.records(), draw);
    const faults = withFaults(world.table, seed, { throttled: 0.03, lost: 0.03, unanswered: 0.03 });
    const half = batches.length / 2;
    const reader = async (part: readonly EngineRecord[][]) => {
      for (const batch of part) await untilAnswered(() => tally(world.deps)(batch));
    };
    await Promise.all([reader(batches.slice(0, half)), reader(batches.slice(half)), reader(batches.toReversed())]);
    faults.stop();
    expect(Object.values(faults.happened).every((count) => count > 0)).toBe(true);
    await expectCounted(done);
  },
  FAULTS_MS,
);

it(
  'a run that ends at any of its waits is finished by the next with the same records',
  async () => {
    const draw = seeded(7);
    const first = await history(draw, 6);
    const count = killAt(world.table, Number.POSITIVE_INFINITY);
    await tally(world.deps)(await world.records());
    count.stop();
    await expectCounted(first);
    expect(count.waits()).toBeGreaterThan(30);
    for (let n = 1; n <= count.waits(); n += 1) {
      const one = await history(draw, 6);
      const records = await world.records();
      const kill = killAt(world.table, n);
      await tally(world.deps)(records).then(
        () => undefined,
        (error: Error) => expect(error, `wait ${n}`).toBeInstanceOf(Killed),
      );
      kill.stop();
      // What is left of a batch may come cut: first its end, and then the rest.
      await tally(world.deps)(records.slice(Math.floor(draw() * records.length)));
      await tally(world.deps)(records);
      await expectCounted(one);
    }
  },
  FAULTS_MS,
);

it('a run that ends before its counters are added to is finished by a later one in its lane, with other records', async () => {
  const draw = seeded(11);
  const one = await history(draw, 3);
  const records = await world.records();
  const count = killAt(world.table, Number.POSITIVE_INFINITY);
  const isTaken = async () =>
    (await Promise.all(LANES.map((lane) => world.deps.store.tally.lane(lane)))).some(
      (lane) => lane.pending !== undefined,
    );
  count.stop();
  for (let n = 1; !(await isTaken()); n += 1) {
    const kill = killAt(world.table, n);
    await expect(tally(world.deps)(records)).rejects.toThrow(Killed);
    kill.stop();
  }
  const others = await history(draw, 30);
  for (const record of await world.records()) await tally(world.deps)([record]);
  await expectCounted(one);
  await expectCounted(others);
});
