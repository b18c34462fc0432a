// A course (培训班) and its sessions (场次) as they are planned. What may be done with one in which state is moves.ts.

import type { Rule } from '../attendance/rule.ts';
import type { Post } from '../people/employment.ts';
import type { Level } from '../questions/release.ts';
import { type Day, dayOf, type Instant } from '../time.ts';

/** 考前冲刺、继续教育、督导、岗前、理论实务、其他. */
export const COURSE_KINDS = ['pre-exam', 'continuing', 'supervision', 'induction', 'practice', 'other'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** 线下、线上直播、录播网课、线上线下结合. */
export const FORMS = ['on-site', 'live', 'recorded', 'mixed'] as const;
export type Form = (typeof FORMS)[number];

/** 草稿、已发布、进行中、已结班、已取消. `running` is never stored: see `stateAt`. */
export const COURSE_STATES = ['draft', 'published', 'running', 'closed', 'cancelled'] as const;
export type CourseState = (typeof COURSE_STATES)[number];

/** Sessions of one course, and of one request: a change of all of them, with their lines in the schedule, fits into one transaction of 100 writes. */
export const SESSIONS_MOST = 44;
export const SESSIONS_AT_ONCE = 40;

/** `division` is the code of the county or of whatever is known; the schedule is shelved by its province. */
export interface Place {
  division: string;
  address: string;
}

/** Who may enrol: people who work in or under one of the units, in one of the posts, with regard to one of the levels (see eligibility.ts). */
export interface Who {
  units: 'anyone' | readonly string[];
  posts?: readonly Post[];
  levels?: readonly Level[];
}

/** From an instant up to and without another. */
export interface EnrolmentWindow {
  opens: Instant;
  closes: Instant;
}

/** What its makers decide about a course. */
export interface CoursePlan {
  title: string;
  kind: CourseKind;
  form: Form;
  /** Names as they are printed. */
  coOrganisers: readonly string[];
  /** For whom it is, in words. */
  target: string;
  syllabus: readonly string[];
  /** An outside academy that teaches it, and what it is paid in all, in hundredths of a yuan. */
  provider?: { name: string; costCents: number };
  /** Where sessions are held that name no place of their own. */
  place?: Place;
  /** Where it is followed online; shown to the enrolled alone. */
  link?: string;
  /** Whom to ask; shown to the enrolled alone. */
  contact?: { name: string; phone?: string };
  /** Whether somebody who has not enrolled may be let in at the door. */
  walkIns: boolean;
  /** Whether the person's unit must agree first. */
  approval: 'none' | 'unit';
  who: Who;
  window?: EnrolmentWindow;
  capacity: number;
  /** For how long a freed seat is offered to the first of the queue. */
  offerHours: number;
  rule: Rule;
  /** 每学时分钟数: 45 is common, none is prescribed [doubt]. */
  minutesPerHour: number;
}

export interface Course extends CoursePlan {
  id: string;
  /** The organiser. */
  unit: string;
  state: Exclude<CourseState, 'running'>;
  createdAt: Instant;
  createdBy: string;
  copiedFrom?: string;
  publishedAt?: Instant;
  closedAt?: Instant;
  cancelled?: { at: Instant; why: string };
  /** From the first planned session's beginning to the last one's end; missing while there is none. */
  startsAt?: Instant;
  endsAt?: Instant;
  /** The number of the session that is added next. */
  nextSession: number;
  version: number;
}

/** A recorded lesson (网课): how many minutes it lasts, and where its video or page is. Its number is its place in the list, from 1. */
export interface Lesson {
  title: string;
  minutes: number;
  link: string;
}

/** When, how and where a session is held. A recorded one is open from its beginning to its end. */
export interface SessionPlan {
  title?: string;
  form: Form;
  startsAt: Instant;
  endsAt: Instant;
  place?: Place;
  link?: string;
  /** Names as they are printed. */
  trainers: readonly string[];
  /** What is watched in a recorded session. */
  lessons?: readonly Lesson[];
}

export interface Session extends SessionPlan {
  id: string;
  course: string;
  state: 'planned' | 'cancelled';
  /** Raised by whatever a calendar must show anew (RFC 5545, 3.8.7.4). */
  sequence: number;
  /** When what a calendar shows of it was last changed. */
  changedAt?: Instant;
  cancelled?: { at: Instant; why: string };
}

const NUMBER_DIGITS = 3;

/** The id of a course's session: the course is read off it, so that a code at the door names both. `number` counts from 1 to 999. */
export function sessionId(course: string, number: number): string {
  return `${course}-${String(number).padStart(NUMBER_DIGITS, '0')}`;
}

/** The course of a session; undefined for what is no session's id. */
export function courseOfSession(session: string): string | undefined {
  return /^(.+)-\d{3}$/.exec(session)?.[1];
}

/** The state on the wire: a published course runs from the beginning of its first session, without anybody's doing. */
export function stateAt({ state, startsAt }: Pick<Course, 'state' | 'startsAt'>, now: Instant): CourseState {
  return state === 'published' && startsAt !== undefined && startsAt <= now ? 'running' : state;
}

/** The sessions that are held, in the order in which they begin. */
export function planned<S extends Pick<Session, 'state' | 'startsAt' | 'id'>>(sessions: readonly S[]): S[] {
  return sessions
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => (`${a.startsAt} ${a.id}` < `${b.startsAt} ${b.id}` ? -1 : 1));
}

/** From the first planned session's beginning to the last one's end. */
export function spanOf(sessions: readonly Session[]): Pick<Course, 'startsAt' | 'endsAt'> {
  const held = planned(sessions);
  const [first] = held;
  if (first === undefined) return {};
  return { startsAt: first.startsAt, endsAt: held.reduce((end, one) => (one.endsAt > end ? one.endsAt : end), '') };
}

/** Until when freed seats are offered: nobody is called into a course that has begun, unless one may still enrol. */
export function offersEnd({ window, startsAt }: Pick<Course, 'window' | 'startsAt'>): Instant {
  const [closes, begins] = [window?.closes ?? '', startsAt ?? ''];
  return closes > begins ? closes : begins;
}

/** The shelf of the public schedule: the first two digits are the province's in every code (GB/T 2260, 4.1), which nothing else here relies on. */
export function provinceOf(division: string): string {
  return division.slice(0, 2);
}

/** The month of a session in China, `2026-03`. */
export function monthOf(startsAt: Instant): string {
  return dayOf(startsAt).slice(0, 7);
}

/** The day on which a course begins in China. */
export function firstDay({ startsAt }: Pick<Course, 'startsAt'>): Day | undefined {
  return startsAt === undefined ? undefined : dayOf(startsAt);
}
