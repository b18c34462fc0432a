// What may be done with a course in which state, as a table: the server asks it before it writes, the page before it shows a button.
import type { Instant } from '../time.ts';
import { type Course, type CourseState, stateAt } from './course.ts';

export const COURSE_MOVES = {
  edit: ['draft', 'published', 'running'],
  publish: ['draft'],
  'add-sessions': ['draft', 'published', 'running'],
  'change-session': ['draft', 'published', 'running'],
  'cancel-session': ['draft', 'published', 'running'],
  capacity: ['draft', 'published', 'running'],
  'close-enrolment': ['published', 'running'],
  cancel: ['draft', 'published', 'running'],
  enrol: ['published', 'running'],
  runDoor: ['published', 'running'],
  /** A course of which no session was held is cancelled instead. */
  close: ['running'],
  correct: ['closed'],
} as const satisfies Record<string, readonly CourseState[]>;

export type CourseMove = keyof typeof COURSE_MOVES;

/** Why a rule of courses refuses a change. */
export type CourseRefusal =
  /** The course is not in a state for this: `COURSE_MOVES`. */
  | 'course-state'
  /** The session is not of this course, is cancelled, or is over. */
  | 'session-unknown'
  | 'session-cancelled'
  | 'session-over'
  /** More sessions than a course may have. */
  | 'sessions-too-many'
  /** A published course keeps at least one session that is held. */
  | 'last-session';

/** What a table of moves needs to know of a course. */
export type Stated = Pick<Course, 'state' | 'startsAt'>;

/** Whether a course may make a move at an instant. */
export function courseMay(course: Stated, move: CourseMove, now: Instant): boolean {
  const from: readonly CourseState[] = COURSE_MOVES[move];
  return from.includes(stateAt(course, now));
}

/** `courseCan.publish(course, now)` and so on, derived from the table. */
export const courseCan = Object.fromEntries(
  (Object.keys(COURSE_MOVES) as CourseMove[]).map((move) => [
    move,
    (course: Stated, now: Instant) => courseMay(course, move, now),
  ]),
) as { readonly [M in CourseMove]: (course: Stated, now: Instant) => boolean };
