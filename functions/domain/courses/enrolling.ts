// Whether somebody may enrol now, and what follows from it. Pure: the store's conditions guard what may change before the write.
import type { Instant } from '../time.ts';
import type { Course } from './course.ts';
import { type Applicant, eligible, type Ineligible } from './eligibility.ts';
import { type Enrolment, type EnrolmentMove, hasLapsed, isEnd, mayMove } from './enrolment.ts';
import { courseMay } from './moves.ts';
import { joining, type Seats } from './seats.ts';

/** Why a rule refuses an enrolment or one of its moves. */
export type EnrolRefusal =
  | Ineligible
  | 'course-cancelled'
  | 'course-closed'
  | 'enrolment-not-open'
  | 'enrolment-over'
  /** Enrolled, waiting, offered or asked already. */
  | 'already-enrolled'
  /** A unit must agree, and this person works at none. */
  | 'unit-needed'
  /** An offer was declined or let lapse: no second place in the queue. */
  | 'no-second-offer'
  | 'offer-over'
  /** The enrolment is not in a state for this: `ENROLMENT_MOVES`. */
  | 'enrolment-state';

export type Joined =
  | { ok: true; outcome: 'request' | 'take' | 'queue'; unit?: string }
  | { ok: false; reason: EnrolRefusal };

export interface Joining {
  course: Course;
  seats: Seats;
  applicant: Applicant;
  /** What there is of this person already. */
  held?: Enrolment | undefined;
  now: Instant;
  /** By the person's unit: then it has agreed. */
  byUnit?: boolean;
}

/** What enrolling leads to: a request to the unit, a seat, or a place in the queue. */
export function join({ course, seats, applicant, held, now, byUnit = false }: Joining): Joined {
  const closed = notOpen(course, now);
  if (closed !== undefined) return { ok: false, reason: closed };
  if (held !== undefined && !isEnd(held.state)) return { ok: false, reason: 'already-enrolled' };
  const fits = eligible(course, applicant);
  if (!fits.ok) return fits;
  const unit = fits.unit === undefined ? {} : { unit: fits.unit };
  if (course.approval === 'unit' && !byUnit) {
    return fits.unit === undefined ? { ok: false, reason: 'unit-needed' } : { ok: true, outcome: 'request', ...unit };
  }
  const outcome = seated(seats, held);
  return outcome === 'no-second-offer' ? { ok: false, reason: outcome } : { ok: true, outcome, ...unit };
}

/** A seat or a place in the queue; the latter once only. */
export function seated(
  seats: Seats,
  held: Pick<Enrolment, 'turnedDown'> | undefined,
): 'take' | 'queue' | 'no-second-offer' {
  const wish = joining(seats);
  return wish === 'queue' && held?.turnedDown === true ? 'no-second-offer' : wish;
}

/** Why nobody can enrol now; undefined when one can. */
export function notOpen(course: Pick<Course, 'state' | 'startsAt' | 'window'>, now: Instant): EnrolRefusal | undefined {
  if (course.state === 'cancelled') return 'course-cancelled';
  if (!courseMay(course, 'enrol', now)) return 'course-closed';
  if (course.window === undefined || now < course.window.opens) return 'enrolment-not-open';
  return now < course.window.closes ? undefined : 'enrolment-over';
}

/** Why an enrolment cannot make a move; undefined when it can. An offer is lapsed from its instant on, whoever has noted it or not. */
export function moveRefused(held: Enrolment, move: EnrolmentMove, now: Instant): EnrolRefusal | undefined {
  const isOver = hasLapsed(held, now) || held.state === 'lapsed';
  if (isOver && (move === 'accept' || move === 'decline')) return 'offer-over';
  return mayMove(held.state, move) ? undefined : 'enrolment-state';
}
