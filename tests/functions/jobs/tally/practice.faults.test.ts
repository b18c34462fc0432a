// Practice becomes figures, each answer and each paper once: while records come again, cut and late on a failing table, runs end anywhere, accounts are
// merged and deleted, and people begin to work elsewhere.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES } from '../../../../functions/domain/figures/sources.ts';
import type { Stamped } from '../../../../functions/domain/practice/journal.ts';
import { tally } from '../../../../functions/jobs/tally/tally.ts';
import type { EngineRecord } from '../../../../functions/local/stream-client.ts';
import type { Person } from '../../../../functions/store/person-writes.ts';
import { SOURCE_READERS } from '../../../../functions/store/source-readers.ts';
import { makeStore, makeTallyStore } from '../../../../functions/store/store.ts';
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
import { line, result } from '../../domain/statistics/results.ts';
import { unit } from '../../domain/units/builders.ts';
import { personOf } from '../../store/builders.ts';
import { delivered, openTallyWorld, type TallyWorld } from './world.ts';

let world: TallyWorld;
let serial = 0;

beforeAll(async () => {
  world = await openTallyWorld({ readers: SOURCE_READERS, sources: SOURCES });
});
afterAll(() => world.close());

const SHARES = { throttled: 0.02, lost: 0.02, unanswered: 0.02 };
const SIZE = SOAK ? { people: 40, batches: 12 } : { people: 6, batches: 5 };
const KILLS_APART = SOAK ? 1 : 5;

interface Story {
  root: string;
  stations: [string, string];
  people: string[];
  /** Answers given by person and month, papers too: what was done, by hand. */
  answers: Map<string, number>;
  papers: Map<string, { earned: number; possible: number }>;
}

const people = () => makeStore(world.sound).people;
const batches = () => makeStore(world.sound).batches;

const work = (station: string, from: string, to?: string) => ({
  ...{ unit: station, post: 'social-worker', established: false, from, ...(to && { to }) },
});

/** A tree of two stations; everybody works at the first, every second one at both. */
async function begun(count = SIZE.people): Promise<Story> {
  serial += 1;
  const root = `pr${serial}`;
  const stations: [string, string] = [`${root}-a`, `${root}-b`];
  for (const one of [unit(root), unit(stations[0], root), unit(stations[1], root)]) {
    await makeStore(world.sound).units.put({ changed: [{ before: undefined, after: one }] }, []);
  }
  const ids = Array.from({ length: count }, (_, i) => `${root}-p${i}`);
  for (const [i, id] of ids.entries()) {
    const employments = [work(stations[0], '2024-01-01'), ...(i % 2 === 0 ? [work(stations[1], '2024-01-01')] : [])];
    await people().put({ after: personOf(id, { employments } as Partial<Person>) }, []);
  }
  return { root, stations, people: ids, answers: new Map(), papers: new Map() };
}

const answer = (at: string): Stamped => ({
  ...{ kind: 'answer', at, question: 'jc04-001', version: 1, profile: 'official-1' },
  ...{ picked: ['A'], earned: 2, possible: 2 },
});

const monthOf = (draw: () => number) => String(1 + Math.floor(draw() * 2)).padStart(2, '0');

/** Batches and papers of everybody, some papers graded anew. */
async function practised(draw: () => number, story: Story): Promise<void> {
  for (const person of story.people) {
    const device = `dev-${person}`;
    for (let n = 0; n < SIZE.batches; n += 1) {
      const [month, size] = [monthOf(draw), 1 + Math.floor(draw() * 4)];
      const entries = Array.from({ length: size }, (_, i) => answer(`2026-${month}-1${i}T04:00:00.000Z`));
      await batches().put(person, { device, first: n * 50 + 1, entries });
      tick(story.answers, `${person} ${month}`, size);
    }
    for (let n = 0; n < 2; n += 1) {
      const attempt = `0mabc0000-${device}${n}`;
      const month = monthOf(draw);
      const marked = (earned: number, version: number) =>
        result({
          attempt,
          person,
          lines: [line({ earned, possible: 4 })],
          endedAt: `2026-${month}-20T03:00:00.000Z`,
          version,
        });
      await world.write(marked(2, 1));
      if (draw() < 0.5) await world.write(marked(4, 2));
      else if (draw() < 0.3) await world.write({ ...marked(2, 2), state: 'voided' });
      const last = await makeTallyStore(world.sound).results.get({ person, attempt });
      if (last !== undefined && last.state !== 'voided') {
        story.papers.set(`${person} ${month} ${attempt}`, { earned: last.earned, possible: 4 });
      }
    }
  }
}

function tick(sums: Map<string, number>, name: string, value: number): void {
  sums.set(name, (sums.get(name) ?? 0) + value);
}

/** Reads the stream until nothing comes of it any more. */
async function untilQuiet(run: (records: EngineRecord[]) => Promise<unknown>): Promise<void> {
  for (let records = await world.records(''); records.length > 0; records = await world.records('')) {
    const counted = records.filter(({ dynamodb }) =>
      /^(PRACTISED|JOURNAL|ATTEMPTS|PERSON|UNIT)#/.test(dynamodb.Keys.PK.S),
    );
    if (counted.length > 0) await run(counted);
  }
}

const plainly = () => untilQuiet((records) => tally(world.deps)(records));

