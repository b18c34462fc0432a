// Courses: the plan and its state, the seats, the list of a unit's. Their sessions are in course-sessions.ts, who is enrolled in enrolments.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Course } from '../domain/courses/course.ts';
import type { Seats } from '../domain/courses/seats.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { type CourseLine, type CoursePut, courseParts } from './course-writes.ts';
import { keys } from './keys.ts';
import { type Item, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

export function courses(table: Table, commit: Commit) {
  async function one<T>(key: { PK: string; SK: string }, read: (item: Item) => T): Promise<T | undefined> {
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    return item === undefined ? undefined : read(item as Item);
  }

  return {
    get: (course: string): Promise<Course | undefined> => one(keys.course(course), readCourse),

    /** Those of the courses that are there, by id. */
    async getMany(ids: Iterable<string>): Promise<Map<string, Course>> {
      const items = await getItems(table, [...new Set(ids)].map(keys.course));
      return new Map(items.map(readCourse).map((course) => [course.id, course]));
    },

    /** The seats of a course; consistent, because the next write is judged by them. */
    seats: (course: string): Promise<Seats | undefined> => one(keys.seats(course), readSeats),

    /** The seats of some courses, by course. */
    async seatsOf(ids: Iterable<string>): Promise<Map<string, Seats>> {
      const items = await getItems(table, [...new Set(ids)].map(keys.seats));
      return new Map(items.map((item) => [item.PK.slice(keys.course('').PK.length), readSeats(item)]));
    },

    /** A unit's own courses, the latest first, those without a day before all; `cursor` is the `next` of the page before. */
    ofUnit(unit: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<CourseLine>> {
      const range = { PK: keys.unit(unit).PK, prefix: 'COURSE#', until: cursor, backwards: true, limit };
      // Reading backwards begins with the last one shown.
      return pageOf(table, range, (item) => (item.SK === cursor ? undefined : readLine(item)));
    },

    /** Writes a course with its sessions, lines, notice, request and audit lines, or nothing. Throws TooManyWrites past a hundred. */
    put: (put: CoursePut, entries: readonly AuditEntry[]): Promise<'done' | 'request-used' | 'conflict'> =>
      commit(courseParts(table, put), entries),
  };
}

export function readCourse({ PK, SK, ...course }: Item): Course {
  const { id, unit, title, kind, form, state, createdAt } = course;
  const isText = [id, unit, title, kind, form, state, createdAt].every((value) => typeof value === 'string');
  const isCounted = [course.version, course.capacity, course.nextSession].every((value) => typeof value === 'number');
  if (!isText || !isCounted || typeof course.who !== 'object') throw new CorruptItem({ PK, SK });
  return course as unknown as Course;
}

function readSeats({ PK, SK, ...seats }: Item): Seats {
  const counts = [seats.capacity, seats.taken, seats.waiting, seats.tickets];
  if (typeof seats.state !== 'string' || !counts.every(Number.isInteger)) throw new CorruptItem({ PK, SK });
  return seats as unknown as Seats;
}

function readLine({ PK, SK, ...line }: Item): CourseLine {
  const isText = [line.course, line.title, line.kind, line.form, line.state].every(
    (value) => typeof value === 'string',
  );
  if (!isText || typeof line.sessions !== 'number') throw new CorruptItem({ PK, SK });
  return line as unknown as CourseLine;
}
