// Seeds the trainings of the demo world through the capabilities that people use: planned, published, enrolled in, marked at the door, closed,
// certified, each act at its own time. What is there already is found there: ids and requests follow from the plan.
import type { Person as Actor } from '../app/access.ts';
import { closeCourse } from '../app/closing.ts';
import { issueCompletions } from '../app/completions.ts';
import { changeCourse, createCourse } from '../app/courses.ts';
import type { DocumentDeps, Signer, StaffDeps } from '../app/deps.ts';
import { enrol } from '../app/enrolments.ts';
import { inParallel } from '../app/in-parallel.ts';
import { actorOn } from '../domain/access/can.ts';
import { sessionId } from '../domain/courses/course.ts';
import { addDays, dayOf, type Instant, instantOf, msOf } from '../domain/time.ts';
import { staysOf } from './seed-attendance.ts';
import {
  CLOSED_DAYS,
  ENROLLED_DAYS,
  type HeldCourse,
  heldCourses,
  hour,
  type PlannedCourse,
  PUBLISHED_DAYS,
} from './seed-courses.ts';
import { passDoor } from './seed-door.ts';
import { rememberingDoors } from './seed-door-memory.ts';
import { asJob } from './seed-job.ts';
import { plannedPeople } from './seed-people.ts';
import { plannedTrees } from './seed-units.ts';
import { upcomingCourses } from './seed-upcoming.ts';
import { watchAll } from './seed-watching.ts';
import type { Writer } from './seed-write.ts';

const JOB = 'demo-training-1';

/** Writes at once: what one Node and one engine on two cores take. */
const AT_ONCE = 16;

/** Completions that one request issues. */
const ISSUED_AT_ONCE = 25;

/** What the trainings are written with: `at` gives the means as they are at an instant. */
export interface Clocked {
  at(now: Instant): DocumentDeps;
}

/** Courses that are over, and courses to come. */
export interface Trainings {
  held: HeldCourse[];
  upcoming: PlannedCourse[];
}

/** Those of the four towns, as they are planned at an instant. */
export function demoTrainings(now: Instant): Trainings {
  const people = plannedPeople(plannedTrees());
  return { held: heldCourses(people), upcoming: upcomingCourses(people, now) };
}

/** Seeds the trainings, unless they were seeded. */
export async function seedTraining(
  { deps, actor }: Writer,
  signer: Signer,
  { job = JOB, planned = demoTrainings }: { job?: string; planned?: (now: Instant) => Trainings } = {},
): Promise<void> {
  const clocked: Clocked = { at: (now) => ({ ...deps, ...papers(signer), now: () => now }) };
  await asJob(deps, { id: job, by: actor.person }, async () => {
    const { held, upcoming } = planned(deps.now());
    await Promise.all([
      ...held.map((course) => holdCourse(clocked, deps, course)),
      ...upcoming.map((course) => offerCourse(clocked, deps, course)),
    ]);
    return { courses: held.length + upcoming.length };
  });
}

/** The seed issues completions and prints none. */
function papers(signer: Signer): Pick<DocumentDeps, 'signer' | 'print'> {
  return { signer, print: () => Promise.reject(new Error('the seed prints nothing')) };
}

/** A course from its plan to its completions. One that is closed already lacks hours and completions at most. */
async function holdCourse(clocked: Clocked, deps: StaffDeps, course: HeldCourse): Promise<void> {
  const days = (of: 'startsAt' | 'endsAt') => course.sessions.map((session) => dayOf(session[of])).sort();
  const [first, last] = [days('startsAt')[0] ?? '', days('endsAt').at(-1) ?? ''];
  const trainer = await staff(deps, course, first);
  await publish(clocked.at(hour(addDays(first, -PUBLISHED_DAYS), 9)), trainer, course);
  if ((await deps.store.courses.get(course.id))?.state === 'published') {
    await enrolAll(clocked, course, hour(addDays(first, -ENROLLED_DAYS), 10));
    await passDoors(clocked, trainer, course);
  }
  const { store } = deps;
  await close({ ...clocked.at(hour(addDays(last, CLOSED_DAYS), 10)), store }, trainer, course);
}

