// Enrolling under faults (goals R1 and R2): the sets of people are compared, never their numbers, for a loss and a double make the same total.
import { afterEach, expect, it } from 'vitest';
import { settle as look } from '../../../functions/app/seats.ts';
import { offersDue } from '../../../functions/domain/courses/seats.ts';
import { enrolAs, freshRequest, moveAs, people, publishedCourse, stateOf } from '../../support/courses.ts';
import { FAULTS_MS, SOAK, seeded, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { settle } from '../../support/tenants.ts';
import type { World } from '../../support/world.ts';
import { openWorld } from '../../support/world.ts';

const PERSONS = SOAK ? 1000 : 100;
const TRIES = SOAK ? 3000 : 600;
const SEATS = SOAK ? 100 : 20;
const IN_FLIGHT = 64;
/** A look under faults offers one seat, or two, before one stops it. */
const LOOKS_MOST = 5_000;

let world: World | undefined;

/** A world of its own for each run: the engine in memory slows down with what it has written. */
async function fresh(): Promise<World> {
  world = await openWorld('file');
  await settle(world);
  return world;
}

afterEach(async () => {
  await world?.test.close();
  world = undefined;
});

/** Works a list off, so many at once. */
async function eachOf<T>(all: readonly T[], most: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const queue = [...all];
  const next = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: most }, next));
}

it.each(seedsOf(SOAK ? 50 : 2))(
  'R1, seed %i: whoever enrols is enrolled once, whoever withdraws is out, through every fault',
  async (seed) => {
    const own = await fresh();
    const everybody = await people(own, PERSONS);
    const course = await publishedCourse(own, { plan: { capacity: PERSONS } });
    const draw = seeded(seed * 7919);
    const plans = everybody.map((person) => ({ person, sends: 1 + Math.floor(draw() * 3), leaves: draw() < 0.3 }));
    const faults = withFaults(own.test.table, seed);
    await eachOf(plans, 16, async ({ person, sends, leaves }) => {
      const request = freshRequest();
      const send = () => untilAnswered(() => enrolAs(own, course, person, request));
      // As tabs and impatient thumbs do: the same wish several times, at once.
      await Promise.all(Array.from({ length: sends }, send));
      if (!leaves) return;
      const leaving = { move: 'withdraw', request: freshRequest() } as const;
      await Promise.all(Array.from({ length: sends }, () => untilAnswered(() => moveAs(own, course, person, leaving))));
    });
    faults.stop();
    const { of, queue, seats } = await stateOf(own, course);
    const stay = plans.filter(({ leaves }) => !leaves).map(({ person }) => person);
    const left = plans.filter(({ leaves }) => leaves).map(({ person }) => person);
    expect(of('enrolled')).toEqual(new Set(stay));
    expect(of('withdrawn')).toEqual(new Set(left));
    expect([queue, seats]).toEqual([[], { capacity: PERSONS, taken: stay.length, waiting: 0 }]);
    for (const share of Object.values(faults.happened)) expect(share).toBeGreaterThan(0);
  },
  FAULTS_MS,
);

it(
  `R2: ${TRIES} tries for ${SEATS} seats fill exactly those, the others wait in order, and each freed seat is offered once`,
  async () => {
    const own = await fresh();
    const everybody = await people(own, TRIES);
    const course = await publishedCourse(own, { plan: { capacity: SEATS } });
    const faults = withFaults(own.test.table, Number(process.env.FAULT_SEED ?? 20_260_301));
    let clock = 0;
    const spans = new Map<string, { begun: number; done: number }>();
    await eachOf(everybody, IN_FLIGHT, async (person) => {
      clock += 1;
      const begun = clock;
      const request = freshRequest();
      await untilAnswered(() => enrolAs(own, course, person, request));
      clock += 1;
      spans.set(person, { begun, done: clock });
    });
    const filled = await untilAnswered(() => stateOf(own, course));
    expect(filled.seats).toEqual({ capacity: SEATS, taken: SEATS, waiting: TRIES - SEATS });
    expect(filled.of('enrolled').size).toBe(SEATS);
    expect(new Set(filled.queue)).toEqual(filled.of('waiting'));
    expect(new Set([...filled.of('enrolled'), ...filled.queue])).toEqual(new Set(everybody));
    expect(outOfTurn(filled.queue, spans), 'who was answered before another asked stands before them').toEqual([]);

    const seated = [...filled.of('enrolled')];
    await eachOf(seated, IN_FLIGHT, (person) => leave(own, course, { person, move: 'withdraw' }));
    // What a busy table has not let them offer, the next look offers.
    await looked(own, course);
    const freed = await untilAnswered(() => stateOf(own, course));
    expect(freed.of('offered')).toEqual(new Set(filled.queue.slice(0, SEATS)));
    expect(freed.queue).toEqual(filled.queue.slice(SEATS));
    expect(freed.seats).toEqual({ capacity: SEATS, taken: SEATS, waiting: TRIES - 2 * SEATS });

    const offered = filled.queue.slice(0, SEATS);
    const answers = offered.map((person, i) => ({
      person,
      move: i % 2 === 0 ? ('accept' as const) : ('decline' as const),
    }));
    await eachOf(answers, IN_FLIGHT, (answer) => leave(own, course, answer));
    faults.stop();
    await looked(own, course);
    const last = await stateOf(own, course);
    const declined = answers.filter(({ move }) => move === 'decline').length;
    expect(last.of('enrolled')).toEqual(
      new Set(answers.filter(({ move }) => move === 'accept').map(({ person }) => person)),
    );
    expect(last.of('offered')).toEqual(new Set(filled.queue.slice(SEATS, SEATS + declined)));
    expect(last.seats.taken).toBe(SEATS);
    const offers = await Promise.all(everybody.map((person) => offersTo(own, course, person)));
    expect(new Set(offers), 'nobody is offered twice').toEqual(new Set([0, 1]));
    expect(
      offers.reduce((sum, one) => sum + one, 0),
      'each freed seat is offered once',
    ).toBe(SEATS + declined);
    for (const share of Object.values(faults.happened)) expect(share).toBeGreaterThan(0);
  },
  FAULTS_MS,
);

/** Looks at a course until no seat is left to offer: one look offers some. */
async function looked(own: World, course: string): Promise<void> {
  const due = async () => {
    const { seats = { capacity: 0, taken: 0, waiting: 0 } } = (await look(own.deps, course)) ?? {};
    return offersDue(seats);
  };
  while ((await untilAnswered(due, LOOKS_MOST)) > 0);
}

function leave(
  own: World,
  course: string,
  { person, move }: { person: string; move: 'withdraw' | 'accept' | 'decline' },
) {
  const request = freshRequest();
  return untilAnswered(() => moveAs(own, course, person, { move, request }));
}

/** The neighbours of a queue of whom the later was answered before the earlier had asked. */
function outOfTurn(queue: readonly string[], spans: ReadonlyMap<string, { begun: number; done: number }>): string[] {
  let latest = 0;
  return queue.filter((person) => {
    const { begun = 0, done = 0 } = spans.get(person) ?? {};
    const isLate = done < latest;
    latest = Math.max(latest, begun);
    return isLate;
  });
}

async function offersTo(own: World, course: string, person: string): Promise<number> {
  const { steps = [] } = (await own.deps.store.enrolments.get(course, person)) ?? {};
  return steps.filter(({ state }) => state === 'offered').length;
}
