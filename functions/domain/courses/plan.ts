// Making and changing plans: what a new course begins with, what a change leaves, a copy for later, and what a calendar must show anew.
import { DEFAULT_RULE } from '../attendance/rule.ts';
import { type Instant, instantOf, msOf } from '../time.ts';
import type { CourseKind, CoursePlan, Form, Session, SessionPlan } from './course.ts';
import type { Told } from './notice.ts';

/** Wishes of a form: what is missing stays, null takes away. */
export type Change<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

const DAY_MS = 86_400_000;

/** What a course begins with that nobody has decided yet. A freed seat is kept for a day: people in training read their messages in the evening. */
export function newPlan(title: string, kind: CourseKind, form: Form): CoursePlan {
  return {
    ...{ title, kind, form, coOrganisers: [], target: '', syllabus: [], walkIns: false, approval: 'none' },
    ...{ who: { units: 'anyone' }, capacity: 50, offerHours: 24, rule: DEFAULT_RULE, minutesPerHour: 45 },
  };
}

/** A thing after a change. */
export function changed<T extends object>(thing: T, change: Change<T>): T {
  const wishes = Object.entries(change).filter(([, value]) => value !== undefined);
  const next = Object.entries({ ...thing, ...Object.fromEntries(wishes) });
  return Object.fromEntries(next.filter(([, value]) => value !== null && value !== undefined)) as T;
}

/** What of a course its makers decide. */
export function planOf(course: CoursePlan): CoursePlan {
  const { title, kind, form, coOrganisers, target, syllabus, provider, place, link, contact } = course;
  const { walkIns, approval, who, window, capacity, offerHours, rule, minutesPerHour } = course;
  const kept = {
    title,
    kind,
    form,
    coOrganisers,
    target,
    syllabus,
    walkIns,
    approval,
    who,
    capacity,
    offerHours,
    rule,
  };
  return changed({ ...kept, minutesPerHour } as CoursePlan, { provider, place, link, contact, window });
}

/** What of a session its makers decide. */
function sessionPlanOf({ title, form, startsAt, endsAt, place, link, trainers, lessons }: SessionPlan): SessionPlan {
  return changed({ form, startsAt, endsAt, trainers } as SessionPlan, { title, place, link, lessons });
}

/** A plan and its sessions so many days later; cancelled sessions are left out. */
export function copied(
  plan: CoursePlan,
  sessions: readonly Session[],
  days: number,
): { plan: CoursePlan; sessions: SessionPlan[] } {
  const later = (at: Instant) => instantOf(msOf(at) + days * DAY_MS);
  const { window } = plan;
  return {
    plan: {
      ...planOf(plan),
      ...(window && { window: { opens: later(window.opens), closes: later(window.closes) } }),
    },
    sessions: sessions
      .filter(({ state }) => state === 'planned')
      .map((one) => ({ ...sessionPlanOf(one), startsAt: later(one.startsAt), endsAt: later(one.endsAt) })),
  };
}

/** Which of a session's changes those who come must be told of: when, where, whether at all. */
export function newsOf<T extends Told>(before: T, after: T): ('time' | 'place' | 'cancelled')[] {
  const news: ('time' | 'place' | 'cancelled')[] = [];
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) news.push('time');
  const where = ({ form, place, link }: Told) => JSON.stringify([form, place?.division, place?.address, link]);
  if (where(before) !== where(after)) news.push('place');
  if (before.state !== after.state) news.push('cancelled');
  return news;
}
