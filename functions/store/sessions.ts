// Sessions: who is signed in, until when. Deleting the item ends the session at the next request.
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Instant, msOf } from '../domain/time.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';

export interface Session {
  person: string;
  startedAt: Instant;
  expiresAt: Instant;
}

export function sessions(table: Table) {
  /** The hashes of a person's sessions, expired ones included. */
  async function hashesOf(person: string): Promise<string[]> {
    const range = { PK: keys.person(person).PK, prefix: 'SESSION#', consistent: true };
    const found: string[] = [];
    for await (const { PK, SK, tokenHash } of itemsIn(table, range)) {
      if (typeof tokenHash !== 'string') throw new CorruptItem({ PK, SK });
      found.push(tokenHash);
    }
    return found;
  }

  return {
    /** The session under a token's hash, expired ones included: the caller has the clock. Consistent, so that an ended one is ended. */
    async get(tokenHash: string): Promise<Session | undefined> {
      const key = keys.session(tokenHash);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : read(item as Item);
    },

    /** All sessions of a person that are still kept, the oldest first. */
    async ofPerson(person: string): Promise<Session[]> {
      const items = await getItems(table, (await hashesOf(person)).map(keys.session));
      return items.map(read).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
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

    /**
     * Ends every session of a person: for an account that is deleted, or a phone that was lost. `last` is ended after all others: as long as
     * it lives, whoever asked can ask again.
     */
    async deleteAll(person: string, last?: string): Promise<void> {
      const all = await hashesOf(person);
      for (const tokenHash of all.sort((a, b) => Number(a === last) - Number(b === last))) {
        for (const Key of [keys.session(tokenHash), keys.sessionOfPerson(person, tokenHash)]) {
          await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
        }
      }
    },
  };
}

function read({ PK, SK, person, startedAt, expiresAt }: Item): Session {
  if ([person, startedAt, expiresAt].some((v) => typeof v !== 'string')) throw new CorruptItem({ PK, SK });
  return { person, startedAt, expiresAt } as Session;
}
