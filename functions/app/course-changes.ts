// What each kind of change makes of a course: pure, from the planned course and the wish to the one after, or a refusal.
import type { Input } from '../contract/index.ts';
import {
  type Course,
  SESSIONS_MOST,
  type Session,
  type SessionPlan,
  sessionId,
  spanOf,
} from '../domain/courses/course.ts';
import { type CourseMove, courseMay } from '../domain/courses/moves.ts';
import { type Notice, toldOf } from '../domain/courses/notice.ts';
import { type Change as Changes, changed, newsOf } from '../domain/courses/plan.ts';
import type { Instant } from '../domain/time.ts';
import type { Planned } from '../store/course-writes.ts';
import { refused } from './problem.ts';

type Change = Input<'changeCourse'>['body'];
type Wish<K extends Change['kind']> = Extract<Change, { kind: K }>;

export interface Changed {
  after: Planned;
  notice?: Notice | undefined;
}

/** A course as a form asks for it. */
export type PlanChange = Wish<'edit'>['plan'];
export type NewSession = Wish<'add-sessions'>['sessions'][number];

/** The course after a change that its state allows. */
export function courseAfter(before: Planned, change: Change, now: Instant): Changed {
  const move: CourseMove = change.kind;
  if (!courseMay(before.course, move, now)) throw refused('course-state');
  const { course, sessions } = before;
  switch (change.kind) {
    case 'edit':
      return edited(before, change, now);
    case 'publish':
      return { after: planned({ ...course, state: 'published', publishedAt: now }, sessions) };
    case 'cancel':
      return cancelled(before, change.why, now);
    case 'close-enrolment':
      return { after: planned({ ...course, ...closing(course, now) }, sessions) };
    case 'capacity':
      return { after: planned({ ...course, capacity: change.capacity }, sessions) };
    case 'add-sessions':
      return added(before, change.sessions, now);
    case 'change-session':
      return sessionChanged(before, change, now);
    case 'cancel-session':
      return sessionCancelled(before, change, now);
  }
}

/** A course with its sessions added: numbered on from those that were there. */
export function withSessions({ course, sessions }: Planned, plans: readonly NewSession[]): Planned {
  if (sessions.length + plans.length > SESSIONS_MOST) throw refused('sessions-too-many');
  const { id, nextSession } = course;
  const more = plans.map((plan, i): Session => {
    const { form, startsAt, endsAt, trainers = [], ...rest } = plan;
    const own = changed<SessionPlan>({ form, startsAt, endsAt, trainers }, rest);
    return { ...own, id: sessionId(id, nextSession + i), course: id, state: 'planned', sequence: 0 };
  });
  return planned({ ...course, nextSession: nextSession + plans.length }, [...sessions, ...more]);
}

/** A course as its form changes it. A plan never touches its state. */
export function withPlan(course: Course, plan: PlanChange): Course {
  return changed(course, plan as Changes<Course>);
}

function planned(course: Course, sessions: readonly Session[]): Planned {
  const { startsAt: _s, endsAt: _e, ...rest } = course;
  return { course: { ...rest, ...spanOf(sessions) }, sessions };
}

/** A course's own place and link are those of its sessions that name none: who comes is told, and calendars show it anew. */
function edited({ course, sessions }: Planned, { plan }: Wish<'edit'>, now: Instant): Changed {
  const next = withPlan(course, plan);
  const moved = newsOf(asHeld(course), asHeld(next)).length > 0;
  const after = sessions.map((session) => {
    const isMoved = moved && session.state === 'planned' && session.endsAt > now && session.place === undefined;
    return isMoved ? { ...session, sequence: session.sequence + 1 } : session;
  });
  const changes = sessions.flatMap((before, i) => {
    const one = after[i] as Session;
    if (one === before) return [];
    return [{ news: ['place' as const], before: told(before, course), after: told(one, next) }];
  });
  return { after: planned(next, after), notice: noticeOf(course, changes, now) };
}

function asHeld({ id, form, place, link }: Course): Session {
  const where = { ...(place && { place }), ...(link && { link }) };
  return { id, course: id, form, startsAt: '', endsAt: '', trainers: [], state: 'planned', sequence: 0, ...where };
}

