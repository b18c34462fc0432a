// What deleting an account means for training: seats that are not used go to those who wait, and what is counted stays without a name. A person's training
// of a year and a course as it was held know ids, units, days and minutes alone: they stay as they are.
import type { EnrolmentState, OwnMove } from '../domain/courses/enrolment.ts';
import type { AccountDeps } from './deps.ts';
import { moveInCourse } from './enrolling.ts';
import { Problem } from './problem.ts';

const LEAVING: { [S in EnrolmentState]?: OwnMove } = {
  requested: 'withdraw',
  enrolled: 'withdraw',
  waiting: 'withdraw',
  offered: 'decline',
};

/** Takes somebody out of all training that is to come, and their name out of all that was. Again: the same. */
export async function releaseTraining(deps: AccountDeps, person: string): Promise<void> {
  await leaveCourses(deps, person);
  await dropCalendar(deps, person);
  await deps.store.trainingTraces.release(person, { sessions: await sessionsOf(deps, person), at: deps.now() });
}

/** Who sits in a course that has begun was there; any other seat, offer, ticket and request is given back. */
async function leaveCourses(deps: AccountDeps, person: string): Promise<void> {
  const held = await deps.store.enrolments.ofPerson(person);
  const courses = await deps.store.courses.getMany(held.map(({ course }) => course));
  const now = deps.now();
  for (const { course: id, state, version } of held) {
    const [course, move] = [courses.get(id), LEAVING[state]];
    if (course?.state !== 'published' || move === undefined) continue;
    if (state === 'enrolled' && course.startsAt !== undefined && course.startsAt <= now) continue;
    const wish = { person, id: `leaving.${id}.${version}`, bodyHash: move };
    await moveInCourse(deps, { course: id, person, move, wish }).catch(goneAlready);
  }
}

/** An offer may be over, or a course, since it was read: then there is nothing to give back. */
function goneAlready(error: unknown): void {
  if (!(error instanceof Problem) || (error.code !== 'refused' && error.code !== 'not_found')) throw error;
}

async function dropCalendar(deps: AccountDeps, person: string): Promise<void> {
  const before = await deps.store.calendars.ofPerson(person);
  if (before !== undefined && (await deps.store.calendars.replace(person, { before })) !== 'done') {
    throw new Problem('conflict');
  }
}

/** The sessions at whose doors something may be kept of somebody: of their courses, where they came as a walk-in, and of their hours. */
export async function sessionsOf(deps: AccountDeps, person: string): Promise<string[]> {
  const { enrolments, courseSessions, marks, hours } = deps.store;
  const [held, arrivals, entries] = await Promise.all([
    enrolments.ofPerson(person),
    marks.arrivals(person),
    hours.ofPerson(person),
  ]);
  const lists = await Promise.all(held.map(({ course }) => courseSessions.list(course)));
  const ids = [
    ...lists.flat().map(({ id }) => id),
    ...arrivals.map(({ session }) => session),
    ...entries.flatMap(({ session }) => session ?? []),
  ];
  return [...new Set(ids)];
}
