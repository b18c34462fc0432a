// Goals R1 and R3 at the door: whatever the network does, everybody is marked once, and nobody is missed. Sets of people are compared, never totals.
import { afterEach, expect, it } from 'vitest';
import { checkIn } from '../../../functions/app/check-in.ts';
import { inParallel } from '../../../functions/app/in-parallel.ts';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { actorOf, enrolAs, freshRequest, MORNING, people, publishedCourse } from '../../support/courses.ts';
import { Killed, killAt, seeded, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import { closeWhole } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

const SOAK = process.env.SOAK === '1';
const [SEEDS, PEOPLE] = SOAK ? [50, 1000] : [3, 40];
const LONG_MS = SOAK ? 3_600_000 : 120_000;
const PHONE = 'secret-of-a-phone';
/** Fewer than the client has sockets: past those it warns of a queue, on the console. */
const CROWD = 128;

let world: World;
afterEach(() => world.test.close());

/** A course whose session has begun, with an open door and so many people who have a seat. */
async function openDoor(count: number): Promise<{ session: string; course: string; ids: string[] }> {
  world = await openWorld();
  await settle(world);
  const course = await publishedCourse(world, { plan: { capacity: count, rule: wholeRule } });
  const ids = await people(world, count);
  for (const id of ids) await enrolAs(world, course, id);
  const session = `${course}-001`;
  const { store, newSecret } = world.deps;
  await store.doors.open({ session, secret: newSecret(), openedAt: MORNING.startsAt, by: 'trainer-of-tests' });
  return { session, course, ids };
}

const wholeRule = {
  lateAfterMin: 15,
  earlyBeforeMin: 15,
  minShare: 0,
  countBy: 'presence',
  missingOut: 'none',
  missedCheck: 'ignore',
} as const;

async function shown(session: string, kind: 'in' | 'out') {
  const door = await world.deps.store.doors.get(session);
  const step = Math.floor(msOf(world.clock.now) / 10_000);
  return { session, kind, step, token: world.deps.mac(door?.secret ?? '', `${kind}.${step}`).slice(0, 32) };
}

type Code = Awaited<ReturnType<typeof shown>>;

function come(person: string, code: Code, request = freshRequest()) {
  const body = { request, device: PHONE, code };
  return checkIn(world.deps)(actorOf(person), { params: { session: code.session }, query: undefined, body });
}

/** Everybody, a crowd at a time, each request up to three times as a page does that is not sure. */
async function allCome(ids: readonly string[], code: Code, seed: number): Promise<void> {
  const draw = seeded(seed);
  await inParallel(CROWD, ids, async (id) => {
    const request = freshRequest();
    const times = 1 + Math.floor(draw() * 3);
    for (let i = 0; i < times; i += 1) await untilAnswered(() => come(id, code, request));
  });
}

it(
  `marks everybody once, in and out, and writes everybody's hours once, with faults on (${SEEDS} seeds of ${PEOPLE})`,
  async () => {
    for (const seed of seedsOf(SEEDS)) {
      const { session, course, ids } = await openDoor(PEOPLE);
      const faults = withFaults(world.test.table, seed);
      world.clock.now = MORNING.startsAt;
      await allCome(ids, await untilAnswered(() => shown(session, 'in')), seed);
      world.clock.now = MORNING.endsAt;
      await allCome(ids, await untilAnswered(() => shown(session, 'out')), seed + 1);
      world.clock.now = instantOf(msOf(MORNING.endsAt) + 7_200_000);
      for (let run = 0; run < 2; run += 1) await closeWhole(world, course);
      faults.stop();
      const marks = await world.deps.store.marks.ofSession(session);
      const of = (kind: string) => marks.filter((mark) => mark.kind === kind).map(({ person }) => person);
      for (const kind of ['in', 'out']) expect(of(kind).toSorted(), `seed ${seed}, ${kind}`).toEqual(ids.toSorted());
      for (const id of ids) {
        const entries = await world.deps.store.hours.ofPerson(id);
        expect(
          entries.map((entry) => entry.id),
          `seed ${seed}, ${id}`,
        ).toEqual([`${session}.1`]);
      }
      expect(Object.values(faults.happened).every((count) => count > 0)).toBe(true);
      await world.test.close();
    }
    world = await openWorld();
  },
  LONG_MS,
);

it('leaves the state of a clean run behind when it is killed at any of its waits and done again', async () => {
  const { session, ids } = await openDoor(30);
  world.clock.now = MORNING.startsAt;
  const code = await shown(session, 'in');
  const [first = '', ...others] = ids;
  const clean = killAt(world.test.table, Number.POSITIVE_INFINITY);
  await come(first, code);
  clean.stop();
  const expected = await stateOf(session, first);
  expect(clean.waits()).toBeLessThan(others.length);
  for (let n = 1; n <= clean.waits(); n += 1) {
    const person = others[n - 1] as string;
    const request = freshRequest();
    const kill = killAt(world.test.table, n);
    await expect(come(person, code, request)).rejects.toThrow(Killed);
    kill.stop();
    await come(person, code, request);
    expect(await stateOf(session, person), `killed at wait ${n}`).toEqual(expected);
  }
});

/** What the table says of somebody's marks, without what tells people and requests apart. */
async function stateOf(session: string, person: string) {
  const marks = await world.deps.store.marks.ofPerson(session, person);
  const arrivals = await world.deps.store.marks.arrivals(person);
  return { marks: marks.map(({ person: _p, request: _r, ...mark }) => mark), arrivals };
}
