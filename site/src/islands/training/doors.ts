// Which of one's own sessions have their doors open. Pure; the server decides again at every mark.
import type { Answer } from '../../../../functions/contract/index.ts';
import { DOORS_MIN } from '../../../../functions/domain/door/decide.ts';
import { type Instant, instantOf, msOf } from '../../../../functions/domain/time.ts';

export type Mine = Answer<'listMyTraining'>['enrolments'][number];

/** A session of one's own, with the course it belongs to. */
export interface AtHand {
  course: Mine;
  session: Mine['sessions'][number];
}

/** When the doors of a session open. */
export function opensAt({ startsAt }: { startsAt: Instant }): Instant {
  return instantOf(msOf(startsAt) - DOORS_MIN * 60_000);
}

/** Whether one can come or go now: from an hour before until an hour after. */
export function isOpen(session: { startsAt: Instant; endsAt: Instant }, now: Instant): boolean {
  return opensAt(session) <= now && msOf(now) <= msOf(session.endsAt) + DOORS_MIN * 60_000;
}

/** The sessions one has a seat in and that are held, by their beginning; a recording is watched, and has no door. */
export function heldSessions(enrolments: readonly Mine[]): AtHand[] {
  return enrolments
    .filter(({ state }) => state === 'enrolled')
    .flatMap((course) => course.sessions.map((session) => ({ course, session })))
    .filter(({ session }) => session.state === 'planned' && session.form !== 'recorded')
    .toSorted((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1));
}

/** The session to show first: one that is on, else one whose doors are open, else the next. */
export function nextSession(enrolments: readonly Mine[], now: Instant): AtHand | undefined {
  const held = heldSessions(enrolments);
  const isOn = ({ session }: AtHand) => session.startsAt <= now && now < session.endsAt;
  return (
    held.find(isOn) ??
    held.find(({ session }) => session.endsAt > now && isOpen(session, now)) ??
    held.find(({ session }) => session.startsAt > now) ??
    held.find(({ session }) => isOpen(session, now))
  );
}

/** What one most likely wants at a door: to come in during its first half, to leave after it. */
export function likelyKind({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, now: Instant): 'in' | 'out' {
  return msOf(now) < (msOf(startsAt) + msOf(endsAt)) / 2 ? 'in' : 'out';
}
