// What somebody finds at the door of a training session, or has left there, read in one request: a whole hall asks for it within minutes, and a request
// costs both sides more than the items that it brings.
import { type Course, courseOfSession, type Session } from '../domain/courses/course.ts';
import type { Enrolment } from '../domain/courses/enrolment.ts';
import { getItems } from './batch-get.ts';
import { readSession } from './course-sessions.ts';
import { readCourse } from './courses.ts';
import { type Door, readDoor } from './doors.ts';
import { readEnrolment } from './enrolments.ts';
import { type Excuse, readExcuse } from './excuses.ts';
import { keys } from './keys.ts';
import { type Mark, readMark } from './marks.ts';
import type { Item } from './ranges.ts';
import type { Table } from './table.ts';

export interface Entrance {
  course: Course;
  session: Session;
  /** Missing as long as nobody has opened it. */
  door: Door | undefined;
  enrolment: Enrolment | undefined;
  /** The person's first mark here: whoever has none has no others. */
  first: Mark | undefined;
}

/** What one has left at a session. */
export interface Own {
  first?: Mark;
  excuse?: Excuse;
}

export function entrances(table: Table) {
  return {
    /** The entrance of a session for a person; undefined when there is no such session. Consistent, because a mark is built on it. */
    async find(session: string, person: string): Promise<Entrance | undefined> {
      const course = courseOfSession(session);
      if (course === undefined) return undefined;
      const wanted = {
        course: keys.course(course),
        session: keys.courseSession(course, session),
        door: keys.door(session),
        enrolment: keys.enrolment(course, person),
        first: keys.mark(session, person, 1),
      };
      const items = await getItems(table, Object.values(wanted));
      const read = <T>(name: keyof typeof wanted, as: (item: Item) => T): T | undefined => {
        const { PK, SK } = wanted[name];
        const item = items.find((one) => one.PK === PK && one.SK === SK);
        return item && as(item);
      };
      const held = { course: read('course', readCourse), session: read('session', readSession) };
      if (held.course === undefined || held.session === undefined) return undefined;
      return {
        ...{ course: held.course, session: held.session, door: read('door', readDoor) },
        enrolment: read('enrolment', readEnrolment),
        first: read('first', readMark),
      };
    },

    /** What a person has left at some sessions, by session: leave, and the first mark. Who has none has no others. */
    async ownAt(sessions: readonly string[], person: string): Promise<Map<string, Own>> {
      const found = new Map<string, Own>(sessions.map((session) => [session, {}]));
      const wanted = sessions.flatMap((session) => [keys.excuse(session, person), keys.mark(session, person, 1)]);
      for (const item of await getItems(table, wanted)) {
        const read = item.SK.startsWith('MARK#') ? { first: readMark(item) } : { excuse: readExcuse(item) };
        found.set(String(item.session), { ...found.get(String(item.session)), ...read });
      }
      return found;
    },
  };
}
