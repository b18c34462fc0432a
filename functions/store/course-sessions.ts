// The sessions of courses, each under its course. (Sign-in sessions are sessions.ts.) They are written with their course, by course-writes.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { courseOfSession, type Session } from '../domain/courses/course.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

export function courseSessions(table: Table) {
  return {
    /** A session by its id alone, which names its course. */
    async get(session: string): Promise<Session | undefined> {
      const course = courseOfSession(session);
      if (course === undefined) return undefined;
      const key = keys.courseSession(course, session);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readSession(item as Item);
    },

    /** All of a course, cancelled ones too, in the order in which they were added. */
    async list(course: string): Promise<Session[]> {
      const range = { PK: keys.course(course).PK, prefix: 'SESSION#', consistent: true };
      const found: Session[] = [];
      for await (const item of itemsIn(table, range)) found.push(readSession(item));
      return found;
    },
  };
}

export function readSession({ PK, SK, ...session }: Item): Session {
  const { id, course, form, startsAt, endsAt, state, sequence, trainers } = session;
  const isText = [id, course, form, startsAt, endsAt, state].every((value) => typeof value === 'string');
  if (!isText || typeof sequence !== 'number' || !Array.isArray(trainers)) throw new CorruptItem({ PK, SK });
  return session as unknown as Session;
}
