// Courses as they were held: put when a course is closed, before anybody's share; the shares go in with people's entries (trained.ts).
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { HeldCourse } from '../domain/participation/held.ts';
import { keys } from './keys.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

export function held(table: Table) {
  return {
    /** Consistent, because the next version is built on it. */
    async get(course: string): Promise<HeldCourse | undefined> {
      const command = new GetCommand({ TableName: table.name, Key: keys.held(course), ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readHeld(item as Item);
    },

    /** Puts a course where none is; one that is there stays as it is. */
    async add(course: HeldCourse): Promise<void> {
      const ConditionExpression = 'attribute_not_exists(PK)';
      const command = new PutCommand({ TableName: table.name, Item: heldItem(course), ConditionExpression });
      await table.doc.send(command).catch((error: unknown) => {
        if (!isConditionFailed(error)) throw error;
      });
    },
  };
}

export function heldItem(course: HeldCourse) {
  return { ...keys.held(course.course), ...course };
}

/** An item as a course that was held; CorruptItem for what is none. */
function readHeld({ PK, SK, ...course }: Item): HeldCourse {
  const { course: id, unit, kind, day, at, sessions, people } = course;
  const isText = [id, unit, kind, day, at].every((value) => typeof value === 'string');
  const isCounted = [course.enrolled, course.noShows, course.cents, course.version].every(Number.isInteger);
  if (!isText || !isCounted || !Array.isArray(sessions) || typeof people !== 'object')
    throw new CorruptItem({ PK, SK });
  return course as unknown as HeldCourse;
}

/** The facts as the tally finds them. */
export const heldReader = {
  kind: 'held',
  is: ({ PK }: { PK: string; SK: string }): boolean => PK.startsWith('HELD#'),
  read: readHeld,
};
