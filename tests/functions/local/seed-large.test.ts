// A small part of the large world, made through the app and counted by the tally from the table's own stream: the figures are those that were planned.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES } from '../../../functions/domain/figures/sources.ts';
import { manifest } from '../../../functions/entry/manifest.ts';
import { handle } from '../../../functions/jobs/tally/tally.ts';
import { heldCourses } from '../../../functions/local/seed-courses.ts';
import { seedLarge } from '../../../functions/local/seed-large.ts';
import { seedStation } from '../../../functions/local/seed-station.ts';
import { seedTraining } from '../../../functions/local/seed-training.ts';
import { bureauId, plannedTrees } from '../../../functions/local/seed-units.ts';
import { demoPlan, type Plan, seedWorld } from '../../../functions/local/seed-world.ts';
import { readToTheEnd } from '../../../functions/local/streams.ts';
import { sentenceOf, worldFigures } from '../../../functions/local/world-figures.ts';
import { type WorldSize, worldPlan } from '../../../functions/local/world-plan.ts';
import { makeTallyStore } from '../../../functions/store/store.ts';
import { openWorld, type World } from '../../support/world.ts';
import { scratchFolder } from './scratch.ts';

const WHOLE_MS = 120_000;
const quiet = () => undefined;

const SIZE: WorldSize = {
  sending: [
    {
      code: '360400',
      years: [
        { year: 2025, registered: 12, passed: 3 },
        { year: 2026, registered: 45, passed: 11 },
      ],
    },
    {
      code: '340523',
      years: [
        { year: 2025, registered: 6, passed: 2 },
        { year: 2026, registered: 9, passed: 5 },
      ],
    },
  ],
  online: { people: 24, lessons: 3 },
  sprint: [10, 10, 8, 9],
};

/** 马山 and 阿西尔乡 whole; of two counties of 九江 and of 和县 the people who lead, and one station that writes down its work. */
const isPart = (id: string) => /^.-(4501|4500|65)/.test(id) || /^.-(360000|360400|360402|360403|34)/.test(id);
const isWhole = (id: string) => /^.-(45|65|360402100)/.test(id);
const trees = plannedTrees().map((tree) => ({ ...tree, units: tree.units.filter(({ id }) => isPart(id)) }));

const part = (): Plan => {
  const { units, people } = demoPlan();
  const kept = people.filter(({ unit, role }) => isPart(unit) && (role !== undefined || isWhole(unit)));
  return { units: units.filter(({ id }) => isPart(id)), people: kept };
};

let world: World;

beforeAll(async () => {
  world = await openWorld('file');
  world.clock.now = '2026-11-20T04:00:00.000Z';
  const { deps, test } = world;
  const writer = await seedWorld(deps, quiet, part);
  const mashan = heldCourses(demoPlan().people).filter(({ id }) => id.startsWith('demo-mashan'));
  await seedTraining(writer, deps.signer, { planned: () => ({ held: mashan, upcoming: [] }) });
  await seedStation({ ...writer, station: deps, units: trees[3]?.units ?? [] });
  await seedLarge({ ...writer, exams: deps, signer: deps.signer }, worldPlan(trees, { size: SIZE }), quiet);
  await counted(test.table);
}, WHOLE_MS);
afterAll(() => world.test.close());

/** Reads the engine's stream to its end, as the launcher does. */
async function counted(table: World['test']['table']): Promise<void> {
  const { protocol, hostname, port = 80 } = (await table.doc.config.endpoint?.()) ?? {};
  const stream = manifest.flatMap((entry) => ('stream' in entry ? [entry.stream] : []))[0];
  if (stream === undefined) throw new Error('nothing reads the stream');
  const deps = { store: makeTallyStore(table), sink: quiet, now: world.deps.now, sources: SOURCES };
  const run = handle(deps) as (event: object) => Promise<unknown>;
  const given: string[] = [];
  await readToTheEnd(
    {
      ...{
        endpoint: `${protocol}//${hostname}:${port}`,
        table: table.name,
        file: join(scratchFolder(), 'streams.json'),
      },
      ...{ streamed: [{ name: 'tally', stream, run }], warn: (line) => given.push(line) },
    },
    quiet,
  );
  expect(given).toEqual([]);
}

async function told(place: string, year: number): Promise<Record<string, unknown>> {
  const all = await worldFigures(world.test.table);
  const own = all.filter((one) => one.place === place && one.year === year);
  return Object.fromEntries(own.map(({ id, values }) => [id, values]));
}

it('shows who registered and passed, beside the year before', async () => {
  expect(await told('九江市', 2026)).toMatchObject({
    registered: { now: { n: 45 }, last: { n: 12 } },
    passed: { now: { n: 11 }, last: { n: 3 } },
    'pass-rate': { now: { n: 11, of: 45 } },
  });
  expect(await told('和县', 2026)).toMatchObject({
    registered: { now: { n: 9 }, last: { n: 6 } },
    passed: { now: { n: 5 }, last: { n: 2 } },
  });
});

it('shows person-times of learning by the rules that are named', async () => {
  expect(await told('九江市', 2026)).toMatchObject({
    'online-views': { now: { n: 24 * 3 } },
    learnings: { now: { n: 24 * 3 + 37 } },
    'paid-for-training': { now: { n: 12_000_000 } },
  });
});

it('shows 马山: 36 social workers, 8 certified, three trainings with 206 person-times', async () => {
  expect(await told('马山县', 2026)).toMatchObject({
    'workers:social-worker': { now: { n: 36 } },
    certified: { now: { n: 8 } },
    'certified:junior': { now: { n: 7 } },
    'certified:intermediate': { now: { n: 1 } },
  });
  const years = await Promise.all([2021, 2023, 2024].map((year) => told('马山县', year)));
  const sum = (id: string) => years.reduce((all, one) => all + (one[id] as { now: { n: number } }).now.n, 0);
  expect([sum('courses'), sum('attendances')]).toEqual([3, 206]);
});

it('shows 阿西尔乡: 205 households and 335 people served', async () => {
  expect(await told('塔城市阿西尔乡', 2026)).toMatchObject({
    households: { now: { n: 205 } },
    'persons-served': { now: { n: 335 } },
  });
});

it('tells each figure with its rule, its denominator and how it stands against last year', async () => {
  const [registered, passed, rate] = (await worldFigures(world.test.table)).map(sentenceOf);
  expect(registered).toBe('九江市 2026 registered: 45 [registered]; (45 − 12) ÷ 12 = +275.0%');
  expect(passed).toContain('(11 − 3) ÷ 3 = +266.7%');
  expect(rate).toBe('九江市 2026 pass-rate: 24.4 % (11 / 45) [pass-rate]; 24.4 − 25.0 = −0.6');
});

it('plans what the towns have reported', () => {
  const { people, exams, courses } = worldPlan(plannedTrees());
  const of = (code: string, year: number) =>
    exams.find(({ unit }) => unit === bureauId(code))?.rows.filter((row) => row.year === year) ?? [];
  const passed = (rows: readonly { result: string }[]) => rows.filter(({ result }) => result === 'passed').length;
  expect([of('360400', 2026).length, passed(of('360400', 2026))]).toEqual([4523, 1085]);
  const views = courses
    .filter(({ id }) => id.startsWith('world-online'))
    .reduce((sum, { came }) => sum + (came[0] ?? 0) * 20, 0);
  const sessions = courses.find(({ id }) => id === 'world-sprint-2026')?.came.reduce((sum, came) => sum + came, 0) ?? 0;
  expect(views + sessions).toBe(52_000);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
});
