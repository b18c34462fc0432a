// P2 and P4 for training: units per enrolment, per check-in and per page of the schedule, what a million of each cost, and check-ins per second.
import { inParallel } from '../../../functions/app/in-parallel.ts';
import { sessionId } from '../../../functions/domain/courses/course.ts';
import { keys } from '../../../functions/store/keys.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { priceOfMillion, prices } from '../prices.ts';
import { codeAt, coursePage, enrolBy, openCourse, passBy, schedulePage } from '../training-calls.ts';
import { yardstickMs } from '../yardstick.ts';

/** Courses on the page of the schedule that is measured: a province's month. */
const COURSES = 40;

/** People who come through one door, and how many at once. */
const RUSH = 500;
const AT_ONCE = 16;

const WITH_SESSION = 'reads and writes; looking up the session included';
const PRICED = `${prices.region}, ${prices.status}; ${WITH_SESSION}`;

export async function trainingUnits(): Promise<Row[]> {
  const world = await openWorld();
  try {
    await settle(world);
    const spent = meter(world.test.table);
    const taking = async (work: () => Promise<unknown>) => {
      spent();
      await work();
      return spent();
    };
    return [
      ...(await enrolmentRows(world, taking)),
      ...(await doorRows(world, taking)),
      ...(await pageRows(world, taking)),
    ];
  } finally {
    await world.test.close();
  }
}

type Taking = (work: () => Promise<unknown>) => Promise<Spent>;

/** A seat, and a place in the queue of a course that is full. */
async function enrolmentRows(world: World, taking: Taking): Promise<Row[]> {
  const course = await openCourse(world, { capacity: 1 });
  const rows: Row[] = [];
  for (const [what, state] of [
    ['taking a seat', 'enrolled'],
    ['joining the waiting list', 'waiting'],
  ] as const) {
    const who = await world.signIn();
    const took = await taking(async () => expectState(await enrolBy(world, who, course), state));
    rows.push(unitsRow(`units of an enrolment, ${what}`, took));
    rows.push(priceRow(`a million enrolments, ${what}`, took));
  }
  return rows;
}

function expectState(came: string, wanted: string): void {
  if (came !== wanted) throw new Error(`an enrolment came to ${came}`);
}

/** Coming, going, and the same request once more. */
async function doorRows(world: World, taking: Taking): Promise<Row[]> {
  const course = await openCourse(world);
  const who = await world.signIn();
  await enrolBy(world, who, course);
  const rows: Row[] = [];
  for (const kind of ['in', 'out'] as const) {
    const code = await codeAt(world, course, kind);
    const request = `bench-request-${kind}`;
    // The second within three seconds of the first would be the same mark.
    world.clock.now = kind === 'in' ? world.clock.now : new Date(Date.parse(world.clock.now) + 5_000).toISOString();
    const took = await taking(() => passBy(world, who, { course, code, request }));
    const what = kind === 'in' ? 'a check-in' : 'a sign-out';
    rows.push({ ...unitsRow(`units of ${what}`, took), limit: { most: 8 } });
    rows.push(priceRow(`a million of ${what}`, took));
    if (kind === 'out') continue;
    const again = await taking(() => passBy(world, who, { course, code, request }));
    rows.push({ ...unitsRow('units of the same check-in again', again), limit: { most: 8 } });
  }
  return rows;
}

/** The schedule at two sizes, and a course's page. */
async function pageRows(world: World, taking: Taking): Promise<Row[]> {
  const rows: Row[] = [];
  let course = '';
  for (const size of [10, COURSES]) {
    while ((await schedulePage(world)) < size) course = await openCourse(world);
    const took = await taking(() => schedulePage(world));
    rows.push(unitsRow(`read units of a schedule page, ${size} sessions`, took));
    if (size === COURSES) rows.push(priceRow(`a million schedule pages, ${size} sessions`, took));
  }
  const took = await taking(() => coursePage(world, course));
  return [...rows, unitsRow('read units of a course’s page', took)];
}

function unitsRow(what: string, { read, write, requests }: Spent): Row {
  const note = `${read} read, ${write} written; ${requests} requests to the table`;
  return { goal: 'P2', what, figure: read + write, unit: 'units', note };
}

function priceRow(what: string, spent: Spent): Row {
  return { goal: 'P2', what, figure: priceOfMillion(spent), unit: 'USD', note: PRICED };
}

/** P4: everybody at one door at once. Sets are compared, never totals. */
export async function checkInRate(): Promise<Row[]> {
  const world = await openWorld();
  try {
    await settle(world);
    const course = await openCourse(world, { capacity: RUSH });
    const people = await seated(world, course);
    const code = await codeAt(world, course, 'in');
    const yardstick = yardstickMs();
    const began = performance.now();
    await inParallel(AT_ONCE, people, async (who) => {
      await passBy(world, who, { course, code });
    });
    const seconds = (performance.now() - began) / 1000;
    await expectAll(world, course, people);
    const note = `${RUSH} people, ${AT_ONCE} at once, function and engine in memory on the same cores; 0 lost; the table has no stream yet`;
    const figure = RUSH / seconds;
    const yardsticks = (seconds * 1000) / RUSH / yardstick;
    return [
      {
        goal: 'P4',
        what: 'check-ins through one door',
        figure,
        unit: 'per s',
        limit: { least: 250 },
        yardsticks,
        note,
      },
    ];
  } finally {
    await world.test.close();
  }
}

/** People with a seat: put there directly, for it is their coming that is measured. */
async function seated(world: World, course: string): Promise<SignedIn[]> {
  const people: SignedIn[] = [];
  const at = world.clock.now;
  await inParallel(AT_ONCE, [...Array(RUSH).keys()], async () => {
    const who = await world.signIn();
    const enrolment = { course, person: who.person, name: '考生', state: 'enrolled', at, steps: [], version: 1 };
    await world.test.plant({ ...keys.enrolment(course, who.person), ...enrolment });
    people.push(who);
  });
  return people;
}

/** Each has one mark, and nobody else has any. */
async function expectAll(world: World, course: string, people: readonly SignedIn[]): Promise<void> {
  const marks = await world.deps.store.marks.ofSession(sessionId(course, 1));
  const came = new Set(marks.map(({ person }) => person));
  const lost = people.filter(({ person }) => !came.has(person));
  if (lost.length > 0 || marks.length !== RUSH)
    throw new Error(`${lost.length} check-ins are lost, ${marks.length} marks are there`);
}
