// What somebody may do about a course now: which buttons stand there, and what each will do. Pure; the server decides again.
import type { Answer } from '../../../../functions/contract/index.ts';
import { isEnd, mayMove } from '../../../../functions/domain/courses/enrolment.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import type { WishKind } from '../training/wishes.ts';

export type Course = Answer<'showCourse'>;
export type Standing = Pick<Answer<'moveEnrolment'>, 'state' | 'position' | 'expiresAt'>;

/** What enrolling will lead to, by what is known here. */
export type Prospect = 'seat' | 'queue' | 'ask';

/** Why nobody can enrol now; undefined when one can. */
export function closedTo({ state, window }: Course, now: Instant): 'not-yet' | 'over' | 'closed' | undefined {
  if (state === 'cancelled' || state === 'closed' || state === 'draft') return 'closed';
  if (window === undefined) return 'closed';
  if (now < window.opens) return 'not-yet';
  return now < window.closes ? undefined : 'over';
}

export function prospectOf({ approval, open }: Course): Prospect {
  if (approval === 'unit') return 'ask';
  return open > 0 ? 'seat' : 'queue';
}

/** The things to do, the likeliest first. */
export function choicesFor(course: Course, standing: Standing | undefined, now: Instant): WishKind[] {
  if (standing === undefined || isEnd(standing.state)) return closedTo(course, now) === undefined ? ['enrol'] : [];
  if (course.state === 'cancelled' || course.state === 'closed') return [];
  const { state } = standing;
  return (['accept', 'decline', 'withdraw'] as const).filter((move) => mayMove(state, move));
}

/** Whole minutes until an offer is over; undefined when it is. */
export function minutesLeft(expiresAt: Instant, now: Instant): number | undefined {
  const ms = Date.parse(expiresAt) - Date.parse(now);
  return ms > 0 ? Math.ceil(ms / 60_000) : undefined;
}
