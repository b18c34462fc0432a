// Courses in a settled world, made through the app: a published one with seats, people who enrol, and what the table says of them afterwards.
import type { Person } from '../../functions/app/access.ts';
import { changeCourse, createCourse } from '../../functions/app/courses.ts';
import { enrol, moveEnrolment } from '../../functions/app/enrolments.ts';
import type { Input } from '../../functions/contract/index.ts';
import type { EnrolmentState, OwnMove } from '../../functions/domain/courses/enrolment.ts';
import { keys } from '../../functions/store/keys.ts';
import { courseId, courseTitle, OPERATOR, TENANTS, workerId } from './tenants.ts';
import type { World } from './world.ts';

type NewCourse = Input<'createCourse'>['body'];

/** Enrolment is open at the world's noon, the first session a month later. */
export const WINDOW = { opens: '2026-02-01T00:00:00.000Z', closes: '2026-03-20T00:00:00.000Z' };
export const MORNING = {
  form: 'on-site',
  startsAt: '2026-04-01T01:00:00.000Z',
  endsAt: '2026-04-01T04:00:00.000Z',
} as const;
export const PLACE = { division: '360400', address: '一号教室' };

let requests = 0;

/** The id of a wish that nobody has had yet. */
export function freshRequest(): string {
  requests += 1;
  return `request-${String(requests).padStart(12, '0')}`;
}

/** A plan without a fault. */
export function planBody(plan: Partial<NewCourse['plan']> = {}): NewCourse['plan'] {
  const usual = { title: '考前冲刺班', kind: 'pre-exam', form: 'on-site', target: '报考人员' } as const;
  return { ...usual, place: PLACE, window: WINDOW, capacity: 3, ...plan };
}

export interface Wanted {
  id?: string;
  unit?: string;
  plan?: Partial<NewCourse['plan']>;
  sessions?: NewCourse['sessions'];
}

/** A draft of a unit; gives its id. */
export async function draftCourse(
  world: World,
  { id, unit = '21', plan, sessions = [MORNING] }: Wanted = {},
): Promise<string> {
  const deps = id === undefined ? world.deps : { ...world.deps, newId: () => id };
  const body = { request: freshRequest(), plan: planBody(plan), sessions };
  return (await createCourse(deps)(OPERATOR, { params: { unit }, query: undefined, body })).course;
}

/** A published course; gives its id. */
export async function publishedCourse(world: World, wanted: Wanted = {}): Promise<string> {
  const course = await draftCourse(world, wanted);
  await change(world, course, { kind: 'publish' });
  return course;
}

type Change = Input<'changeCourse'>['body'];
/** A change without what every change has. */
type Wish = Change extends infer C ? (C extends Change ? Omit<C, 'request' | 'version'> : never) : never;

/** Changes a course as it is now. */
export async function change(world: World, course: string, wish: Wish, actor: Person = OPERATOR): Promise<number> {
  const version = (await world.deps.store.courses.get(course))?.version ?? 0;
  const body = { ...wish, request: freshRequest(), version } as Change;
  return (await changeCourse(world.deps)(actor, { params: { course }, query: undefined, body })).version;
}

/** Somebody with nothing but a session, as an actor. */
export function actorOf(person: string): Person {
  return { kind: 'person', person, grants: [] };
}

/** New people of no unit, put into the table directly. */
export async function people(world: World, count: number, prefix = 'person'): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(5, '0')}`);
  for (let first = 0; first < ids.length; first += 20) {
    await Promise.all(ids.slice(first, first + 20).map((id) => addPerson(world, id)));
  }
  return ids;
}

async function addPerson(world: World, id: string): Promise<void> {
  const person = { id, name: `学员${id}`, createdAt: world.clock.now, employments: [], certificates: [], pools: [] };
  await world.test.plant({ ...keys.person(id), ...person, version: 1 });
}

/** Enrols somebody as the edge does, with a request of one's own or a fresh one. */
export function enrolAs(world: World, course: string, person: string, request = freshRequest()) {
  return enrol(world.deps)(actorOf(person), { params: { course }, query: undefined, body: { request } });
}

export interface Move {
  move: OwnMove;
  request?: string;
}

export function moveAs(world: World, course: string, person: string, { move, request = freshRequest() }: Move) {
  return moveEnrolment(world.deps)(actorOf(person), { params: { course }, query: undefined, body: { request, move } });
}

/** What the table says of a course: who is in which state, who waits in which order, and the counts of the seats. */
export async function stateOf(world: World, course: string) {
  const { enrolments, courses } = world.deps.store;
  const byState = new Map<EnrolmentState, Set<string>>();
  for (let on: { cursor?: string } | undefined = {}; on !== undefined; ) {
    const page: Awaited<ReturnType<typeof enrolments.list>> = await enrolments.list(course, { limit: 500, ...on });
    for (const { state, person } of page.found) byState.set(state, (byState.get(state) ?? new Set()).add(person));
    on = page.next === undefined ? undefined : { cursor: page.next };
  }
  const { capacity = 0, taken = 0, waiting = 0 } = (await courses.seats(course)) ?? {};
  const of = (state: EnrolmentState) => byState.get(state) ?? new Set<string>();
  return { of, queue: await enrolments.queue(course), seats: { capacity, taken, waiting } };
}

/** A published course of each tenant, with one session, in which the tenant's own person is enrolled. */
export async function settleCourses(world: World): Promise<void> {
  for (const unit of Object.keys(TENANTS)) {
    await publishedCourse(world, { id: courseId(unit), unit, plan: { title: courseTitle(unit) } });
    await enrolAs(world, courseId(unit), workerId(unit));
  }
}
