// What people have watched of recorded lessons: one item for a person and a lesson, moved on from the version that was read.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Watching } from '../domain/lessons/watching.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn, type Range } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

export interface Stored extends Watching {
  session: string;
  person: string;
  lesson: number;
  version: number;
}

export function watching(table: Table) {
  return {
    /** Consistent, because the next beat is judged by it. */
    async get(session: string, person: string, lesson: number): Promise<Stored | undefined> {
      const Key = keys.watching(session, person, lesson);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      return item === undefined ? undefined : read(item as Item);
    },

    /** All of a person's at a session. */
    ofPerson: (session: string, person: string): Promise<Stored[]> =>
      listed(table, { PK: keys.door(session).PK, prefix: `WATCH#${person}#`, consistent: true }),

    /** Of those whose ids lie past one and up to another. */
    between: (session: string, { after, until }: { after?: string; until?: string }): Promise<Stored[]> =>
      listed(table, {
        PK: keys.door(session).PK,
        prefix: 'WATCH#',
        after: after === undefined ? undefined : `WATCH#${after}#${LAST}`,
        until: until === undefined ? undefined : `WATCH#${until}#${LAST}`,
        consistent: true,
      }),

    /** Writes a watching on the version that was read; version 1 is a new one. */
    async put(watching: Stored): Promise<'done' | 'conflict'> {
      const { session, person, lesson, version } = watching;
      const Item = { ...keys.watching(session, person, lesson), ...watching };
      const isNew = { ConditionExpression: 'attribute_not_exists(PK)' };
      const onVersion = {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version - 1 },
      };
      try {
        await table.doc.send(new PutCommand({ TableName: table.name, Item, ...(version === 1 ? isNew : onVersion) }));
        return 'done';
      } catch (error) {
        if (isConditionFailed(error)) return 'conflict';
        throw error;
      }
    },
  };
}

async function listed(table: Table, range: Range): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const item of itemsIn(table, range)) found.push(read(item));
  return found;
}

function read({ PK, SK, ...watching }: Item): Stored {
  const { session, person, lesson, spans, times, version } = watching;
  const isWhole = typeof session === 'string' && typeof person === 'string' && typeof lesson === 'number';
  if (!isWhole || !Array.isArray(spans) || !Array.isArray(times) || typeof version !== 'number')
    throw new CorruptItem({ PK, SK });
  return watching as unknown as Stored;
}
