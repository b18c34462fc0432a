// The secret addresses of people's own calendars, under the hash of the secret: a leaked table opens none of them. Each person has one at most.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew, transact } from './transactions.ts';

/** The address that a person has. */
export interface CalendarAddress {
  tokenHash: string;
  madeAt: Instant;
}

export function calendars(table: Table) {
  async function one(key: { PK: string; SK: string }): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    return (await table.doc.send(command)).Item;
  }

  return {
    /** Whose calendar stands under a secret. */
    async personOf(tokenHash: string): Promise<string | undefined> {
      const key = keys.calendar(tokenHash);
      const item = await one(key);
      if (item === undefined) return undefined;
      if (typeof item.person !== 'string') throw new CorruptItem(key);
      return item.person;
    },

    async ofPerson(person: string): Promise<CalendarAddress | undefined> {
      const key = keys.calendarOfPerson(person);
      const item = await one(key);
      if (item === undefined) return undefined;
      const { tokenHash, madeAt } = item;
      if (typeof tokenHash !== 'string' || typeof madeAt !== 'string') throw new CorruptItem(key);
      return { tokenHash, madeAt };
    },

    /** Puts an address in the place of the one that was read (missing: of none), or takes that one away. `conflict`: it is there no more. */
    async replace(
      person: string,
      { before, after }: { before?: CalendarAddress | undefined; after?: CalendarAddress },
    ): Promise<'done' | 'conflict'> {
      const refused = await transact(table, [
        ...(before === undefined ? [] : [gone(table, keys.calendar(before.tokenHash))]),
        ...(after === undefined ? [] : [part(putNew(table, { ...keys.calendar(after.tokenHash), person }))]),
        ...pointer(table, person, { before, after }),
      ]);
      return refused.length === 0 ? 'done' : 'conflict';
    },
  };
}

function part(write: Part<'conflict'>['write']): Part<'conflict'> {
  return { write, refused: 'conflict' };
}

function gone(table: Table, Key: { PK: string; SK: string }): Part<'conflict'> {
  return part({ Delete: { TableName: table.name, Key, ConditionExpression: 'attribute_exists(PK)' } });
}

function pointer(
  table: Table,
  person: string,
  { before, after }: { before: CalendarAddress | undefined; after: CalendarAddress | undefined },
): Part<'conflict'>[] {
  const key = keys.calendarOfPerson(person);
  if (after === undefined) return before === undefined ? [] : [gone(table, key)];
  const item = { ...key, ...after };
  if (before === undefined) return [part(putNew(table, item))];
  const condition = {
    ConditionExpression: '#hash = :hash',
    ExpressionAttributeNames: { '#hash': 'tokenHash' },
    ExpressionAttributeValues: { ':hash': before.tokenHash },
  };
  return [part({ Put: { TableName: table.name, Item: item, ...condition } })];
}
