// The seats of a course kept in order: offers that are over lapse, and free seats are offered to those who wait, at the next look of anybody.
// Every step is one transaction: whoever is cut off in between leaves the rest to the next look.
import { type Course, offersEnd } from '../domain/courses/course.ts';
import { type Enrolment, hasLapsed, stepped } from '../domain/courses/enrolment.ts';
import { freeing, offersDue, type SeatMove, type Seats } from '../domain/courses/seats.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import type { EnrolmentChange } from '../store/enrolment-writes.ts';
import type { CoreDeps } from './deps.ts';

/** What keeping seats in order needs: a request has it, and so has the timer. */
export interface SeatsDeps extends Pick<CoreDeps, 'now'> {
  store: Pick<CoreDeps['store'], 'courses' | 'enrolments'>;
}

/** A course with its seats, as they were just read. */
export interface Seating {
  course: Course;
  seats: Seats;
}

/** Steps of one look: what is left after them is the next one's. */
const STEPS_MOST = 25;

const HOUR_MS = 3_600_000;

/** A course with its seats in order; undefined when there is none. */
export async function settle(deps: SeatsDeps, id: string): Promise<Seating | undefined> {
  const { courses, enrolments } = deps.store;
  for (let step = 0; ; step += 1) {
    const now = deps.now();
    const [course, seats, lapsed] = await Promise.all([
      courses.get(id),
      courses.seats(id),
      enrolments.firstLapsed(id, now),
    ]);
    if (course === undefined || seats === undefined) return undefined;
    const seating = { course, seats };
    if (course.state !== 'published' || step === STEPS_MOST) return seating;
    const isDone = lapsed === undefined ? !(await offered(deps, seating)) : !(await lapse(deps, seating, lapsed));
    if (isDone) return seating;
  }
}

/** A course with its seats as they are, in order or not: enough for whoever leaves. Undefined when there is none. */
export async function seatingOf({ store }: SeatsDeps, id: string): Promise<Seating | undefined> {
  const [course, seats] = await Promise.all([store.courses.get(id), store.courses.seats(id)]);
  return course && seats && { course, seats };
}

/** What becomes of the seat that somebody gives up: the move, and the step of whoever gets it. Undefined: the queue has moved since; look again. */
export async function freed(
  deps: SeatsDeps,
  { course, seats }: Seating,
): Promise<{ move: SeatMove; changes: EnrolmentChange[] } | undefined> {
  const move = freeing(seats, isOffering(course, deps.now()));
  if (move !== 'pass') return { move, changes: [] };
  const next = await firstWaiting(deps, course.id);
  // A seat is never passed to nobody: it would be lost.
  return next && { move, changes: [offerTo(next, course, deps.now())] };
}

/** Offers a free seat to the first of the queue, if there are both; whether something may have changed. */
async function offered(deps: SeatsDeps, { course, seats }: Seating): Promise<boolean> {
  const now = deps.now();
  if (offersDue(seats) === 0 || !isOffering(course, now)) return false;
  const next = await firstWaiting(deps, course.id);
  if (next === undefined) return false;
  await deps.store.enrolments.put({ changes: [offerTo(next, course, now)], move: 'offer' }, []);
  return true;
}

/** Notes that an offer is over, and passes the seat on; whether something may have changed. */
async function lapse(deps: SeatsDeps, seating: Seating, person: string): Promise<boolean> {
  const now = deps.now();
  const held = await deps.store.enrolments.get(seating.course.id, person);
  if (held === undefined || !hasLapsed(held, now)) return held?.state !== 'offered';
  const seat = await freed(deps, seating);
  if (seat === undefined) return true;
  const own = { before: held, after: stepped(held, { state: 'lapsed', at: now }) };
  await deps.store.enrolments.put({ changes: [own, ...seat.changes], move: seat.move }, []);
  return true;
}

function isOffering(course: Course, now: Instant): boolean {
  return course.state === 'published' && now < offersEnd(course);
}

async function firstWaiting(deps: SeatsDeps, course: string): Promise<Enrolment | undefined> {
  const person = await deps.store.enrolments.firstWaiting(course);
  const held = person === undefined ? undefined : await deps.store.enrolments.get(course, person);
  return held?.state === 'waiting' ? held : undefined;
}

/** An offer ends when offers do, at the latest. */
function offerTo(held: Enrolment, course: Course, now: Instant): EnrolmentChange {
  const [full, last] = [instantOf(msOf(now) + course.offerHours * HOUR_MS), offersEnd(course)];
  const expiresAt = full < last ? full : last;
  return { before: held, after: stepped(held, { state: 'offered', at: now, expiresAt }) };
}
