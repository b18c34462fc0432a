// Source facts on the engine's own stream, one by one: what cannot be read, what is deleted, what a cut-off sees, and what a night does by itself.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reckoner } from '../../../../functions/jobs/tally/reckoner.ts';
import { again, tally } from '../../../../functions/jobs/tally/tally.ts';
import { type FiguresWorld, keyOf, openFiguresWorld } from './figures-world.ts';

let world: FiguresWorld;
let root: string;
let trees = 0;

beforeAll(async () => {
  world = await openFiguresWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  trees += 1;
  root = `t${trees}`;
  await world.plant(root, [1, 2, 1]);
  await count();
  world.log.length = 0;
});

const DONE = { batchItemFailures: [] };
const LATE = '9999-01-01T00:00:00.000Z';
const count = async () => tally(world.deps)(await world.records(''));
/** Somebody who came on some days to the first township. */
const fact = (name: string, version: number, ...days: string[]) => ({
  person: `${root}-${name}`,
  version,
  entries: days.map((day) => ({ unit: `${root}-0-0-0`, day })),
});
const times = async (unit: string) => (await world.counted([unit])).past[unit]?.['came#2026']?.t ?? 0;

it('a fact that cannot be read is reported and stops no other, and is counted when it is mended', async () => {
  const { person } = fact('poison', 1);
  await world.put(fact('one', 1, '2026-03-01'));
  await world.sound.doc.send(
    new PutCommand({ TableName: world.sound.name, Item: { ...keyOf(person), person, entries: 'poison', version: 1 } }),
  );
  await world.put(fact('two', 1, '2026-03-01', '2026-04-01'));
  const records = await world.records('CAME#');
  const answer = await tally(world.deps)(records);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: records[1]?.dynamodb.SequenceNumber }] });
  expect(await times(root)).toBe(3);
  expect(world.log.map((line) => JSON.parse(line))).toEqual([
    { level: 'error', job: 'tally', fault: 'CorruptItem', key: { PK: { S: keyOf(person).PK }, SK: { S: 'CAME' } } },
  ]);
  await world.put(fact('poison', 2, '2026-05-01'));
  expect(await count()).toEqual(DONE);
  expect(await times(root)).toBe(4);
});

it('a fact that can no longer be read stays as it was counted, and a recount names it', async () => {
  const { person } = fact('one', 1);
  await world.put(fact('one', 1, '2026-03-01'));
  await count();
  await world.sound.doc.send(
    new PutCommand({ TableName: world.sound.name, Item: { ...keyOf(person), person, entries: 'poison', version: 2 } }),
  );
  await count();
  expect(await times(root)).toBe(1);
  expect(await reckoner(world.deps)({ recount: true })).toMatchObject({ drifts: 0, behindKeys: [keyOf(person)] });
  await world.put(fact('one', 3, '2026-03-01', '2026-03-02'));
  await reckoner(world.deps)({ redrive: true });
  expect(await reckoner(world.deps)({ recount: true })).toMatchObject({ drifts: 0, behind: 0 });
  expect(await times(root)).toBe(2);
});

it('a fact that is deleted is taken out, nothing late brings it back, and by hand it is taken out as well', async () => {
  for (const name of ['one', 'two']) await world.put(fact(name, 1, '2026-03-01'));
  const first = await world.records('');
  await tally(world.deps)(first);
  await world.remove(`${root}-one`);
  await count();
  await tally(world.deps)(first);
  expect(await times(root)).toBe(1);
  await world.remove(`${root}-two`);
  const lost = await world.records('');
  expect(await again(world.deps)([keyOf(`${root}-two`), keyOf(`${root}-nobody`)])).toBe(1);
  expect(await times(root)).toBe(0);
  await tally(world.deps)(lost);
  await tally(world.deps)(first);
  expect(await times(root)).toBe(0);
  const gone = world.deps.store.factHistory.asOf([keyOf(`${root}-two`)], LATE);
  expect((await gone.next()).value).toMatchObject({ version: 2, pieces: [] });
});

it('a cut-off sees the version that held then, whatever came later or late', async () => {
  const [first, second, third] = [fact('one', 1, '2026-03-01'), fact('one', 2), fact('one', 3, '2026-05-01')];
  await world.put(first, second, third);
  const records = await world.records('CAME#');
  for (const record of records.toReversed()) await tally(world.deps)([record]);
  const asOf = async (second: string) => {
    const kept = world.deps.store.factHistory.asOf([keyOf(first.person)], `2026-03-01T00:00:${second}.000Z`);
    return (await kept.next()).value?.pieces;
  };
  expect(await asOf('00')).toBeUndefined();
  expect(await asOf('01')).toEqual(first.entries);
  expect(await asOf('02')).toEqual([]);
  expect(await asOf('03')).toEqual(third.entries);
  expect(await times(root)).toBe(1);
});

it('a cut-off sees units as they were known then', async () => {
  const { factHistory } = world.deps.store;
  const id = `${root}-0-0-0`;
  const parentsOf = async (instant: string) => (await factHistory.unitsAsOf([id], instant)).get(id)?.parents.length;
  expect(await parentsOf('2020-01-01T00:00:00.000Z')).toBeUndefined();
  expect(await parentsOf(LATE)).toBe(1);
  await world.change({ kind: 'move', unit: id, parent: `${root}-0-1` }, '2026-04-01');
  await count();
  expect(await parentsOf(LATE)).toBe(2);
});

it('the timer first counts what the tree has moved, then recounts once a night', async () => {
  await world.put(fact('one', 1, '2026-06-01'));
  await count();
  await world.change({ kind: 'move', unit: `${root}-0-0-0`, parent: `${root}-0-1` }, '2026-04-01');
  await count();
  expect(await times(`${root}-0-1`)).toBe(0);
  let [now, ms] = ['2026-08-01T03:00:00.000Z', 0];
  const deps = { ...world.deps, now: () => now, clockMs: () => ms };
  await reckoner(deps)();
  expect(await times(`${root}-0-1`)).toBe(1);
  expect(await times(`${root}-0-0`)).toBe(0);
  expect(await reckoner(deps)({ show: true })).toMatchObject({ day: '2026-08-01', drifts: 0, behind: 0 });
  now = '2026-08-01T09:00:00.000Z';
  await reckoner(deps)();
  expect(await reckoner(deps)({ show: true })).toMatchObject({ endedAt: '2026-08-01T03:00:00.000Z' });
  // Past two o'clock in China; but a tree that is not at rest is not recounted.
  now = '2026-08-01T18:30:00.000Z';
  await world.change({ kind: 'move', unit: `${root}-0-0-0`, parent: `${root}-0-0` }, '2026-07-01');
  await count();
  const restless = { ...deps, clockMs: () => (ms += 60_000) };
  await reckoner(restless)();
  expect(await reckoner(deps)({ show: true })).toMatchObject({ day: '2026-08-01' });
  await reckoner(deps)();
  expect(await reckoner(deps)({ show: true })).toMatchObject({ day: '2026-08-02', drifts: 0, behind: 0 });
});
