import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMyTraining } from '../../../functions/app/my-training.ts';
import { NOON } from '../../support/builders.ts';
import {
  actorOf,
  change,
  draftCourse,
  enrolAs,
  freshRequest,
  moveAs,
  people,
  publishedCourse,
  stateOf,
} from '../../support/courses.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
const [ada, bo, cy, di, eve] = [
  'person-00001',
  'person-00002',
  'person-00003',
  'person-00004',
  'person-00005',
] as const;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  await people(world, 5);
}, 60_000);
beforeEach(() => {
  world.clock.now = NOON;
});
afterAll(() => world.test.close());

async function fullCourse(capacity = 1): Promise<string> {
  const course = await publishedCourse(world, { plan: { capacity } });
  for (const person of [ada, bo, cy, di].slice(0, capacity)) await enrolAs(world, course, person);
  return course;
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = (await attempt.catch((thrown) => thrown)) as { code?: string; more?: { reason?: string } };
  return error.more?.reason ?? error.code ?? 'none';
}

describe('enrolling', () => {
  it('gives a seat while there is one, then places in the queue', async () => {
    const course = await publishedCourse(world, { plan: { capacity: 2 } });
    expect(await enrolAs(world, course, ada)).toEqual({ state: 'enrolled', conflicts: [] });
    expect((await enrolAs(world, course, bo)).state).toBe('enrolled');
    expect(await enrolAs(world, course, cy)).toMatchObject({ state: 'waiting', position: 1 });
    expect(await enrolAs(world, course, di)).toMatchObject({ state: 'waiting', position: 2 });
    const { of, queue, seats } = await stateOf(world, course);
    expect([of('enrolled'), queue, seats]).toEqual([
      new Set([ada, bo]),
      [cy, di],
      { capacity: 2, taken: 2, waiting: 2 },
    ]);
  });

  it('is refused twice, before and after the window, in a draft and in a cancelled course', async () => {
    const course = await fullCourse();
    expect(await refusal(enrolAs(world, course, ada))).toBe('already-enrolled');
    world.clock.now = '2026-01-01T00:00:00.000Z';
    expect(await refusal(enrolAs(world, course, bo))).toBe('enrolment-not-open');
    world.clock.now = '2026-03-20T00:00:00.000Z';
    expect(await refusal(enrolAs(world, course, bo))).toBe('enrolment-over');
    world.clock.now = NOON;
    await change(world, course, { kind: 'cancel', why: '场地停用' });
    expect(await refusal(enrolAs(world, course, bo))).toBe('course-cancelled');
    expect(await refusal(enrolAs(world, await draftCourse(world), bo))).toBe('not_found');
  });

  it('warns of a session at the same time, and refuses nothing', async () => {
    const [one, other] = [await publishedCourse(world), await publishedCourse(world, { plan: { title: '另一个班' } })];
    await enrolAs(world, one, eve);
    const answer = await enrolAs(world, other, eve);
    expect(answer.state).toBe('enrolled');
    expect(answer.conflicts).toMatchObject([{ course: one, session: `${one}-001`, title: '考前冲刺班' }]);
    const mine = await listMyTraining(world.deps)(actorOf(eve), {
      params: { person: eve },
      query: {},
      body: undefined,
    });
    expect(mine.conflicts).toHaveLength(1);
    expect(mine.enrolments.map(({ next }) => next).sort()).toEqual([`${one}-001`, `${other}-001`].sort());
  });
});

