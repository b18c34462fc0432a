// P2 for training: units per enrolment, per check-in and per page of the schedule, and what a million of each cost.
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { priceOfMillion, prices } from '../prices.ts';
import { codeAt, coursePage, enrolBy, openCourse, passBy, schedulePage } from '../training-calls.ts';

/** Courses on the page of the schedule that is measured: a province's month. */
const COURSES = 40;

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