/** Every session that is still to come is off; what was held stays held. */
function cancelled({ course, sessions }: Planned, why: string, now: Instant): Changed {
  const cancelledAt = { at: now, why };
  const after = sessions.map((session) =>
    session.state === 'planned' && session.endsAt > now ? { ...session, ...off(session, cancelledAt) } : session,
  );
  const next: Course = { ...course, state: 'cancelled', cancelled: cancelledAt };
  // The span stays: the course is found where it was.
  return { after: { course: next, sessions: after }, ...notified(course, { kind: 'cancelled', why }, now) };
}

function off({ sequence }: Session, cancelled: { at: Instant; why: string }) {
  return { state: 'cancelled' as const, sequence: sequence + 1, cancelled };
}

/** Enrolment ends now; one that has not opened yet never does. */
function closing({ window }: Course, now: Instant): Pick<Course, 'window'> {
  if (window === undefined || window.closes <= now) throw refused('enrolment-over');
  return { window: { opens: window.opens < now ? window.opens : now, closes: now } };
}

function added(before: Planned, plans: readonly NewSession[], now: Instant): Changed {
  const after = withSessions(before, plans);
  const more = after.sessions.slice(before.sessions.length);
  const changes = more.map((session) => ({ news: ['added' as const], after: told(session, after.course) }));
  return { after, notice: noticeOf(before.course, changes, now) };
}

function sessionChanged(before: Planned, { session: id, plan }: Wish<'change-session'>, now: Instant): Changed {
  const held = sessionOf(before, id, now);
  const next = changed(held, plan as Changes<Session>);
  const news = newsOf(held, next);
  const session = news.length > 0 ? { ...next, sequence: held.sequence + 1 } : next;
  const { course } = before;
  const changes = news.length === 0 ? [] : [{ news, before: told(held, course), after: told(session, course) }];
  return { after: planned(course, replaced(before, session)), notice: noticeOf(course, changes, now) };
}

/** Of a draft a session is taken out; of a published course it stays, as cancelled, for those who have it in their calendars. */
function sessionCancelled(before: Planned, { session: id, why }: Wish<'cancel-session'>, now: Instant): Changed {
  const { course, sessions } = before;
  if (course.state === 'draft') {
    if (!sessions.some((one) => one.id === id)) throw refused('session-unknown');
    return {
      after: planned(
        course,
        sessions.filter((one) => one.id !== id),
      ),
    };
  }
  const held = sessionOf(before, id, now);
  const session: Session = { ...held, ...off(held, { at: now, why }) };
  const left = replaced(before, session);
  if (!left.some(({ state }) => state === 'planned')) throw refused('last-session');
  const changes = [{ news: ['cancelled' as const], before: told(held, course), after: told(session, course) }];
  return { after: planned(course, left), notice: noticeOf(course, changes, now) };
}

/** A session that may still be changed: of a published course, one that is not over. */
function sessionOf({ course, sessions }: Planned, id: string, now: Instant): Session {
  const session = sessions.find((one) => one.id === id);
  if (session === undefined) throw refused('session-unknown');
  if (session.state === 'cancelled') throw refused('session-cancelled');
  if (course.state !== 'draft' && session.endsAt <= now) throw refused('session-over');
  return session;
}

function replaced({ sessions }: Planned, session: Session): Session[] {
  return sessions.map((one) => (one.id === session.id ? session : one));
}

/** A session as those who come see it: where it names no place of its own it is held at the course's. */
function told(session: Session, { place, link }: Course) {
  return { ...(place && { place }), ...(link && { link }), ...toldOf(session) };
}

type SessionChanges = Extract<Notice, { kind: 'sessions' }>['changes'];

function noticeOf(course: Course, changes: SessionChanges, now: Instant): Notice | undefined {
  return changes.length === 0 ? undefined : notified(course, { kind: 'sessions', changes }, now).notice;
}

type News = { kind: 'sessions'; changes: SessionChanges } | { kind: 'cancelled'; why: string };

/** Nobody has been told of a draft, so nobody is told of its changes. */
function notified({ id, state }: Course, news: News, at: Instant): { notice?: Notice } {
  return state === 'draft' ? {} : { notice: { course: id, at, ...news } };
}
