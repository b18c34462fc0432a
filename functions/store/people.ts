// People, and the issuer's names for them. A person and the link to their identity are made in one transaction.
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import { CorruptItem, isTransactionRefused, retried, type Table } from './table.ts';

export interface Person {
  id: string;
  name: string;
  createdAt: Instant;
}

export interface Identity {
  issuer: string;
  subject: string;
}

export function people(table: Table) {
  return {
    /** A person; a consistent read, because the first one follows the sign-in that made them. */
    async get(id: string): Promise<Person | undefined> {
      const key = keys.person(id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      if (typeof item.name !== 'string' || typeof item.createdAt !== 'string') throw new CorruptItem(key);
      return { id, name: item.name, createdAt: item.createdAt };
    },

    /** The person behind an identity; a consistent read, because it follows a write that may have just lost a race. */
    async find(identity: Identity): Promise<string | undefined> {
      const key = keys.identity(identity.issuer, identity.subject);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      if (typeof item.person !== 'string') throw new CorruptItem(key);
      return item.person;
    },

    /** Makes a person for an identity; false when that identity has one already. */
    async add(identity: Identity, person: Person): Promise<boolean> {
      const { id, name, createdAt } = person;
      const link = { ...keys.identity(identity.issuer, identity.subject), person: id, createdAt };
      const unless = 'attribute_not_exists(PK)';
      const writes = [link, { ...keys.person(id), name, createdAt }].map((Item) => ({
        Put: { TableName: table.name, Item, ConditionExpression: unless },
      }));
      try {
        await retried(table.delay, () => table.doc.send(new TransactWriteCommand({ TransactItems: writes })));
        return true;
      } catch (error) {
        if (isTransactionRefused(error)) return false;
        throw error;
      }
    },
  };
}
