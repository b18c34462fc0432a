// Goals R1 and R3 for the facts of figures: whatever fails, is done twice or by several at once, everybody's training is there once, as the marks say in the
// end, and a course holds each person's share once.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attendersOf } from '../../../functions/app/attendance.ts';
import type { Problem } from '../../../functions/app/problem.ts';
import { came, type TrainingEntry } from '../../../functions/domain/participation/training.ts';
import { enrolAs, MORNING, people, publishedCourse } from '../../support/courses.ts';
import { FAULTS_MS, Killed, killAt, SOAK, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import { AFTER, approve, attend, closeWhole, propose, trainingOf } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

const [SEEDS, PEOPLE] = SOAK ? [40, 120] : [1, 54];

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await settle(world);
});
afterEach(() => world.test.close());

const BEFORE = '2026-03-01T04:00:00.000Z';

/** Courses of the same people that are over: every third stayed away, and one of each ten was a walk-in. */
async function coursesOf(count: number, crowd: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    world.clock.now = BEFORE;
    const course = await publishedCourse(world, { plan: { capacity: crowd.length, walkIns: true } });
    for (const [i, person] of crowd.entries()) {
      const walkIn = i % 10 === 9;
      if (!walkIn) await enrolAs(world, course, person);
      if (walkIn || (i + n) % 3 > 0) await attend(world, { session: `${course}-001`, person, walkIn });
    }
    ids.push(course);
  }
  world.clock.now = AFTER;
  return ids;
}

/** What the marks say of a course now, by person. */
async function verdictsOf(id: string): Promise<Map<string, unknown>> {
  const course = await world.deps.store.courses.get(id);
  if (course === undefined) throw new Error('the course is gone');
  const found = new Map<string, unknown>();
  for (let cursor: { after?: string } | undefined = {}; cursor !== undefined; ) {
    const { people: part, next }: Awaited<ReturnType<typeof attendersOf>> = await attendersOf(
      world.deps,
      course,
      cursor.after,
    );
    for (const { person, walkIn, verdicts } of part) {
      for (const { state, minutes } of verdicts.values()) found.set(person, { state, minutes, enrolled: !walkIn });
    }
    cursor = next === undefined ? undefined : { after: next };
  }
  return found;
}

/** What is kept of a course: everybody's entries, and the course. */
async function keptOf(id: string, crowd: readonly string[]) {
  const years = [...(await trainingOf(world, crowd)).values()];
  const entries = years.flatMap(({ person, entries: all }) =>
    all.filter(({ course }) => course === id).map((entry): [string, TrainingEntry] => [person, entry]),
  );
  return { entries, held: await world.deps.store.held.get(id) };
}

async function expectWhole(id: string, crowd: readonly string[], says: string): Promise<void> {
  const { entries, held } = await keptOf(id, crowd);
  const shown = entries.map(
    ([person, { state, minutes, enrolled }]) => [person, { state, minutes, enrolled }] as const,
  );
  expect(shown.length, says).toBe(new Map(shown).size);
  expect(new Map(shown), says).toEqual(await verdictsOf(id));
  const all = entries.map(([, entry]) => entry);
  const there = all.filter(came).length;
  const seats = all.filter(({ enrolled }) => enrolled);
  expect(held, says).toMatchObject({
    ...{ enrolled: seats.length, noShows: seats.filter((one) => !came(one)).length },
    ...{ people: { 'on-site': there }, sessions: [{ came: there }] },
  });
}

/** Approves corrections of a closed course; what was changed meanwhile by others is decided again. */
async function correctSome(course: string, crowd: readonly string[]): Promise<void> {
  const session = `${course}-001`;
  await expect
    .poll(async () => (await world.deps.store.courses.get(course).catch(() => undefined))?.state)
    .toBe('closed');
  for (const person of crowd) {
    const marks = [{ kind: 'in', at: MORNING.startsAt } as const, { kind: 'out', at: MORNING.endsAt } as const];
    const correction = await untilAnswered(() => propose(world, { session, person }, marks));
    await untilDecided(session, correction);
  }
}

async function untilDecided(session: string, correction: string): Promise<void> {
  for (;;) {
    try {
      return await untilAnswered(() => approve(world, session, correction));
    } catch (error) {
      const { code, more } = error as Partial<Problem>;
      if (more?.reason === 'correction-decided') return;
      if (code !== 'conflict') throw error;
    }
  }
}

it(
  `keeps everybody's training and share once, with courses closed at once, twice, and corrected meanwhile, with faults on (${SEEDS} seeds of ${PEOPLE})`,
  async () => {
    const crowd = await people(world, PEOPLE);
    for (const seed of seedsOf(SEEDS)) {
      const [first = '', second = ''] = await coursesOf(2, crowd);
      const faults = withFaults(world.test.table, seed);
      const absent = crowd.filter((_, i) => i % 9 === 0);
      await Promise.all([
        ...[first, first, second].map((course) => closeWhole(world, course)),
        correctSome(first, absent),
      ]);
      faults.stop();
      for (const course of [first, second]) await expectWhole(course, crowd, `seed ${seed}, ${course}`);
      expect(Object.values(faults.happened).every((count) => count > 0)).toBe(true);
    }
  },
  FAULTS_MS,
);

it(
  'leaves the state of a clean run behind when closing is killed at any of its waits and done again',
  async () => {
    const crowd = await people(world, 4);
    const step = SOAK ? 1 : 3;
    let killed = 0;
    for (let n = 1, isOver = false; !isOver; n += step) {
      const [course = ''] = await coursesOf(1, crowd);
      const kill = killAt(world.test.table, n);
      isOver = await closeWhole(world, course).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Killed);
          return false;
        },
      );
      kill.stop();
      killed += isOver ? 0 : 1;
      if (!isOver) await closeWhole(world, course);
      await expectWhole(course, crowd, `killed at wait ${n}`);
    }
    expect(killed).toBeGreaterThan(30 / step);
  },
  FAULTS_MS,
);
