// The laws of figures: at every unit distinct people are those that a count by hand finds, and person-times those of the unit alone and of all below it, in the
// boundaries of the time and in the newest ones; on a table that fails, with records that come again, cut, late and to several at once, while the tree changes.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { factsAsOf } from '../../../../functions/app/figure-facts.ts';
import type { Day } from '../../../../functions/domain/time.ts';
import { rechain } from '../../../../functions/jobs/tally/rechain.ts';
import { recountTree } from '../../../../functions/jobs/tally/reckon.ts';
import { tally } from '../../../../functions/jobs/tally/tally.ts';
import type { EngineRecord } from '../../../../functions/local/stream-client.ts';
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
import { type Attended, type FiguresWorld, figuresByHand, heirOf, keyOf, openFiguresWorld } from './figures-world.ts';
import { delivered } from './world.ts';

let world: FiguresWorld;
let trees = 0;

beforeAll(async () => {
  world = await openFiguresWorld();
});
afterAll(() => world.close());

/** People, what each attends, and the tree: 50,000 attendances of 2,000 people in 500 units in the long form. */
const SIZE = SOAK
  ? { people: 2_000, each: 25, widths: [4, 5, 23] as const, batch: 100 }
  : { people: 40, each: 10, widths: [2, 2, 3] as const, batch: 20 };

/** At which waits a run ends: at each in the long form; an odd number, so that it is before requests as well as after them. */
const KILLS_APART = SOAK ? 1 : 19;

/** A batch of figures is some hundred requests, in the long form some thousand, all of which must succeed in one of its tries. */
const SHARE = SOAK ? 0.0002 : 0.006;
const SHARES = { throttled: SHARE, lost: SHARE, unanswered: SHARE };

const LATE = '9999-01-01T00:00:00.000Z';

interface Story {
  root: string;
  townships: string[];
  facts: Map<string, Attended>;
}

const dayIn = (draw: () => number): Day => {
  const two = (of: number) => String(1 + Math.floor(draw() * of)).padStart(2, '0');
  return `${draw() < 0.2 ? '2025' : '2026'}-${two(12)}-${two(28)}`;
};

/** Some belong to two units at once, some move from one to another in the course of a year. */
function drawn(
  draw: () => number,
  { townships }: Story,
  before: Attended | { person: string; version: number },
): Attended {
  const any = () => townships[Math.floor(draw() * townships.length)] as string;
  const [first, second, moves] = [any(), draw() < 0.3 ? any() : undefined, draw() < 0.2 ? dayIn(draw) : undefined];
  const entries = Array.from({ length: Math.ceil(draw() * 2 * SIZE.each) }, () => {
    const day = dayIn(draw);
    const isSecond = second !== undefined && (moves === undefined ? draw() < 0.5 : day >= moves);
    return { unit: isSecond ? second : first, day };
  });
  return { person: before.person, entries, version: before.version + 1 };
}

async function begun(
  draw: () => number,
  people = SIZE.people,
  widths: readonly [number, number, number] = SIZE.widths,
): Promise<Story> {
  trees += 1;
  const root = `r${trees}`;
  const story: Story = { root, townships: await world.plant(root, widths), facts: new Map() };
  for (let i = 0; i < people; i += 1) await write(story, drawn(draw, story, { person: `${root}-p${i}`, version: 0 }));
  return story;
}

async function write({ facts }: Story, fact: Attended): Promise<void> {
  facts.set(fact.person, fact);
  await world.put(fact);
}

/** A tenth of the facts are written anew, a few go, and townships move, close into others, and take their places again. */
async function changed(draw: () => number, story: Story): Promise<void> {
  for (const fact of [...story.facts.values()]) {
    const dice = draw();
    if (dice < 0.2) await write(story, drawn(draw, story, fact));
    if (dice < 0.75) continue;
    if (dice > 0.97) {
      await world.remove(fact.person);
      story.facts.delete(fact.person);
    }
    if (dice < 0.85) await changeTree(draw, story);
  }
}

async function changeTree(draw: () => number, { root, townships }: Story): Promise<void> {
  const all = world.units().filter(({ id, closed }) => id.startsWith(`${root}-`) && closed === undefined);
  const counties = all.filter(({ id }) => id.split('-').length === 3);
  const [any, county] = [
    townships[Math.floor(draw() * townships.length)] as string,
    counties[Math.floor(draw() * counties.length)]?.id as string,
  ];
  const other = townships[Math.floor(draw() * townships.length)] as string;
  const dice = draw();
  if (dice < 0.5) await world.change({ kind: 'move', unit: any, parent: county }, dayIn(draw));
  else if (dice < 0.8) await world.change({ kind: 'merge', units: [any], into: other }, dayIn(draw));
  else await world.change({ kind: 'move', unit: county, parent: `${root}-${Math.floor(draw() * 2)}` }, dayIn(draw));
}

