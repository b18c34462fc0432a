// R5: what is off is found, nothing else is, and nothing is mended but by hand: once, and without losing what is counted meanwhile.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reckoner, type Shown } from '../../../../functions/jobs/tally/reckoner.ts';
import { tally } from '../../../../functions/jobs/tally/tally.ts';
import { figureKeys } from '../../../../functions/store/figure-keys.ts';
import { FAULTS_MS, Killed, killAt, seeded } from '../../../support/faults.ts';
import { type Attended, type Figures, type FiguresWorld, figuresByHand, openFiguresWorld } from './figures-world.ts';

let world: FiguresWorld;
let townships: string[];
const facts = new Map<string, Attended>();
const draw = seeded(5);
const [PEOPLE, DRIFTS] = [40, 200];

beforeAll(async () => {
  world = await openFiguresWorld();
  townships = await world.plant('r', [2, 2, 3]);
  for (let i = 0; i < PEOPLE; i += 1) await put(drawn(`p${i}`, 1));
  await count();
});
afterAll(() => world.close());

function drawn(person: string, version: number): Attended {
  const any = () => townships[Math.floor(draw() * townships.length)] as string;
  const month = () => String(1 + Math.floor(draw() * 12)).padStart(2, '0');
  return { person, version, entries: Array.from({ length: 6 }, () => ({ unit: any(), day: `2026-${month()}-05` })) };
}

async function put(fact: Attended): Promise<void> {
  facts.set(fact.person, fact);
  await world.put(fact);
}

const count = async () => tally(world.deps)(await world.records(''));
const ask = async (asked: Parameters<ReturnType<typeof reckoner>>[0]) => (await reckoner(world.deps)(asked)) as Shown;
const ids = () => world.units().map(({ id }) => id);
const expectSound = async () =>
  expect(await world.counted(ids())).toEqual(figuresByHand(world.units(), [...facts.values()]));

/** Plants drifts at different figures; gives them by name. */
async function plantDrifts(): Promise<Map<string, number>> {
  const { past, own } = await world.counted(ids());
  const parts: [string, Figures][] = [
    ['then', past],
    ['own', own],
  ];
  const all = parts.flatMap(([part, figures]) =>
    Object.entries(figures).flatMap(([unit, shelves]) =>
      Object.entries(shelves).flatMap(([shelf, sums]) =>
        Object.keys(sums).map((name) => ({ unit, shelf, part, name })),
      ),
    ),
  );
  const planted = new Map<string, number>();
  while (planted.size < DRIFTS) {
    const one = all[Math.floor(draw() * all.length)] as (typeof all)[number];
    // Some at figures that nobody counts.
    const name = draw() < 0.1 ? `${one.name}?` : one.name;
    const key = [one.unit, one.shelf, one.part, name].join(' ');
    if (planted.has(key)) continue;
    const by = 1 + Math.floor(draw() * 5);
    planted.set(key, draw() < 0.5 ? by : -by);
    await add({ ...one, name }, planted.get(key) ?? 0);
  }
  return planted;
}

async function add(at: { unit: string; shelf: string; part: string; name: string }, by: number): Promise<void> {
  await world.sound.doc.send(
    new UpdateCommand({
      TableName: world.sound.name,
      Key: figureKeys.counter(at.unit, at.shelf, at.part),
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': at.name },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
}

it('the first day of a table is let pass: what was written before it is on its way', async () => {
  expect(await reckoner(world.deps)()).toBeUndefined();
  expect(await reckoner(world.deps)({ show: true })).toBeUndefined();
});

it('figures that are what their facts say are found sound', async () => {
  expect(await ask({ recount: true })).toMatchObject({
    facts: PEOPLE,
    behind: 0,
    drifts: 0,
    figures: [],
    behindKeys: [],
  });
});

it(
  'two hundred planted drifts are found and none invented, after a recount that ended half-way; mending ends half-way too, and adds once',
  async () => {
    const planted = await plantDrifts();
    for (const n of [9, 40, 121]) await killed(n, () => ask({ recount: true }));
    const found = await ask({ recount: true });
    const byName = new Map(
      found.figures.map(({ unit, shelf, part, name, counted, facts: said }) => [
        [unit, shelf, part, name].join(' '),
        counted - said,
      ]),
    );
    expect(byName).toEqual(planted);
    expect(found).toMatchObject({ facts: PEOPLE, behind: 0, drifts: DRIFTS });
    // Nothing is mended by itself.
    expect((await ask({ show: true })).figures.map(({ state }) => state)).toEqual(Array(DRIFTS).fill('found'));
    for (const n of [7, 50, 201]) await killed(n, () => ask({ mend: true }));
    // Meanwhile people go on: what is counted after the recount stays counted.
    await put(drawn('p1', 2));
    await count();
    const mended = await ask({ mend: true });
    const moved = mended.figures.filter(({ state }) => state === 'found').length;
    expect(moved).toBeLessThan(DRIFTS / 2);
    await ask({ recount: true });
    await ask({ mend: true });
    expect(await ask({ recount: true })).toMatchObject({ drifts: 0, figures: [] });
    await expectSound();
  },
  FAULTS_MS,
);

it('facts whose change the stream gave up are named, deleted ones too, and counted again when asked', async () => {
  await put(drawn('p2', 2));
  await put(drawn('p99', 1));
  await world.remove('p3');
  facts.delete('p3');
  const lost = await world.records('CAME#');
  expect(lost).toHaveLength(3);
  // One that nobody has ever seen is not found from the units: the queue of dead letters names it.
  const found = await ask({ recount: true });
  expect(found).toMatchObject({ behind: 2, drifts: 0 });
  expect(found.behindKeys.map(({ PK }) => PK)).toEqual(['CAME#p2', 'CAME#p3']);
  await ask({ redrive: true });
  expect(await ask({ recount: true })).toMatchObject({ behind: 0, drifts: 0 });
  // What was given up comes at last.
  await tally(world.deps)(lost);
  await expectSound();
});

async function killed(n: number, run: () => Promise<unknown>): Promise<void> {
  const kill = killAt(world.table, n);
  await expect(run(), `wait ${n}`).rejects.toThrow(Killed);
  kill.stop();
}