async function figuresOf(id: string, part: 'then' | 'own' = 'then'): Promise<Record<string, number>> {
  const { 'practice#2026': sums = {} } = await makeTallyStore(world.sound).counters.of(id, ['practice#2026'], part);
  return Object.fromEntries(Object.entries(sums).filter(([name]) => /^([qkxp]:|n:Y)/.test(name)));
}

/** What these people did, once each. */
function byHand({ answers, papers }: Story, who: readonly string[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of answers) {
    const [person = '', month = ''] = name.split(' ');
    if (who.includes(person)) tick(sums, `q:${month}`, count);
  }
  for (const [name, { earned, possible }] of papers) {
    const [person = '', month = ''] = name.split(' ');
    if (!who.includes(person)) continue;
    for (const [field, value] of [
      ['k', 1],
      ['x', earned],
      ['p', possible],
    ] as const)
      tick(sums, `${field}:${month}`, value);
  }
  const active = who.filter((person) =>
    [...answers.keys(), ...papers.keys()].some((name) => name.startsWith(`${person} `)),
  );
  return Object.fromEntries([...sums, ...(active.length === 0 ? [] : [['n:Y', active.length] as const])]);
}

async function expectCounted(story: Story): Promise<void> {
  const second = story.people.filter((_, i) => i % 2 === 0);
  expect(await figuresOf(story.root)).toEqual(byHand(story, story.people));
  expect(await figuresOf(story.stations[0])).toEqual(byHand(story, story.people));
  expect(await figuresOf(story.stations[1], 'own')).toEqual(byHand(story, second));
  expect(await figuresOf(story.root, 'own')).toEqual({});
}

it.each(seedsOf(SOAK ? 6 : 2))(
  'each answer and each paper counts once at every unit, while records come again, cut and late on a failing table, seed %i',
  async (seed) => {
    const draw = seeded(seed);
    const story = await begun();
    await practised(draw, story);
    const faults = withFaults(world.table, seed, SHARES);
    await untilQuiet(async (records) => {
      const all = delivered(records, draw, 20);
      const reader = async (some: readonly EngineRecord[][]) => {
        for (const batch of some) await untilAnswered(() => tally(world.deps)(batch));
      };
      await Promise.all([reader(all), reader(all.slice(all.length / 2))]);
    });
    faults.stop();
    expect(Object.values(faults.happened).every((count) => count > 0)).toBe(true);
    await expectCounted(story);
  },
  FAULTS_MS,
);

it(
  'a run that ends at any of its waits is finished by the next',
  async () => {
    const draw = seeded(5);
    for (let [n, isOver] = [1, false]; !isOver; n += KILLS_APART) {
      const story = await begun(1);
      await plainly();
      await practised(draw, story);
      const records = await world.records('');
      const kill = killAt(world.table, n);
      isOver = await tally(world.deps)(records).then(
        () => true,
        (error: Error) => {
          expect(error, `wait ${n}`).toBeInstanceOf(Killed);
          return false;
        },
      );
      kill.stop();
      await tally(world.deps)(records.slice(Math.floor(draw() * records.length)));
      await tally(world.deps)(records);
      await plainly();
      await expectCounted(story);
      expect(isOver && n < 10).toBe(false);
    }
  },
  FAULTS_MS,
);

it('practice goes along with whoever turns out to be another person, and stays when an account is deleted', async () => {
  const draw = seeded(11);
  const story = await begun(3);
  await practised(draw, story);
  await plainly();
  const [first = '', second = '', third = ''] = story.people;
  const emptied = { name: '已注销', mergedInto: second, employments: [] };
  const own = await people().get(first);
  if (own === undefined) throw new Error('the test has made them');
  await batches().copy(first, second);
  await plainly();
  await people().put({ before: own, after: { ...own, ...emptied, changedAt: own.changedAt } }, []);
  await batches().move(first, second);
  await makeStore(world.sound).attemptTraces.move(first, second);
  await plainly();
  const theirs = (name: string) => name.replace(`${first} `, `${second} `);
  for (const [name, count] of [...story.answers]) {
    if (theirs(name) === name) continue;
    story.answers.delete(name);
    tick(story.answers, theirs(name), count);
  }
  story.papers = new Map([...story.papers].map(([name, paper]) => [theirs(name), paper]));
  expect(await figuresOf(story.root)).toEqual(byHand(story, [second, third]));
  expect(await figuresOf(story.root)).toMatchObject({ 'n:Y': 2 });
  const leaving = await people().get(third);
  if (leaving === undefined) throw new Error('the test has made them');
  await batches().deleteAll(third);
  await people().put({ before: leaving, after: { ...leaving, name: '已注销', deletedAt: leaving.changedAt } }, []);
  await plainly();
  expect(await figuresOf(story.root)).toEqual(byHand(story, [second, third]));
});

it('counts where somebody worked, also when that is written down later', async () => {
  const story = await begun(1);
  await practised(seeded(3), story);
  await plainly();
  const [person = ''] = story.people;
  const before = await people().get(person);
  if (before === undefined) throw new Error('the test has made them');
  const employments = [work(story.stations[1], '2024-01-01')] as Person['employments'];
  await people().put({ before, after: { ...before, employments } }, []);
  await plainly();
  expect(await figuresOf(story.stations[0])).toEqual({});
  expect(await figuresOf(story.stations[1])).toEqual(byHand(story, [person]));
  expect(await figuresOf(story.root)).toEqual(byHand(story, [person]));
});
