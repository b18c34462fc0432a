// Who is enrolled: in a course, for whoever runs it; from a unit, for whoever keeps its people.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { stateAt } from '../domain/courses/course.ts';
import { type Enrolment, hasLapsed } from '../domain/courses/enrolment.ts';
import { signedIn, standingFor, today } from './access.ts';
import type { CoreDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { settle } from './seats.ts';
import { nameFor } from './units-reading.ts';

type Row = Answer<'listRoster'>['enrolments'][number];

const ROWS_MOST = 200;
const UNIT_ROWS_MOST = 100;

/** A course's enrolments, by person; offers are looked after on the way. */
export function listRoster(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listRoster'>): Promise<Answer<'listRoster'>> => {
    signedIn(actor);
    await courseFor(deps, actor)('readRoster', params.course);
    const seating = await settle(deps, params.course);
    const on = query.cursor === undefined ? {} : { cursor: `ENROLMENT#${query.cursor}` };
    const { found, next } = await deps.store.enrolments.list(params.course, { limit: ROWS_MOST, ...on });
    const { capacity = 0, taken = 0, waiting = 0 } = seating?.seats ?? {};
    const page = { enrolments: await rowsOf(deps, found), seats: { capacity, taken, waiting }, now: deps.now() };
    return next === undefined ? page : { ...page, cursor: next.slice('ENROLMENT#'.length) };
  };
}

/** The enrolments that were made from a unit. */
export function listUnitEnrolments(deps: CoreDeps) {
  return async (
    actor: Actor,
    { params, query }: Input<'listUnitEnrolments'>,
  ): Promise<Answer<'listUnitEnrolments'>> => {
    signedIn(actor);
    await standingFor(deps, actor)('readRoster', params.unit);
    const on = query.cursor === undefined ? {} : { cursor: `ENROLMENT#${query.cursor.replace('.', '#')}` };
    const { found, next } = await deps.store.enrolments.ofUnit(params.unit, { limit: UNIT_ROWS_MOST, ...on });
    // Who has enrolled again from another unit is that unit's.
    const held = (await deps.store.enrolments.getMany(found)).filter(({ unit }) => unit === params.unit);
    const courses = await deps.store.courses.getMany(held.map(({ course }) => course));
    const now = deps.now();
    const rows = await rowsOf(deps, held);
    const enrolments = held.flatMap(({ course: id }, i) => {
      const course = courses.get(id);
      if (course === undefined) return [];
      const { title, startsAt } = course;
      const known = { course: id, title, courseState: stateAt(course, now), ...(startsAt && { startsAt }) };
      return [{ ...(rows[i] as Row), ...known }];
    });
    return next === undefined
      ? { enrolments, now }
      : { enrolments, now, cursor: next.slice('ENROLMENT#'.length).replace('#', '.') };
  };
}

async function rowsOf(deps: CoreDeps, held: readonly Enrolment[]): Promise<Row[]> {
  const units = await deps.store.units.getMany(held.flatMap(({ unit }) => unit ?? []));
  const positions = await positionsOf(deps, held);
  const [day, now] = [today(deps), deps.now()];
  return held.map((enrolment) => {
    const { course, person, name, unit, state, at, offer, version } = enrolment;
    const own = unit === undefined ? undefined : units.get(unit);
    const position = positions.get(`${course} ${person}`);
    const isOver = hasLapsed(enrolment, now);
    return {
      ...{ person, name, at, version, state: isOver ? ('lapsed' as const) : state },
      ...(unit === undefined ? {} : { unit }),
      ...(own === undefined ? {} : { unitName: nameFor(own, day) }),
      ...(position === undefined ? {} : { position }),
      ...(offer === undefined || isOver ? {} : { expiresAt: offer.expiresAt }),
    };
  });
}

/** The places in the queues: each queue is read once, however many of it are shown. */
async function positionsOf(deps: CoreDeps, held: readonly Enrolment[]): Promise<Map<string, number>> {
  const courses = new Set(held.filter(({ state }) => state === 'waiting').map(({ course }) => course));
  const queues = await Promise.all(
    [...courses].map(async (course) => {
      const queue = await deps.store.enrolments.queue(course);
      return queue.map((person, i) => [`${course} ${person}`, i + 1] as const);
    }),
  );
  return new Map(queues.flat());
}
