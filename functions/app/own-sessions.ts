// What one has to do with the sessions of a course oneself: coming and going, leave, and what it came to when the course was closed.
import type { Answer } from '../contract/index.ts';
import { minutesOf } from '../domain/attendance/intervals.ts';
import { ownAttendance } from '../domain/attendance/own.ts';
import type { Course, Session } from '../domain/courses/course.ts';
import { DOORS_MIN } from '../domain/door/decide.ts';
import { stateOf } from '../domain/hours/entries.ts';
import type { Own } from '../store/entrances.ts';
import { sessionView } from './course-reading.ts';
import type { CoreDeps } from './deps.ts';

type Mine = Answer<'listMyTraining'>['enrolments'][number];

/** The sessions of a course as somebody with an enrolment sees them; where they are followed online is for those who have a seat (`isIn`). */
export async function ownSessions(
  deps: CoreDeps,
  { course, sessions }: { course: Course; sessions: readonly Session[] },
  { person, isIn }: { person: string; isIn: boolean },
): Promise<Mine['sessions']> {
  const ids = isIn ? sessions.map(({ id }) => id) : [];
  const left = ids.length === 0 ? new Map<string, Own>() : await deps.store.entrances.ownAt(ids, person);
  return Promise.all(
    sessions.map(async (session) => {
      const { link, lessons: _, ...shown } = sessionView(session);
      const place = isOnline(session) ? undefined : (session.place ?? course.place);
      return {
        ...{ ...shown, ...(isIn && link !== undefined ? { link } : {}), ...(place === undefined ? {} : { place }) },
        ...(await ownPart(deps, session, left.get(session.id))),
      };
    }),
  );
}

function isOnline({ form }: Session): boolean {
  return form === 'live' || form === 'recorded';
}

async function ownPart(deps: CoreDeps, session: Session, left: Own | undefined) {
  if (left === undefined || session.state === 'cancelled') return {};
  const { first, excuse } = left;
  const marks = first === undefined ? [] : await deps.store.marks.sinceFirst(first);
  const { endsAt } = session;
  // A recording is watched: it has no door to come through.
  const own =
    session.form === 'recorded' ? undefined : ownAttendance(marks, { endsAt, openMin: DOORS_MIN }, deps.now());
  const { state, version, steps = [] } = excuse ?? {};
  return {
    ...(own === undefined ? {} : { own }),
    ...(state === undefined || version === undefined
      ? {}
      : { excuse: { state, version, why: steps.at(-1)?.why ?? '' } }),
  };
}

/** What somebody has earned in each of some closed courses, by course: the minutes that count in the ledger, and the valid certificate. */
export async function earnedIn(
  deps: CoreDeps,
  person: string,
  closed: readonly Course[],
): Promise<Map<string, NonNullable<Mine['earned']>>> {
  if (closed.length === 0) return new Map();
  const [entries, completions] = await Promise.all([
    deps.store.hours.ofPerson(person),
    deps.store.completions.ofPerson(person),
  ]);
  return new Map(
    closed.map(({ id, minutesPerHour }) => {
      const counting = entries.filter((entry) => entry.course === id && stateOf(entry).state === 'approved');
      const minutes = counting.reduce((sum, entry) => {
        return 'when' in entry && 'intervals' in entry.when ? sum + minutesOf(entry.when.intervals) : sum;
      }, 0);
      const number = completions.find(({ course, status }) => course === id && status === 'valid')?.number;
      return [id, { minutes, minutesPerHour, ...(number === undefined ? {} : { completion: number }) }] as const;
    }),
  );
}
