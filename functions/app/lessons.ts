// Watching recorded lessons: what there is, and the beats by which the server counts what was watched.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Lesson, stateAt } from '../domain/courses/course.ts';
import { lessonsOf } from '../domain/lessons/verdict.ts';
import { isTooSoon, NOTHING, secondsOf, unwatchedFrom, watched } from '../domain/lessons/watching.ts';
import { signedIn } from './access.ts';
import type { CoreDeps } from './deps.ts';
import { type HeldSession, heldSession, isEnrolled } from './door-finding.ts';
import { Problem, refused } from './problem.ts';

/** Two windows of one person at once are few; whoever loses this often is no player. */
const ATTEMPTS = 6;

/** The lessons of a recorded session, with what the caller has watched of each. */
export function listLessons(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'listLessons'>): Promise<Answer<'listLessons'>> => {
    const { person } = signedIn(actor);
    const { session, course } = await seatIn(deps, params.session, person);
    const own = new Map((await deps.store.watching.ofPerson(session.id, person)).map((one) => [one.lesson, one]));
    const lessons = lessonsOf(session).map(({ title, link, minutes }, i) => {
      const held = own.get(i + 1);
      const position = unwatchedFrom(held ?? NOTHING);
      return { lesson: i + 1, title, link, seconds: minutes * 60, watched: secondsOf(held ?? NOTHING), position };
    });
    const { title = course.title, startsAt, endsAt } = session;
    return { title, lessons, startsAt, endsAt, now: deps.now() };
  };
}

/** Takes a beat of a player. Only while the session is open: what is watched before or after counts nothing. */
export function watchLesson(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'watchLesson'>): Promise<Answer<'watchLesson'>> => {
    const { person } = signedIn(actor);
    const held = await seatIn(deps, params.session, person);
    const number = Number(params.lesson);
    const lesson = lessonsOf(held.session)[number - 1];
    if (lesson === undefined) throw new Problem('not_found');
    requireOpen(deps, held);
    const watchedNow = await beaten(deps, { session: held.session.id, person, number, lesson, ...body });
    return { watched: watchedNow, seconds: lesson.minutes * 60, now: deps.now() };
  };
}

interface Beating {
  session: string;
  person: string;
  number: number;
  lesson: Lesson;
  position: number;
  playing: boolean;
}

/** The seconds watched, after a beat that is kept; judged anew when another window was faster. */
async function beaten(
  deps: CoreDeps,
  { session, person, number, lesson, position, playing }: Beating,
): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const held = await deps.store.watching.get(session, person, number);
    const before = held ?? NOTHING;
    const beat = { at: deps.now(), position, playing };
    if (isTooSoon(before, beat)) return secondsOf(before);
    const after = watched(before, beat, lesson.minutes * 60);
    const version = (held?.version ?? 0) + 1;
    const done = await deps.store.watching.put({ ...after, session, person, lesson: number, version });
    if (done === 'done') return secondsOf(after);
  }
  throw new Problem('busy');
}

/** A session that the person has a seat in; Problem `refused` for those who have none. */
async function seatIn(deps: CoreDeps, id: string, person: string): Promise<HeldSession> {
  const held = await heldSession(deps, id);
  if (!(await isEnrolled(deps, held.course.id, person))) throw refused('not-enrolled');
  return held;
}

function requireOpen(deps: CoreDeps, { course, session }: HeldSession): void {
  const now = deps.now();
  if (session.state === 'cancelled') throw refused('session-cancelled');
  if (now < session.startsAt) throw refused('door-too-early');
  if (now > session.endsAt) throw refused('door-too-late');
  if (stateAt(course, now) !== 'running') throw refused('course-not-running');
}
