// A training session at whose door somebody stands: found by its id, for those who run it and for those who come.
import type { Action } from '../domain/access/actions.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import { type Course, courseOfSession, type Session } from '../domain/courses/course.ts';
import type { AtDoor } from '../domain/door/decide.ts';
import type { Door } from '../store/doors.ts';
import { standingFor } from './access.ts';
import type { CoreDeps, OpenDeps } from './deps.ts';
import { Problem } from './problem.ts';

export interface HeldSession {
  course: Course;
  session: Session;
}

/** A session of a course that is no draft; Problem `not_found` for everything else. */
export async function heldSession(deps: OpenDeps, id: string): Promise<HeldSession> {
  const [course, session] = await Promise.all([
    deps.store.courses.get(courseOfSession(id) ?? id),
    deps.store.courseSessions.get(id),
  ]);
  if (course === undefined || session === undefined || course.state === 'draft') throw new Problem('not_found');
  return { course, session };
}

/** The same for an actor who may do something at the organiser's unit. */
export function sessionFor(deps: CoreDeps, actor: Actor) {
  return async (right: Action, id: string): Promise<HeldSession & { place: Place }> => {
    const held = await heldSession(deps, id);
    const { place } = await standingFor(deps, actor)(right, held.course.unit);
    return { ...held, place };
  };
}

/** A course for an actor who may do something at the organiser's unit. */
export function courseFor(deps: CoreDeps, actor: Actor) {
  return async (right: Action, id: string): Promise<{ course: Course; place: Place }> => {
    const course = await deps.store.courses.get(id);
    if (course === undefined) throw new Problem('not_found');
    const { place } = await standingFor(deps, actor)(right, course.unit);
    return { course, place };
  };
}

/** The session as the door's rules see it. */
export function atDoor(
  { course, session }: HeldSession,
  { door, enrolled }: { door: Pick<Door, 'windows'> | undefined; enrolled: boolean },
): AtDoor {
  const running = course.state === 'published' ? 'open' : course.state === 'cancelled' ? 'cancelled' : 'not-running';
  return {
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    state: session.state === 'cancelled' ? 'cancelled' : running,
    enrolled,
    walkIns: course.walkIns,
    windows: door?.windows ?? [],
  };
}

/** Whether a person has a seat in a course. */
export async function isEnrolled(deps: CoreDeps, course: string, person: string): Promise<boolean> {
  return (await deps.store.enrolments.get(course, person))?.state === 'enrolled';
}
