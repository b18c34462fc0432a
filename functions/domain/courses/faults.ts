// Every fault of a course that would keep it from being published, with the field it is in. The editor shows them beside the fields.
import type { Rule } from '../attendance/rule.ts';
import { type Instant, msOf } from '../time.ts';
import { type CoursePlan, type Place, planned, SESSIONS_MOST, type Session } from './course.ts';

/** A closed list: the words for each are the site's. */
export const COURSE_FAULTS = [
  'title-blank',
  'target-blank',
  'capacity-invalid',
  'offer-hours-invalid',
  'rule-invalid',
  'hour-invalid',
  'units-none',
  'window-missing',
  'window-order',
  /** Enrolment would close after the course is over. */
  'window-late',
  /** Enrolment would have closed already. */
  'window-past',
  'sessions-none',
  'sessions-too-many',
  'session-order',
  /** Longer than a day, on site or live. */
  'session-long',
  /** Over already. */
  'session-past',
  /** A course that is not mixed has sessions of its own form. */
  'session-form',
  'place-missing',
] as const;

export type CourseFaultCode = (typeof COURSE_FAULTS)[number];

/** `path` as in a problem's errors: `window.closes`, `sessions.2.endsAt` (counted from 0, in the order given). */
export interface CourseFault {
  path: string;
  code: CourseFaultCode;
}

const DAY_MS = 86_400_000;

/** The faults of a plan with its sessions; none: it may be published. */
export function faultsOf(plan: CoursePlan, sessions: readonly Session[], now: Instant): CourseFault[] {
  return [...planFaults(plan), ...windowFaults(plan, sessions, now), ...sessionsFaults(plan, sessions, now)];
}

function planFaults({ title, target, capacity, offerHours, rule, minutesPerHour, who }: CoursePlan): CourseFault[] {
  const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  return [
    ...fault(title.trim() === '', 'title', 'title-blank'),
    ...fault(target.trim() === '', 'target', 'target-blank'),
    ...fault(!isCount(capacity, 100_000), 'capacity', 'capacity-invalid'),
    ...fault(!isCount(offerHours, 168), 'offerHours', 'offer-hours-invalid'),
    ...ruleFaults(rule),
    ...fault(minutesPerHour < 30 || !isCount(minutesPerHour, 60), 'minutesPerHour', 'hour-invalid'),
    ...fault(who.units !== 'anyone' && who.units.length === 0, 'who.units', 'units-none'),
  ];
}

/** The numbers of a rule that cannot be meant: four hours of tolerance are none, and a share ends at the whole. */
function ruleFaults(rule: Rule): CourseFault[] {
  const most = { lateAfterMin: 240, earlyBeforeMin: 240, minShare: 100 } as const;
  return (Object.keys(most) as (keyof typeof most)[])
    .filter((field) => !Number.isInteger(rule[field]) || rule[field] < 0 || rule[field] > most[field])
    .map((field) => ({ path: `rule.${field}`, code: 'rule-invalid' }));
}

function windowFaults({ window }: CoursePlan, sessions: readonly Session[], now: Instant): CourseFault[] {
  if (window === undefined) return [{ path: 'window', code: 'window-missing' }];
  const { opens, closes } = window;
  if (closes <= opens) return [{ path: 'window.closes', code: 'window-order' }];
  const end = planned(sessions).reduce((last, { endsAt }) => (endsAt > last ? endsAt : last), '');
  return [
    ...fault(closes <= now, 'window.closes', 'window-past'),
    ...fault(end !== '' && closes > end, 'window.closes', 'window-late'),
  ];
}

function sessionsFaults(plan: CoursePlan, sessions: readonly Session[], now: Instant): CourseFault[] {
  const held = sessions.filter(({ state }) => state === 'planned');
  return [
    ...fault(held.length === 0, 'sessions', 'sessions-none'),
    ...fault(sessions.length > SESSIONS_MOST, 'sessions', 'sessions-too-many'),
    ...sessions.flatMap((session, i) =>
      session.state === 'planned' ? sessionFaults(plan, session, now).map((one) => within(one, i)) : [],
    ),
  ];
}

/** The faults of one session of a plan; paths are the session's own fields. */
export function sessionFaults(
  { form, place }: { form: CoursePlan['form']; place?: Place },
  session: Session,
  now: Instant,
): CourseFault[] {
  const { startsAt, endsAt } = session;
  const where = session.place ?? place;
  const length = msOf(endsAt) - msOf(startsAt);
  return [
    ...fault(length <= 0, 'endsAt', 'session-order'),
    ...fault(session.form !== 'recorded' && length > DAY_MS, 'endsAt', 'session-long'),
    ...fault(endsAt <= now, 'startsAt', 'session-past'),
    ...fault(form !== 'mixed' && session.form !== form, 'form', 'session-form'),
    ...fault(['on-site', 'mixed'].includes(session.form) && where === undefined, 'place', 'place-missing'),
  ];
}

function within({ path, code }: CourseFault, i: number): CourseFault {
  return { path: `sessions.${i}.${path}`, code };
}

function fault(is: boolean, path: string, code: CourseFaultCode): CourseFault[] {
  return is ? [{ path, code }] : [];
}
