// A course as it was held: its sessions, and how many people came, of any unit. Written when the course is closed; each person's share goes in together with
// the entries it follows from, so that whatever is repeated is counted once.

import { minutesBetween } from '../attendance/intervals.ts';
import type { Course, CourseKind, Form, Session } from '../courses/course.ts';
import { FORMS } from '../courses/course.ts';
import { lessonsOf } from '../lessons/verdict.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import { came, later, type TrainingEntry } from './training.ts';

export interface HeldSession {
  id: string;
  /** The day on which it began, in China. */
  day: Day;
  form: Form;
  /** Its length; of a recorded one that of its lessons together. */
  minutes: number;
  /** How many came, walk-ins included. */
  came: number;
}

export interface HeldCourse {
  course: string;
  /** The unit that held it. */
  unit: string;
  kind: CourseKind;
  /** What a provider was paid, in hundredths of a yuan. */
  cents: number;
  /** The day of the last session: by it the course as a whole is counted. */
  day: Day;
  /** Those that took place. */
  sessions: readonly HeldSession[];
  /** People who had a seat. */
  enrolled: number;
  /** Of those, people who came to no session. */
  noShows: number;
  /** Forms of sessions, joined by a space → people who came to sessions of exactly these forms. */
  people: Readonly<Record<string, number>>;
  /** Raised with every write. */
  version: number;
  /** When it was written last. */
  at: Instant;
}

/** A course with its sessions before anybody's share, as version 1; undefined for one of which no session took place. */
export function heldOf(course: Course, sessions: readonly Session[], at: Instant): HeldCourse | undefined {
  const took = sessions.filter(({ state }) => state === 'planned').map(sessionOf);
  const day = took
    .map((session) => session.day)
    .sort()
    .at(-1);
  if (day === undefined) return undefined;
  const { id, unit, kind, provider } = course;
  const counts = { enrolled: 0, noShows: 0, people: {}, version: 1, at };
  return { course: id, unit, kind, cents: provider?.costCents ?? 0, day, sessions: took, ...counts };
}

function sessionOf(session: Session): HeldSession {
  const { id, form, startsAt, endsAt } = session;
  const watched = lessonsOf(session).reduce((sum, { minutes }) => sum + minutes, 0);
  const minutes = form === 'recorded' ? watched : minutesBetween(startsAt, endsAt);
  return { id, day: dayOf(startsAt), form, minutes, came: 0 };
}

/** A person's entries of the course, all of them, as they were and as they are. */
export interface ShareChange {
  before: readonly TrainingEntry[];
  after: readonly TrainingEntry[];
}

/** A course in its next version, with what has changed in people's shares; undefined when that comes to nothing. */
export function withShares(held: HeldCourse, changes: readonly ShareChange[], at: Instant): HeldCourse | undefined {
  const [sums, people] = [new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, name: string, value: number) => to.set(name, (to.get(name) ?? 0) + value);
  for (const { before, after } of changes) {
    for (const [entries, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      const { enrolled, noShow, forms, sessions } = shareOf(entries);
      add(sums, 'enrolled', enrolled * sign);
      add(sums, 'noShows', noShow * sign);
      if (forms !== '') add(people, forms, sign);
      for (const session of sessions) add(sums, session, sign);
    }
  }
  if ([...sums.values(), ...people.values()].every((value) => value === 0)) return undefined;
  const of = (name: string) => sums.get(name) ?? 0;
  for (const [forms, count] of Object.entries(held.people)) add(people, forms, count);
  return {
    ...held,
    sessions: held.sessions.map((session) => ({ ...session, came: session.came + of(session.id) })),
    enrolled: held.enrolled + of('enrolled'),
    noShows: held.noShows + of('noShows'),
    people: Object.fromEntries([...people].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1))),
    version: held.version + 1,
    at: later(held.at, at),
  };
}

/** What one person adds to a course. */
function shareOf(entries: readonly TrainingEntry[]) {
  const there = entries.filter(came);
  const isEnrolled = entries.some(({ enrolled }) => enrolled);
  return {
    enrolled: isEnrolled ? 1 : 0,
    noShow: isEnrolled && there.length === 0 ? 1 : 0,
    forms: FORMS.filter((form) => there.some((entry) => entry.form === form)).join(' '),
    sessions: there.map(({ session }) => session),
  };
}
