// Goal R3 for enrolling, withdrawing and answering an offer: the process ends at every wait in turn, the page sends the same request again, and
// the table is as after a clean run.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolAs, freshRequest, moveAs, people, publishedCourse } from '../../support/courses.ts';
import { FAULTS_MS, Killed, killAt, SOAK } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
const [ada, bo, cy] = ['person-00001', 'person-00002', 'person-00003'] as const;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  await people(world, 3);
}, 60_000);
afterAll(() => world.test.close());

interface Handler {
  /** Who is in the course before, in their order. */
  before: readonly string[];
  /** Whether the first of them has left, so that the second has an offer. */
  offered?: boolean;
  act(course: string, request: string): Promise<{ state: string; position?: number | undefined }>;
}

const handlers: Record<string, Handler> = {
  'enrolling for a seat': { before: [], act: (course, request) => enrolAs(world, course, ada, request) },
  'enrolling into the queue': { before: [ada], act: (course, request) => enrolAs(world, course, bo, request) },
  withdrawing: {
    before: [ada, bo, cy],
    act: (course, request) => moveAs(world, course, ada, { move: 'withdraw', request }),
  },
  'accepting an offer': {
    before: [ada, bo, cy],
    offered: true,
    act: (course, request) => moveAs(world, course, bo, { move: 'accept', request }),
  },
  'declining an offer': {
    before: [ada, bo, cy],
    offered: true,
    act: (course, request) => moveAs(world, course, bo, { move: 'decline', request }),
  },
};

async function prepared({ before, offered = false }: Handler): Promise<string> {
  const course = await publishedCourse(world, { plan: { capacity: 1 } });
  for (const person of before) await enrolAs(world, course, person);
  if (offered) await moveAs(world, course, ada, { move: 'withdraw' });
  return course;
}

/** All that the table holds of a course's people and seats. Tickets may have gaps: their order is in the queue. */
async function leftBehind(course: string) {
  const { enrolments, courses } = world.deps.store;
  const { found } = await enrolments.list(course, { limit: 10 });
  const { tickets: _, ...seats } = (await courses.seats(course)) ?? { tickets: 0 };
  const mine = await Promise.all([ada, bo, cy].map((person) => enrolments.ofPerson(person)));
  return {
    enrolments: found.map(({ ticket, course: _course, ...rest }) => ({ ...rest, waits: ticket !== undefined })),
    pointers: mine.map((list) => list.some((one) => one.course === course)),
    queue: await enrolments.queue(course),
    lapsing: await enrolments.firstLapsed(course, '9999'),
    seats,
  };
}

it.each(Object.keys(handlers))(
  '%s, cut off anywhere and sent again, leaves what a clean run leaves',
  async (name) => {
    const handler = handlers[name] as Handler;
    const clean = await prepared(handler);
    const count = killAt(world.test.table, Number.POSITIVE_INFINITY);
    const answer = await handler.act(clean, freshRequest());
    count.stop();
    const expected = await leftBehind(clean);
    expect(count.waits()).toBeGreaterThan(8);
    // Every second wait in a usual run, beginning with the first; all of them by soak.
    for (let n = 1; n <= count.waits(); n += SOAK ? 1 : 2) {
      const course = await prepared(handler);
      const request = freshRequest();
      const kill = killAt(world.test.table, n);
      await expect(handler.act(course, request), `wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      const { state, position } = await handler.act(course, request);
      expect({ state, position }, `the answer after wait ${n}`).toEqual({
        state: answer.state,
        position: answer.position,
      });
      expect(await leftBehind(course), `after wait ${n}`).toEqual(expected);
    }
  },
  FAULTS_MS,
);
