// The exams of the demo world, in as much of it as is needed: 和县 and 马山 whole, and of 九江 the demo liaison's station.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examPieces, examSums } from '../../../functions/domain/exams/exam-figures.ts';
import { holdingOf } from '../../../functions/domain/exams/record.ts';
import { contradictions } from '../../../functions/domain/exams/results.ts';
import { seedExams } from '../../../functions/local/seed-exams.ts';
import { LEDGER_STATION } from '../../../functions/local/seed-ledgers.ts';
import { seedOwnExams } from '../../../functions/local/seed-own-exams.ts';
import { plannedPeople } from '../../../functions/local/seed-people.ts';
import { type PlannedTree, plannedTrees } from '../../../functions/local/seed-units.ts';
import { seedWorld } from '../../../functions/local/seed-world.ts';
import type { Writer } from '../../../functions/local/seed-write.ts';
import { Killed, killAt } from '../../support/faults.ts';
import { openWorld, type World } from '../../support/world.ts';

const WORKER = `${LEDGER_STATION}-03`;
const COLLEAGUE = `${LEDGER_STATION}-04`;

let world: World;
let writer: Writer;

/** A tree with one of its stations and what stands above it. */
function withOnly(tree: PlannedTree, station: string): PlannedTree {
  const wanted = new Set([station]);
  // A parent stands before its children.
  for (const { id, parent } of tree.units.toReversed()) if (wanted.has(id) && parent !== null) wanted.add(parent);
  return { ...tree, units: tree.units.filter(({ id }) => wanted.has(id)) };
}

function plan() {
  const [jiujiang, hexian, mashan, tacheng] = plannedTrees() as [PlannedTree, PlannedTree, PlannedTree, PlannedTree];
  const trees = [withOnly(jiujiang, LEDGER_STATION), hexian, mashan];
  const units = new Set(trees.flatMap((tree) => tree.units.map(({ id }) => id)));
  const all = plannedPeople([jiujiang, hexian, mashan, tacheng]);
  // Nobody goes on to a unit that is not here.
  const isHere = ({ unit, steps }: (typeof all)[number]) =>
    units.has(unit) && steps.every((step) => step.kind !== 'transfer' || units.has(step.to));
  return { trees, people: all.filter(isHere) };
}

const exams = () => ({ ...writer, exams: world.deps });

beforeAll(async () => {
  world = await openWorld('file');
  const { trees, people } = plan();
  const start = async () => {
    const planned = () => ({ units: trees.flatMap((tree) => tree.units), people });
    writer = await seedWorld(world.deps, () => undefined, planned);
  };
  await start();
  // A start that is cut off in the middle is finished by the next, which remembers nothing of it.
  const kill = killAt(world.test.table, 1_000);
  await expect(seedExams(exams(), plan)).rejects.toThrow(Killed);
  kill.stop();
  await start();
  await seedExams(exams(), plan);
  await seedOwnExams(exams(), WORKER);
}, 120_000);
afterAll(() => world.test.close());

/** What the exams of a year come to of all who ever worked at some units: registered, passed, passed by a local line alone. */
async function figuresOf(town: number, year: number) {
  const units = plan().trees[town]?.units ?? [];
  const lists = units.map(({ id }) => world.deps.store.workers.list(id, { limit: 1_000 }));
  const ids = (await Promise.all(lists)).flatMap(({ found }) => found.map(({ person }) => person));
  const records = await world.deps.store.examRecords.ofMany(ids);
  const sums = [...records.values()].map((record) => examSums(examPieces(record))[`exam#${year}`] ?? {});
  return ['reg', 'pass', 'local'].map((name) =>
    sums
      .flatMap((shelf) => Object.entries(shelf))
      .reduce((all, [key, count]) => all + (key.startsWith(`${name}:`) ? count : 0), 0),
  );
}

it('has 453 registered and 150 passed in 和县, and 59 passed the year before: 154 % more', async () => {
  expect(await figuresOf(1, 2025)).toEqual([453, 150, 0]);
  expect((await figuresOf(1, 2024))[1]).toBe(59);
  expect(Math.round((150 / 59 - 1) * 100)).toBe(154);
});

it('has two in 马山 who passed by its own line alone, and passes of all eight who are certified', async () => {
  const [registered, , local] = await figuresOf(2, 2025);
  expect(registered).toBeGreaterThanOrEqual(15);
  expect(local).toBe(2);
  const certified = plan().people.filter(({ unit, steps }) => /^s-450124/.test(unit) && steps.length > 0);
  const records = await world.deps.store.examRecords.ofMany(certified.map(({ id }) => id));
  expect([...records.values()].map(({ entries }) => entries.map((entry) => holdingOf(entry).state))).toEqual(
    Array.from({ length: 8 }, () => ['confirmed']),
  );
});

it('has a worker who waits for the last paper of 中级, and a colleague who contradicts the list', async () => {
  const { examRecords } = world.deps.store;
  const held = await examRecords.get(WORKER);
  expect(held?.entries.map((entry) => [entry.year, entry.level, holdingOf(entry).state])).toEqual([
    [2022, 'junior', 'confirmed'],
    [2024, 'intermediate', 'confirmed'],
    [2025, 'intermediate', 'declared'],
  ]);
  const [own] = (await examRecords.get(COLLEAGUE))?.entries ?? [];
  const { held: said, confirmed } = holdingOf(own ?? { facts: [] });
  expect(contradictions(confirmed?.papers ?? [], said?.papers ?? [])).toEqual(['junior-comprehensive']);
});

it('is left alone by the next start', async () => {
  const before = await world.deps.store.examRecords.get(WORKER);
  await seedExams(exams(), plan);
  await seedOwnExams(exams(), WORKER);
  expect(await world.deps.store.examRecords.get(WORKER)).toEqual(before);
});
