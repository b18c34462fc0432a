// The trainings of the demo world, run through the app on a part of it: the figures of the towns, what a new user can do at once, a start that is cut off.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAttendance } from '../../../functions/app/attendance.ts';
import { checkIn } from '../../../functions/app/check-in.ts';
import { listCompletions } from '../../../functions/app/completions.ts';
import { showDoor } from '../../../functions/app/door.ts';
import { listLessons, watchLesson } from '../../../functions/app/lessons.ts';
import { courseOfSession, sessionId } from '../../../functions/domain/courses/course.ts';
import { trainingPieces, trainingSums } from '../../../functions/domain/participation/training-figures.ts';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { staysOf } from '../../../functions/local/seed-attendance.ts';
import { heldCourses } from '../../../functions/local/seed-courses.ts';
import { plannedPeople } from '../../../functions/local/seed-people.ts';
import { demoTrainings, seedTraining, type Trainings } from '../../../functions/local/seed-training.ts';
import { plannedTrees } from '../../../functions/local/seed-units.ts';
import { upcomingCourses } from '../../../functions/local/seed-upcoming.ts';
import { demoPlan, type Plan, seedWorld } from '../../../functions/local/seed-world.ts';
import { actorOf, enrolAs, freshRequest } from '../../support/courses.ts';
import { OPERATOR } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';
import { chainOf } from './chain.ts';

/** Some 1,500 writes on two slow cores shared with everything else. */
const WHOLE_MS = 180_000;

const quiet = () => undefined;
const people = plannedPeople(plannedTrees());
const mashan = heldCourses(people).filter(({ id }) => id.startsWith('demo-mashan'));

/** 马山 and 阿西尔乡 whole, and of 九江 the centre that organises what is to come. */
const part = (): Plan => {
  const isPart = (id: string) => /^.-(45|65)/.test(id) || ['b-360000', 'b-360400', 'c-360400'].includes(id);
  const plan = demoPlan();
  return { units: plan.units.filter(({ id }) => isPart(id)), people: plan.people.filter(({ unit }) => isPart(unit)) };
};
const partTrainings = (now: string): Trainings => {
  const { held, upcoming } = demoTrainings(now);
  return {
    held: held.filter(({ id }) => id !== 'demo-sprint-2025'),
    upcoming: upcoming.filter(({ id }) => id !== 'demo-next-class'),
  };
};

async function seeded(world: World, deps = world.deps): Promise<void> {
  const writer = await seedWorld(world.deps, quiet, part);
  await seedTraining(
    { ...writer, deps: { ...writer.deps, store: { ...writer.deps.store, ...deps.store } } },
    deps.signer,
    { planned: partTrainings },
  );
}

/** Who came to which session of a course, and each person's hours there. */
async function attendanceOf(world: World, course: string) {
  const input = { params: { course }, query: {}, body: undefined };
  const found = await listAttendance(world.deps)(OPERATOR, input);
  return found.people.flatMap(({ person, verdicts }) => verdicts.map((one) => ({ person, ...one })));
}

let world: World;
beforeAll(async () => {
  world = await openWorld('file');
  await seeded(world);
}, WHOLE_MS);
afterAll(() => world.test.close());

describe('the trainings of the towns', () => {
  test('马山 has held three, with exactly 206 person-times, each session counted for itself', async () => {
    const all = (await Promise.all(mashan.map(({ id }) => attendanceOf(world, id)))).flat();
    const came = all.filter(({ state }) => state !== 'absent');
    expect(mashan).toHaveLength(3);
    expect(came).toHaveLength(206);
    expect(came.every(({ counts }) => counts)).toBe(true);
    expect(new Set(came.map(({ person, session }) => `${person} ${session}`)).size).toBe(206);
    expect(new Set(came.map(({ state }) => state))).toEqual(new Set(['present', 'late', 'left-early']));
  });

  test('马山 has figures of all it held, as its three courses and as its people’s training', async () => {
    const held = await Promise.all(mashan.map(({ id }) => world.deps.store.held.get(id)));
    const came = held.flatMap((course) => course?.sessions.map((session) => session.came) ?? []);
    expect(came.reduce((sum, count) => sum + count, 0)).toBe(206);
    const everybody = new Set(mashan.flatMap((course) => course.people));
    const years = await world.deps.store.trained.ofMany(everybody, ['2021', '2023', '2024']);
    const sums = years.map((year) => trainingSums(trainingPieces(year)));
    const times = sums.flatMap((shelves) =>
      Object.values(shelves).flatMap((shelf) => Object.entries(shelf).filter(([name]) => /^t:\d\d:all$/.test(name))),
    );
    expect(times.reduce((sum, [, value]) => sum + value, 0)).toBe(206);
  });

  test('阿西尔乡 has held twelve, theory and practice in turn, and hours stand in the ledgers of all who came', async () => {
    const all = await attendanceOf(world, 'demo-axier-2025');
    expect(new Set(all.map(({ session }) => session)).size).toBe(12);
    const head = 's-654201202-01';
    const minutes = all.filter(({ person }) => person === head).reduce((sum, one) => sum + one.minutes, 0);
    const entries = await world.deps.store.hours.ofPerson(head);
    expect(entries.map(({ session }) => courseOfSession(session ?? ''))).toEqual(entries.map(() => 'demo-axier-2025'));
    expect(minutes).toBeGreaterThan(9 * 120);
    expect(entries.length).toBe(all.filter(({ person, counts }) => person === head && counts).length);
  });

  test('whoever has hours has a completion, and the chains of the organisers are sound', async () => {
    for (const { id, unit } of mashan) {
      const earned = (await attendanceOf(world, id)).filter(({ minutes }) => minutes > 0);
      const input = { params: { course: id }, query: {}, body: undefined };
      const { completions } = await listCompletions(world.deps)({ ...OPERATOR, grants: [manages(unit)] }, input);
      expect(new Set(completions.map(({ person }) => person))).toEqual(new Set(earned.map(({ person }) => person)));
      expect(await chainOf(world.deps, unit)).toEqual({ ok: true });
    }
  });
});

