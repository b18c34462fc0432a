// Notices to those who come, and how far each person has seen them. They are written with the change they tell of, by course-writes.ts.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Numbered } from '../domain/courses/news.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

const PREFIX = 'NOTICE#';
const SEEN = 'SEEN#';

export function notices(table: Table) {
  return {
    /** The notices of a course past a number, in their order. Offers, which are told to one person alone, sort after all of them. */
    async list(course: string, after: number): Promise<Numbered[]> {
      const { PK, SK } = keys.notice(course, after);
      const found: Numbered[] = [];
      const range = { PK, prefix: PREFIX, after: SK, until: `${PREFIX}9${LAST}`, consistent: true };
      for await (const item of itemsIn(table, range)) found.push(read(item));
      return found;
    },

    /** How far a person has seen the notices, by course. */
    async seenBy(person: string): Promise<Map<string, number>> {
      const seen = new Map<string, number>();
      const range = { PK: keys.person(person).PK, prefix: SEEN, consistent: true };
      for await (const { PK, SK, upTo } of itemsIn(table, range)) {
        if (typeof upTo !== 'number') throw new CorruptItem({ PK, SK });
        seen.set(SK.slice(SEEN.length), upTo);
      }
      return seen;
    },

    /** Notes that a person has seen a course's notices so far; never less far than before. */
    async see(person: string, course: string, upTo: number): Promise<void> {
      const update = new UpdateCommand({
        TableName: table.name,
        Key: keys.seen(person, course),
        UpdateExpression: 'SET #upTo = :upTo',
        ConditionExpression: 'attribute_not_exists(#upTo) OR #upTo < :upTo',
        ExpressionAttributeNames: { '#upTo': 'upTo' },
        ExpressionAttributeValues: { ':upTo': upTo },
      });
      await table.doc.send(update).catch((error: unknown) => {
        if (!isConditionFailed(error)) throw error;
      });
    },
  };
}

function read({ PK, SK, ...notice }: Item): Numbered {
  const { kind, at, changes, why } = notice;
  const isWhole = kind === 'sessions' ? Array.isArray(changes) : kind === 'cancelled' && typeof why === 'string';
  const number = Number(SK.slice(PREFIX.length));
  if (!isWhole || typeof at !== 'string' || !Number.isInteger(number)) throw new CorruptItem({ PK, SK });
  return { ...notice, number } as unknown as Numbered;
}
