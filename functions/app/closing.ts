// Closing a course: its state, then the hours of everybody, each entry put once under the session's name, and what figures are counted from. In parts:
// whoever stops half-way goes on with the cursor, and whoever does it all again changes nothing.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import type { Verdict } from '../domain/attendance/verdict.ts';
import type { Course } from '../domain/courses/course.ts';
import { courseCan } from '../domain/courses/moves.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import type { StoredEntry } from '../store/hours.ts';
import { type Person, signedIn } from './access.ts';
import { attendersOf } from './attendance.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps, TrainerDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { beginHeld, keepTraining } from './participation.ts';
import { Problem, refused } from './problem.ts';
import { trainedOf } from './trained-entries.ts';
import { nameFor } from './units-reading.ts';

/** Closes a course that is over, and writes the hours of a part of its people. */
export function closeCourse(deps: TrainerDeps) {
  return async (actor: Actor, { params, body }: Input<'closeCourse'>): Promise<Answer<'closeCourse'>> => {
    const found = await courseFor(deps, actor)('closeCourse', params.course);
    const course =
      found.course.state === 'closed' ? found.course : await closed(deps, signedIn(actor), { ...found, ...body });
    await beginHeld(deps, course);
    const { people, next } = await attendersOf(deps, course, body.cursor);
    // Whoever goes on with it later, the hours were earned when the course was closed, and by that act.
    const fact = { at: course.closedAt ?? deps.now(), by: signedIn(actor).person };
    const entries = people.flatMap(({ person, verdicts }) =>
      [...verdicts].flatMap(([session, one]) => entryFor({ person, course: course.id, session }, one, fact) ?? []),
    );
    const written = await deps.store.hours.putAll(entries);
    await keepTraining(deps, course, await trainedOf(deps, { course, at: fact.at }, people));
    const counts = { people: people.length, written, same: entries.length - written, version: course.version };
    return next === undefined ? counts : { ...counts, cursor: next };
  };
}

interface Closing {
  course: Course;
  place: Place;
  /** As the caller saw the course. */
  version: number;
  why?: string | undefined;
}

/** The course, closed: after its last session, by a version that is not stale. */
async function closed(deps: CoreDeps, me: Person, { course, place, version, why }: Closing): Promise<Course> {
  const now = deps.now();
  if (course.version !== version) throw new Problem('conflict');
  if (!courseCan.close(course, now)) throw refused('course-state');
  const sessions = await deps.store.courseSessions.list(course.id);
  if (sessions.some(({ state, endsAt }) => state === 'planned' && endsAt > now)) throw refused('session-not-over');
  const unit = await deps.store.units.get(course.unit);
  if (unit === undefined) throw new Problem('not_found');
  const after: Course = { ...course, state: 'closed', closedAt: now, version: course.version + 1 };
  const organised = { unitName: nameFor(unit, dayOf(now)), division: unit.division };
  const facts = { before: { state: course.state }, after: { state: 'closed' } };
  const thing = { type: 'course', id: course.id };
  const entry = entryOf(deps, { me, right: 'closeCourse', place, thing, ...facts, why });
  const put = { before: { course, sessions }, after: { course: after, sessions }, organised };
  if ((await deps.store.courses.put(put, [entry])) !== 'done') throw new Problem('conflict');
  return after;
}

interface Earned {
  person: string;
  course: string;
  session: string;
  /** 1 when the course is closed; one more with each correction. */
  n?: number;
}

/** The entry that a verdict earns; none for no minutes. */
export function entryFor(
  { person, course, session, n = 1 }: Earned,
  { minutes, intervals }: Verdict,
  { at, by }: { at: Instant; by: string },
): StoredEntry | undefined {
  if (minutes === 0) return undefined;
  const approved = { state: 'approved', at, by } as const;
  const id = `${session}.${n}`;
  return { id, person, course, session, kind: 'training', when: { intervals }, evidence: [], facts: [approved] };
}