function manages(unit: string) {
  return { role: 'bureau-manager', unit, from: '2020-01-01', by: 'operator' } as const;
}

test('a new user enrols in what is on today and checks in at once', async () => {
  const { deps } = world;
  const { person } = await world.signIn();
  expect(await enrolAs(world, 'demo-question-room', person)).toMatchObject({ state: 'enrolled' });
  const session = sessionId('demo-question-room', 1);
  const trainer = {
    ...OPERATOR,
    grants: [{ role: 'trainer', unit: 'c-360400', from: '2024-01-02', by: 'operator' } as const],
  };
  const shown = await showDoor(deps)(trainer, { params: { session }, query: { kind: 'in' }, body: undefined });
  const code = { kind: 'in', digits: shown.codes[0]?.digits ?? '' } as const;
  const body = { request: freshRequest(), device: 'phone-of-a-new-user', code };
  const input = { params: { session }, query: undefined, body };
  expect(await checkIn(deps)(actorOf(person), input)).toMatchObject({ stored: 'new', kind: 'in' });
});

test('a new user enrols in the recorded course and is credited with what passes while it runs', async () => {
  const { deps, clock } = world;
  const { person } = await world.signIn();
  expect(await enrolAs(world, 'demo-recorded-course', person)).toMatchObject({ state: 'enrolled' });
  const params = { session: sessionId('demo-recorded-course', 1) };
  const { lessons } = await listLessons(deps)(actorOf(person), { params, query: {}, body: undefined });
  expect(lessons.map(({ seconds }) => seconds)).toEqual([180, 180]);
  const beat = (position: number) => {
    const body = { position, playing: true };
    return watchLesson(deps)(actorOf(person), { params: { ...params, lesson: '1' }, query: undefined, body });
  };
  await beat(0);
  clock.now = instantOf(msOf(clock.now) + 15_000);
  expect(await beat(180)).toMatchObject({ watched: 15, seconds: 180 });
});

test('the question room takes marks at whatever hour the first start is', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const now = `2026-11-23T${String(hour).padStart(2, '0')}:40:00.000Z`;
    const [room] = upcomingCourses(people, now);
    const [{ startsAt, endsAt } = { startsAt: '9', endsAt: '' }] = room?.sessions ?? [];
    expect(startsAt <= now).toBe(true);
    expect(Date.parse(endsAt) - Date.parse(now)).toBeGreaterThan(3_600_000);
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBeLessThanOrEqual(86_400_000);
  }
});

test('a list of stays holds nobody twice, and other people are missing each time', () => {
  const list = Array.from({ length: 20 }, (_, i) => `person-${i}`);
  const times = { startsAt: '2026-01-01T01:00:00.000Z', endsAt: '2026-01-01T04:00:00.000Z', came: 17 };
  const missing = [0, 1].map((n) => {
    const came = new Set(staysOf(list, { ...times, n }).map(({ person }) => person));
    expect(came.size).toBe(17);
    return list.filter((person) => !came.has(person)).join();
  });
  expect(missing[0]).not.toBe(missing[1]);
});

test(
  'a start that is cut off at the doors is finished by the next one: the same attendance',
  async () => {
    const other = await openWorld('file');
    const { marks } = other.deps.store;
    let left = 300;
    const put: typeof marks.put = (...mark) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('cut off')) : marks.put(...mark);
    };
    const cut = { ...other.deps, store: { marks: { ...marks, put } } as World['deps']['store'] };
    await expect(seeded(other, cut)).rejects.toThrow('cut off');
    await seeded(other);
    for (const { id } of mashan) expect(await attendanceOf(other, id)).toEqual(await attendanceOf(world, id));
    await other.test.close();
  },
  WHOLE_MS,
);