/** Everybody's marks at each of its sessions, one session after the other. */
async function passDoors(clocked: Clocked, trainer: Actor, { id, sessions, people, came }: HeldCourse): Promise<void> {
  const store = rememberingDoors(clocked.at(sessions[0]?.startsAt ?? '').store);
  const atDoors: Clocked = { at: (now) => ({ ...clocked.at(now), store }) };
  for (const [n, { form, startsAt, endsAt, lessons }] of sessions.entries()) {
    const session = sessionId(id, n + 1);
    if (form === 'recorded') {
      await watchAll(store, { session, startsAt, lessons: lessons ?? [] }, people.slice(0, came[n]));
      continue;
    }
    const stays = staysOf(people, { startsAt, endsAt, came: came[n] ?? 0, n });
    await passDoor(atDoors, { session, trainer, stays });
  }
}

/** A course that is still to come, with those who have enrolled already. */
async function offerCourse(clocked: Clocked, deps: StaffDeps, course: PlannedCourse): Promise<void> {
  const now = deps.now();
  await publish(clocked.at(now), await staff(deps, course, dayOf(now)), course);
  await enrolAll(clocked, course, now);
}

/** The organiser's own, with the roles of that day. */
async function staff(deps: StaffDeps, { by }: PlannedCourse, day: string): Promise<Actor> {
  return person(by, actorOn(by, await deps.store.grants.ofPerson(by), day));
}

function person(id: string, actor: ReturnType<typeof actorOn>): Actor {
  if (actor.kind === 'guest') throw new Error(`${id} is a guest`);
  return actor;
}

/** Plans a course and publishes it, as far as that is not done. */
async function publish(deps: DocumentDeps, actor: Actor, { id, unit, plan, sessions }: PlannedCourse): Promise<void> {
  const before = await deps.store.courses.get(id);
  if (before === undefined) {
    const body = { request: `demo-plan-${id}`, plan, sessions };
    await createCourse({ ...deps, newId: () => id })(actor, { params: { unit }, query: undefined, body });
  }
  if ((before?.state ?? 'draft') !== 'draft') return;
  const body = { request: `demo-publish-${id}`, kind: 'publish', version: before?.version ?? 1 } as const;
  await changeCourse(deps)(actor, { params: { course: id }, query: undefined, body });
}

/** Everybody for themself, one after the other. */
async function enrolAll(clocked: Clocked, { id, people }: PlannedCourse, from: Instant): Promise<void> {
  await inParallel(AT_ONCE, [...people.entries()], async ([i, one]) => {
    const deps = clocked.at(instantOf(msOf(from) + i));
    const actor: Actor = { kind: 'person', person: one, grants: [] };
    const body = { request: `demo-enrol-${id}` };
    await enrol(deps)(actor, { params: { course: id }, query: undefined, body });
  });
}

/** Closes a course, writes everybody's hours and issues what they have earned. */
async function close(deps: DocumentDeps & Pick<StaffDeps, 'store'>, actor: Actor, course: HeldCourse): Promise<void> {
  const { id, people } = course;
  const params = { course: id };
  for (let on: { cursor?: string } | undefined = {}; on !== undefined; ) {
    const version = (await deps.store.courses.get(id))?.version ?? 0;
    const input = { params, query: undefined, body: { version, ...on } };
    const { cursor }: { cursor?: string | undefined } = await closeCourse(deps)(actor, input);
    on = cursor === undefined ? undefined : { cursor };
  }
  for (let first = 0; first < people.length; first += ISSUED_AT_ONCE) {
    const body = { people: people.slice(first, first + ISSUED_AT_ONCE) };
    await issueCompletions(deps)(actor, { params, query: undefined, body });
  }
}