describe('a freed seat', () => {
  it('is offered to the first of the queue, for as long as the course says', async () => {
    const course = await fullCourse();
    for (const person of [bo, cy]) await enrolAs(world, course, person);
    await moveAs(world, course, ada, { move: 'withdraw' });
    const { of, queue, seats } = await stateOf(world, course);
    expect([of('withdrawn'), of('offered'), queue]).toEqual([new Set([ada]), new Set([bo]), [cy]]);
    expect(seats).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    expect((await world.deps.store.enrolments.get(course, bo))?.offer?.expiresAt).toBe('2026-03-02T04:00:00.000Z');
    expect(await moveAs(world, course, bo, { move: 'accept' })).toEqual({ state: 'enrolled' });
    expect((await stateOf(world, course)).seats).toEqual({ capacity: 1, taken: 1, waiting: 1 });
  });

  it('is offered in the queue’s order, each once, when a crowd leaves at one moment and others come meanwhile', async () => {
    const course = await publishedCourse(world, { plan: { capacity: 6 } });
    const crowd = await people(world, 20, 'crowd');
    for (const person of crowd.slice(0, 16)) await enrolAs(world, course, person);
    const [seated, waiting, newcomers] = [crowd.slice(0, 6), crowd.slice(6, 16), crowd.slice(16)];
    await Promise.all([
      ...seated.map((person) => moveAs(world, course, person, { move: 'withdraw' })),
      ...newcomers.map((person) => enrolAs(world, course, person)),
    ]);
    const { of, queue, seats } = await stateOf(world, course);
    expect([of('withdrawn'), of('offered')]).toEqual([new Set(seated), new Set(waiting.slice(0, 6))]);
    expect(queue.slice(0, 4), 'newcomers stand behind those who wait').toEqual(waiting.slice(6));
    expect(new Set(queue.slice(4))).toEqual(new Set(newcomers));
    expect(seats).toEqual({ capacity: 6, taken: 6, waiting: 8 });
  });

  it('goes on when it is declined, and whoever declined waits no second time', async () => {
    const course = await fullCourse();
    for (const person of [bo, cy]) await enrolAs(world, course, person);
    await moveAs(world, course, ada, { move: 'withdraw' });
    await moveAs(world, course, bo, { move: 'decline' });
    expect((await stateOf(world, course)).of('offered')).toEqual(new Set([cy]));
    expect(await refusal(enrolAs(world, course, bo))).toBe('no-second-offer');
    await moveAs(world, course, cy, { move: 'decline' });
    expect((await stateOf(world, course)).seats).toEqual({ capacity: 1, taken: 0, waiting: 0 });
    expect((await enrolAs(world, course, bo)).state, 'a seat that nobody waits for is anybody’s').toBe('enrolled');
  });

  it('goes on when the offer lapses, at the next look of anybody', async () => {
    const course = await fullCourse();
    for (const person of [bo, cy, di]) await enrolAs(world, course, person);
    await moveAs(world, course, ada, { move: 'withdraw' });
    world.pass(1);
    expect(await refusal(moveAs(world, course, bo, { move: 'accept' }))).toBe('offer-over');
    const { of, queue } = await stateOf(world, course);
    expect([of('lapsed'), of('offered'), queue]).toEqual([new Set([bo]), new Set([cy]), [di]]);
    world.pass(1);
    const mine = await listMyTraining(world.deps)(actorOf(di), { params: { person: di }, query: {}, body: undefined });
    expect(mine.enrolments.find((one) => one.course === course)?.state).toBe('offered');
  });

  it('is offered to nobody once the course has begun', async () => {
    const course = await fullCourse();
    await enrolAs(world, course, bo);
    world.clock.now = '2026-04-01T02:00:00.000Z';
    await moveAs(world, course, ada, { move: 'withdraw' });
    expect((await stateOf(world, course)).seats).toEqual({ capacity: 1, taken: 0, waiting: 1 });
  });

  it('is offered again in no case for one who left the queue', async () => {
    const course = await fullCourse();
    for (const person of [bo, cy]) await enrolAs(world, course, person);
    await moveAs(world, course, bo, { move: 'withdraw' });
    await moveAs(world, course, ada, { move: 'withdraw' });
    expect((await stateOf(world, course)).of('offered')).toEqual(new Set([cy]));
    expect(await enrolAs(world, course, bo)).toMatchObject({ state: 'waiting', position: 1 });
  });
});

describe('the capacity', () => {
  it('that is raised gives as many offers', async () => {
    const course = await fullCourse();
    for (const person of [bo, cy, di]) await enrolAs(world, course, person);
    await change(world, course, { kind: 'capacity', capacity: 3 });
    const { of, queue, seats } = await stateOf(world, course);
    expect([of('offered'), queue]).toEqual([new Set([bo, cy]), [di]]);
    expect(seats).toEqual({ capacity: 3, taken: 3, waiting: 1 });
  });

  it('that is lowered throws nobody out and lets nobody in', async () => {
    const course = await fullCourse(3);
    await change(world, course, { kind: 'capacity', capacity: 1 });
    expect((await enrolAs(world, course, di)).state).toBe('waiting');
    await moveAs(world, course, ada, { move: 'withdraw' });
    await moveAs(world, course, bo, { move: 'withdraw' });
    expect((await stateOf(world, course)).seats).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    await moveAs(world, course, cy, { move: 'withdraw' });
    const { of, seats } = await stateOf(world, course);
    expect([of('offered'), seats]).toEqual([new Set([di]), { capacity: 1, taken: 1, waiting: 0 }]);
  });
});

describe('a request', () => {
  it('is answered by what came of it, ten minutes, a day and forty days later', async () => {
    const course = await fullCourse();
    const request = freshRequest();
    await enrolAs(world, course, bo, request);
    const before = await stateOf(world, course);
    const answers: string[] = [];
    for (const now of ['2026-03-01T04:10:00.000Z', '2026-03-02T05:00:00.000Z', '2026-04-10T04:00:00.000Z']) {
      world.clock.now = now;
      answers.push((await enrolAs(world, course, bo, request)).state);
    }
    expect(answers).toEqual(['waiting', 'waiting', 'waiting']);
    const after = await stateOf(world, course);
    expect([after.queue, after.seats]).toEqual([before.queue, before.seats]);
  });

  it('that stood for something else is refused', async () => {
    const course = await fullCourse();
    const request = freshRequest();
    await enrolAs(world, course, bo, request);
    expect(await refusal(moveAs(world, course, bo, { move: 'withdraw', request }))).toBe('request_reused');
    const other = await publishedCourse(world);
    expect(await refusal(enrolAs(world, other, bo, request))).toBe('request_reused');
  });

  it('is one’s own: the same id of somebody else is another', async () => {
    const course = await publishedCourse(world);
    const request = freshRequest();
    await enrolAs(world, course, bo, request);
    expect((await enrolAs(world, course, cy, request)).state).toBe('enrolled');
  });
});
