// From a closed course to the figures of the units above: everybody once at every level, and again after a correction.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SOURCES } from '../../../../functions/domain/figures/sources.ts';
import { again } from '../../../../functions/jobs/tally/tally.ts';
import { keys } from '../../../../functions/store/keys.ts';
import { makeTallyStore } from '../../../../functions/store/store.ts';
import { enrolAs, MORNING, publishedCourse } from '../../../support/courses.ts';
import { settle, TENANTS, workerId } from '../../../support/tenants.ts';
import { AFTER, attend, closeWhole, correct } from '../../../support/training.ts';
import { openWorld, type World } from '../../../support/world.ts';

const AFTERNOON = { ...MORNING, startsAt: '2026-05-06T06:00:00.000Z', endsAt: '2026-05-06T08:00:00.000Z' };
const TEAM = ['31', '311', '211', '312'];

let world: World;
let course: string;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  course = await publishedCourse(world, { plan: { capacity: 20 }, sessions: [MORNING, AFTERNOON] });
  for (const unit of TEAM) await enrolAs(world, course, workerId(unit));
  for (const unit of TEAM.slice(0, 3)) await attend(world, { session: `${course}-001`, person: workerId(unit) });
  const second = { session: `${course}-002`, from: AFTERNOON.startsAt, stay: [0, 120] as [number, number] };
  for (const unit of ['31', '312']) await attend(world, { ...second, person: workerId(unit) });
  world.clock.now = AFTER;
  await closeWhole(world, course);
}, 60_000);
afterAll(() => world.test.close());

const store = () => makeTallyStore(world.test.table);

/** Counts what stands now, twice: the second time adds nothing. */
async function counted(): Promise<void> {
  const facts = [...TEAM.map((unit) => keys.trained(workerId(unit), '2026')), keys.held(course)];
  const deps = { store: store(), sink: () => undefined, now: () => world.clock.now, sources: SOURCES };
  for (let run = 0; run < 2; run += 1) expect(await again(deps)(facts)).toBe(facts.length);
}

async function figuresOf(unit: string, part: 'then' | 'own' | 'moved' = 'then') {
  const found = await store().counters.of(unit, ['training#2026', 'training#2026#people#all', 'held#2026'], part);
  const { 'training#2026': training = {}, 'training#2026#people#all': people = {}, 'held#2026': held = {} } = found;
  const all = (name: string) => (training[`${name}:04:all`] ?? 0) + (training[`${name}:05:all`] ?? 0);
  const rates = { t: all('t'), d: all('d'), c: all('c'), s: all('s'), a: all('a'), n: training['n:Y:all'] ?? 0 };
  return {
    ...rates,
    people,
    held: { h: held['h:05:all'], t: held['t:04:all'], g: held['g:05:all'], x: held['x:05:all'] },
  };
}

it('counts attendances and people at every level, and the course where it was held', async () => {
  await counted();
  expect(await figuresOf('31')).toMatchObject({ t: 2, d: 2, c: 1, s: 2, a: 2, n: 1, people: { '018': 1 } });
  expect(await figuresOf('21')).toMatchObject({ t: 3, c: 2, s: 4, n: 2, people: { '018': 1, '008': 1 } });
  expect(await figuresOf('11')).toMatchObject({ t: 5, d: 5, c: 4, s: 8, a: 5, n: 4 });
  expect((await figuresOf('11')).people).toEqual({ '018': 1, '008': 2, '010': 1 });
  expect((await figuresOf('21')).held).toEqual({ h: 1, t: 3, g: 4, x: undefined });
  expect((await figuresOf('11')).held).toEqual((await figuresOf('21')).held);
  expect(await figuresOf('21', 'own')).toMatchObject({ t: 0, n: 0, held: { h: 1 } });
  expect(await figuresOf('110')).toMatchObject({ t: 0, n: 0, people: {} });
});

it('is at every unit the sum of what its own units did', async () => {
  const own = await Promise.all(Object.keys(TENANTS).map((unit) => figuresOf(unit, 'own')));
  expect(own.reduce((sum, { t }) => sum + t, 0)).toBe((await figuresOf('11')).t);
});

it('takes out what a correction takes away, everywhere, and finds the fact from its unit', async () => {
  const at = { session: `${course}-002`, person: workerId('312') };
  await correct(world, at, [
    { kind: 'void', of: 1 },
    { kind: 'void', of: 2 },
  ]);
  await counted();
  expect(await figuresOf('312')).toMatchObject({ t: 0, s: 2, a: 0, n: 0, people: {} });
  expect(await figuresOf('11')).toMatchObject({ t: 4, n: 3, people: { '018': 1, '008': 2 } });
  expect((await figuresOf('21')).held).toEqual({ h: 1, t: 3, g: 3, x: 1 });
  const { found } = await store().factPointers.of('312', 'training#2026', { limit: 10 });
  expect(found.map(({ source }) => source)).toEqual([keys.trained(workerId('312'), '2026')]);
});