async function expectCounted({ root, facts }: Story): Promise<void> {
  const units = world.units().filter(({ id }) => id === root || id.startsWith(`${root}-`));
  const counted = await world.counted(units.map(({ id }) => id));
  expect(counted).toEqual(figuresByHand(units, [...facts.values()]));
  expect(await recountTree(world.deps)(root)).toEqual({ facts: withEntries(facts), behind: [], drifts: [] });
  await expectFound(
    units.map(({ id }) => id),
    facts,
  );
  // Once more by the law alone: what a unit has is its own, that of the units that went into it, and that of its children.
  const byId = new Map(units.map((one) => [one.id, one]));
  const times = (of: 'own' | 'newest', id: string) => counted[of][id]?.['came#2026']?.t ?? 0;
  for (const { id, closed } of units) {
    if (closed !== undefined) continue;
    const own = units.filter((one) => heirOf(byId, one.id).id === id).map((one) => times('own', one.id));
    const children = units.filter((one) => one.closed === undefined && isBelow(byId, one.id, id));
    expect(times('newest', id), id).toBe(sum(own) + sum(children.map((one) => times('newest', one.id))));
  }
}

/** The history has each fact as it is now, and from the units each is found once. */
async function expectFound(units: readonly string[], facts: Story['facts']): Promise<void> {
  const { deps } = world;
  const sources = [...facts.keys()].map(keyOf);
  const kept = await collected(deps.store.factHistory.asOf(sources, LATE));
  expect(kept.map(({ pieces, version }) => ({ pieces, version }))).toEqual(
    [...facts.values()].map(({ entries, version }) => ({ pieces: entries, version })),
  );
  const found = await collected(factsAsOf(deps, { units, book: 'came#2026', cutOff: LATE }));
  const wanted = [...facts.values()].filter(({ entries }) => entries.some(({ day }) => day >= '2026'));
  expect(found.map(({ source }) => source.PK).sort()).toEqual(wanted.map(({ person }) => `CAME#${person}`).sort());
  const [half] = found.slice(Math.floor(found.length / 2));
  const after = half === undefined ? {} : { after: half.place };
  const rest = await collected(factsAsOf(deps, { units, book: 'came#2026', cutOff: LATE, ...after }));
  expect(rest).toEqual(found.slice(Math.floor(found.length / 2) + 1));
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

const withEntries = (facts: Story['facts']) => [...facts.values()].filter(({ entries }) => entries.length > 0).length;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function isBelow(byId: Parameters<typeof heirOf>[0], id: string, parent: string): boolean {
  const above = byId.get(id)?.parents.at(-1)?.value ?? null;
  return above !== null && heirOf(byId, above).id === parent;
}

it.each(seedsOf(SOAK ? 5 : 2))(
  'figures are a count by hand at every unit, while records come again, cut and late on a failing table and the tree changes, seed %i',
  async (seed) => {
    const draw = seeded(seed);
    const story = await begun(draw);
    const first = delivered(await world.records(''), draw, SIZE.batch);
    await changed(draw, story);
    const later = delivered(await world.records(''), draw, SIZE.batch);
    const faults = withFaults(world.table, seed, SHARES);
    const reader = async (batches: readonly EngineRecord[][]) => {
      for (const batch of batches) await untilAnswered(() => tally(world.deps)(batch));
    };
    await Promise.all([reader(first), reader(first.slice(first.length / 2))]);
    await Promise.all([reader(later), reader(later.toReversed()), untilAnswered(() => rechain(world.deps)(1))]);
    await untilAnswered(() => rechain(world.deps)(1));
    faults.stop();
    expect(Object.values(faults.happened).every((count) => count > 0)).toBe(true);
    expect(await world.deps.store.treeChanges.list()).toEqual([]);
    await expectCounted(story);
  },
  FAULTS_MS,
);

it(
  'a run that ends at any of its waits is finished by the next, and so is one after a change of the tree',
  async () => {
    const draw = seeded(7);
    for (let [n, isOver] = [1, false]; !isOver; n += KILLS_APART) {
      const story = await begun(draw, 3, [1, 2, 2]);
      const records = await world.records('');
      const isCounted = await killed(n, () => tally(world.deps)(records));
      await tally(world.deps)(records.slice(Math.floor(draw() * records.length)));
      await tally(world.deps)(records);
      await expectCounted(story);
      const [county, other] = [`${story.root}-0-0`, `${story.root}-0-1`];
      expect(await world.change({ kind: 'move', unit: county, parent: other }, '2026-04-01')).toBe(true);
      expect(await world.change({ kind: 'merge', units: [`${county}-0`], into: `${other}-1` }, '2026-06-01')).toBe(
        true,
      );
      await write(story, drawn(draw, story, story.facts.values().next().value as Attended));
      await tally(world.deps)(await world.records(''));
      const isRechained = await killed(n, () => rechain(world.deps)(1));
      await rechain(world.deps)(1);
      expect(await world.deps.store.treeChanges.list()).toEqual([]);
      await expectCounted(story);
      isOver = isCounted && isRechained;
      expect(isOver && n < 60).toBe(false);
    }
  },
  FAULTS_MS,
);

/** Lets a process end at its n-th wait; gives whether it came to its own end before. */
async function killed(n: number, run: () => Promise<unknown>): Promise<boolean> {
  const kill = killAt(world.table, n);
  const isEnded = await run().then(
    () => true,
    (error: Error) => {
      expect(error, `wait ${n}`).toBeInstanceOf(Killed);
      return false;
    },
  );
  kill.stop();
  return isEnded;
}
