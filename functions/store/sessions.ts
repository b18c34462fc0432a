// Sessions: who is signed in, until when. Deleting the item ends the session at the next request.
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, msOf } from '../domain/time.ts';
import { keys } from './keys.ts';
import { itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

export interface Session {
  person: string;
  startedAt: Instant;
  expiresAt: Instant;
}

export function sessions(table: Table) {
  return {
    /** The session under a token's hash, expired ones included: the caller has the clock. Consistent, so that an ended one is ended. */
    async get(tokenHash: string): Promise<Session | undefined> {
      const key = keys.session(tokenHash);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      const { person, startedAt, expiresAt } = item;
      if ([person, startedAt, expiresAt].some((v) => typeof v !== 'string')) throw new CorruptItem(key);
      return { person, startedAt, expiresAt };
    },

    async put(tokenHash: string, session: Session): Promise<void> {
      const ttl = Math.ceil(msOf(session.expiresAt) / 1000);
      // The note comes first: no session is ever without one, and a note without a session does no harm until it expires.
      const note = { ...keys.sessionOfPerson(session.person, tokenHash), tokenHash, ttl };
      for (const Item of [note, { ...keys.session(tokenHash), ...session, ttl }]) {
        await table.doc.send(new PutCommand({ TableName: table.name, Item }));
      }
    },

    async delete(tokenHash: string): Promise<void> {
      await table.doc.send(new DeleteCommand({ TableName: table.name, Key: keys.session(tokenHash) }));
    },

    /** Ends every session of a person: for an account that is deleted, or a phone that was lost. */
    async deleteAll(person: string): Promise<void> {
      const range = { PK: keys.person(person).PK, prefix: 'SESSION#', consistent: true };
      for await (const { PK, SK, tokenHash } of itemsIn(table, range)) {
        if (typeof tokenHash !== 'string') throw new CorruptItem({ PK, SK });
        for (const Key of [keys.session(tokenHash), { PK, SK }]) {
          await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
        }
      }
    },
  };
}
