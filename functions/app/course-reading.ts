// Looking at courses: a unit's list and one course whole, for those who run training there.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Course, planned, type Session, stateAt } from '../domain/courses/course.ts';
import { faultsOf } from '../domain/courses/faults.ts';
import { planOf } from '../domain/courses/plan.ts';
import type { CourseLine, Planned } from '../store/course-writes.ts';
import { signedIn, standingFor, today } from './access.ts';
import type { CoreDeps, OpenDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { inParallel } from './in-parallel.ts';
import { Problem } from './problem.ts';
import { nameFor } from './units-reading.ts';

const COURSES_MOST = 50;
const READS_AT_ONCE = 8;

/** A course with its sessions; Problem `not_found` when there is none. */
export async function plannedCourse(deps: OpenDeps, id: string): Promise<Planned> {
  const [course, sessions] = await Promise.all([deps.store.courses.get(id), deps.store.courseSessions.list(id)]);
  if (course === undefined) throw new Problem('not_found');
  return { course, sessions };
}

/** The name of a unit today; '' for one that is not there. */
export async function unitNameOf(deps: OpenDeps, id: string): Promise<string> {
  const unit = await deps.store.units.get(id);
  return unit === undefined ? '' : nameFor(unit, today(deps));
}

/** A unit's own courses, the latest first. */
export function listCourses(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listCourses'>): Promise<Answer<'listCourses'>> => {
    signedIn(actor);
    await standingFor(deps, actor)('readRoster', params.unit);
    const on = query.cursor === undefined ? {} : { cursor: `COURSE#${query.cursor.replace('.', '#')}` };
    const { found, next } = await deps.store.courses.ofUnit(params.unit, { limit: COURSES_MOST, ...on });
    const [seats, nexts] = await Promise.all([
      deps.store.courses.seatsOf(found.map(({ course }) => course)),
      nextOf(deps, found),
    ]);
    const now = deps.now();
    const courses = found.map((line) => {
      const { capacity = 0, taken = 0, waiting = 0 } = seats.get(line.course) ?? {};
      const next = nexts.get(line.course);
      return { ...line, state: stateAt(line, now), capacity, taken, waiting, ...(next && { next }) };
    });
    return next === undefined ? { courses } : { courses, cursor: next.slice('COURSE#'.length).replace('#', '.') };
  };
}

type Next = NonNullable<Answer<'listCourses'>['courses'][number]['next']>;

/** The session that is on or next in each course that is published and not over: those of a unit are few, and nothing is read of the others. */
async function nextOf(deps: CoreDeps, lines: readonly CourseLine[]): Promise<Map<string, Next>> {
  const now = deps.now();
  const open = lines.filter(({ state, endsAt = '' }) => state === 'published' && endsAt > now);
  if (open.length === 0) return new Map();
  const courses = await deps.store.courses.getMany(open.map(({ course }) => course));
  const found = new Map<string, Next>();
  await inParallel(READS_AT_ONCE, open, async ({ course }) => {
    const next = planned(await deps.store.courseSessions.list(course)).find(({ endsAt }) => endsAt > now);
    if (next === undefined) return;
    const isOnline = next.form === 'live' || next.form === 'recorded';
    const place = isOnline ? undefined : (next.place ?? courses.get(course)?.place);
    found.set(course, { session: next.id, startsAt: next.startsAt, ...(place && { place: place.address }) });
  });
  return found;
}

/** A course whole, with what stands in the way of publishing it. */
export function readCourse(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'readCourse'>): Promise<Answer<'readCourse'>> => {
    signedIn(actor);
    await courseFor(deps, actor)('readRoster', params.course);
    const [{ course, sessions }, seats] = await Promise.all([
      plannedCourse(deps, params.course),
      deps.store.courses.seats(params.course),
    ]);
    const now = deps.now();
    const { id, unit, startsAt, endsAt, createdAt, publishedAt, closedAt, cancelled, copiedFrom, version } = course;
    const { capacity = 0, taken = 0, waiting = 0 } = seats ?? {};
    return {
      ...{
        course: id,
        unit,
        unitName: await unitNameOf(deps, unit),
        state: stateAt(course, now),
        version,
        now,
        createdAt,
      },
      ...{ plan: planView(course), sessions: sessions.map(sessionView), seats: { capacity, taken, waiting } },
      ...(startsAt === undefined ? {} : { startsAt }),
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(closedAt === undefined ? {} : { closedAt }),
      ...(cancelled === undefined ? {} : { cancelled }),
      ...(copiedFrom === undefined ? {} : { copiedFrom }),
      faults: course.state === 'draft' ? faultsOf(course, sessions, now) : [],
    };
  };
}

type PlanView = Answer<'readCourse'>['plan'];

/** A plan has the wire's own form: lists are only marked as such. */
function planView(course: Course): PlanView {
  return planOf(course) as PlanView;
}

type SessionView = Answer<'readCourse'>['sessions'][number];

/** A session as those see it who run it or have a seat in it. */
export function sessionView({ cancelled, course: _, changedAt: _at, ...session }: Session): SessionView {
  const why = cancelled === undefined ? {} : { why: cancelled.why };
  return { ...session, trainers: [...session.trainers], ...why } as SessionView;
}
