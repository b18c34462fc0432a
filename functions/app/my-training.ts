// One's own training: what one is enrolled in, what comes next, what collides.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import { conflictsIn } from '../domain/courses/conflicts.ts';
import { type Course, planned, stateAt } from '../domain/courses/course.ts';
import { type Enrolment, holdsSeat, isEnd } from '../domain/courses/enrolment.ts';
import type { Instant } from '../domain/time.ts';
import { signedIn } from './access.ts';
import { unitNameOf } from './course-reading.ts';
import type { CoreDeps } from './deps.ts';
import { shown } from './enrolling.ts';
import { earnedIn, ownSessions } from './own-sessions.ts';
import { Problem } from './problem.ts';
import { settle } from './seats.ts';
import { newsFor } from './training-news.ts';

type Mine = Answer<'listMyTraining'>['enrolments'][number];

/** One's own enrolments, those to come first. Offers are looked after on the way. */
export function listMyTraining(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'listMyTraining'>): Promise<Answer<'listMyTraining'>> => {
    signedIn(actor);
    if (!can.readOwnTraining(actor, ofPerson(params.person))) throw new Problem('not_found');
    const [held, seen] = await Promise.all([settled(deps, params.person), deps.store.notices.seenBy(params.person)]);
    const courses = await deps.store.courses.getMany(held.map(({ course }) => course));
    const earned = await earnedIn(deps, params.person, closedOf(held, courses));
    const all = await Promise.all(
      held.flatMap((enrolment) => {
        const course = courses.get(enrolment.course);
        if (course === undefined) return [];
        return [entryFor(deps, { enrolment, course, seen: seen.get(course.id), earned: earned.get(course.id) })];
      }),
    );
    const coming = all.filter(({ enrolment }) => holdsSeat(enrolment.state)).flatMap(({ sessions }) => sessions);
    const now = deps.now();
    return {
      enrolments: all.map(({ view }) => view).sort(byBeginning(now)),
      conflicts: conflictsIn(coming).map(([one, other]) => ({ one: one.id, other: other.id })),
      now,
    };
  };
}

/** An enrolment with its course, and how far its news were seen. */
interface Held {
  enrolment: Enrolment;
  course: Course;
  seen: number | undefined;
  earned: Mine['earned'];
}

/** The courses that somebody had a seat in and that are closed. */
function closedOf(held: readonly Enrolment[], courses: ReadonlyMap<string, Course>): Course[] {
  return held
    .filter(({ state }) => state === 'enrolled')
    .flatMap(({ course }) => courses.get(course) ?? [])
    .filter(({ state }) => state === 'closed');
}

/** The sessions of other courses that somebody has a seat in and that collide with this one's. */
export async function conflictsWith(deps: CoreDeps, person: string, id: string): Promise<Answer<'enrol'>['conflicts']> {
  const held = (await deps.store.enrolments.ofPerson(person)).filter(({ state }) => holdsSeat(state));
  const courses = await deps.store.courses.getMany([id, ...held.map(({ course }) => course)]);
  const own = courses.get(id);
  if (own === undefined) return [];
  const others = [...courses.values()].filter((course) => course.id !== id && meets(course, own));
  const lists = await Promise.all([own, ...others].map(({ id: course }) => deps.store.courseSessions.list(course)));
  return conflictsIn(lists.flat()).flatMap((pair) => {
    const other = pair.find(({ course }) => course !== id);
    if (other === undefined || pair.every(({ course }) => course !== id)) return [];
    const { id: session, course, startsAt, endsAt } = other;
    return [{ session, course, title: courses.get(course)?.title ?? '', startsAt, endsAt }];
  });
}

function meets(a: Course, b: Course): boolean {
  if (a.state !== 'published' || a.startsAt === undefined || a.endsAt === undefined) return false;
  return b.startsAt !== undefined && b.endsAt !== undefined && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** A person's enrolments, with the courses looked after in which they wait or have an offer. */
async function settled(deps: CoreDeps, person: string): Promise<Enrolment[]> {
  const held = await deps.store.enrolments.ofPerson(person);
  const open = held.filter(({ state }) => state === 'waiting' || state === 'offered');
  if (open.length === 0) return held;
  await Promise.all(open.map(({ course }) => settle(deps, course)));
  return deps.store.enrolments.ofPerson(person);
}

async function entryFor(deps: CoreDeps, { enrolment, course, seen, earned }: Held) {
  const now = deps.now();
  const isOpen = course.state === 'published' && !isEnd(enrolment.state);
  const sessions = isOpen ? await deps.store.courseSessions.list(course.id) : [];
  const isIn = enrolment.state === 'enrolled';
  const next = planned(sessions).find(({ endsAt }) => endsAt > now);
  const { id, title, kind, form, link, contact, cancelled } = course;
  const news = course.state === 'closed' ? undefined : await newsFor(deps, enrolment, seen);
  const view: Mine = {
    ...{ course: id, title, kind, form, unitName: await unitNameOf(deps, course.unit), at: enrolment.at },
    ...{ courseState: stateAt(course, now), ...(await shown(deps, id, enrolment)) },
    ...(cancelled === undefined ? {} : { why: cancelled.why }),
    ...(isIn && link !== undefined ? { link } : {}),
    ...(isIn && contact !== undefined ? { contact } : {}),
    sessions: await ownSessions(deps, { course, sessions }, { person: enrolment.person, isIn }),
    ...(next === undefined ? {} : { next: next.id }),
    ...(news === undefined ? {} : { news }),
    ...(earned === undefined ? {} : { earned }),
  };
  return { enrolment, sessions, view };
}

/** What is on or to come by its beginning; what is over after it, the latest first. */
function byBeginning(now: Instant) {
  const startOf = ({ sessions, next }: Mine) => sessions.find(({ id }) => id === next)?.startsAt;
  return (a: Mine, b: Mine): number => {
    const [first, second] = [startOf(a), startOf(b)];
    if (first !== undefined && second !== undefined) return first < second ? -1 : 1;
    if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
    return `${a.at}${now}` < `${b.at}${now}` ? 1 : -1;
  };
}
