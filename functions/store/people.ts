// People, the issuer's names for them, and the numbers that one person alone has: claimed and released with the person, in one transaction.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Identity, type Person, type PersonChange, type PersonPut, personParts } from './person-writes.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

export function people(table: Table, commit: Commit) {
  /** Which person an item leads to; a consistent read, because it follows a write that may have just lost a race. */
  async function leadsTo(key: { PK: string; SK: string }): Promise<string | undefined> {
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    if (item === undefined) return undefined;
    if (typeof item.person !== 'string') throw new CorruptItem(key);
    return item.person;
  }

  return {
    /** A person; a consistent read, because the first one follows the sign-in that made them. */
    async get(id: string): Promise<Person | undefined> {
      const key = keys.person(id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readPerson(id, item);
    },

    /** The person behind an identity. */
    find: ({ issuer, subject }: Identity) => leadsTo(keys.identity(issuer, subject)),

    findByIdHash: (hash: string) => leadsTo(keys.hash('id', hash)),

    findByPhoneHash: (hash: string) => leadsTo(keys.hash('phone', hash)),

    /** Makes a person for an identity; false when that identity has one already. */
    async add(identity: Identity, person: Pick<Person, 'id' | 'name' | 'createdAt'>): Promise<boolean> {
      const { id, name, createdAt } = person;
      const after = {
        id,
        name,
        createdAt,
        changedAt: createdAt,
        identity,
        employments: [],
        certificates: [],
        pools: [],
      };
      return (await commit(personParts(table, { after }), [])) === 'done';
    },

    /**
     * Writes a person (`before` missing: a new one) on the version that was read, with all that depends on them: what finds them by number
     * or identity, and their lines in the lists of units. What `after` no longer holds is released and gone.
     */
    put: (change: PersonChange, entries: readonly AuditEntry[]): Promise<PersonPut> =>
      commit(personParts(table, change), entries),

    /** Ties a person that staff have made to the identity they first sign in with. `linked-already` also for an account that was deleted. */
    link(
      identity: Identity,
      { id, at }: { id: string; at: Instant },
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'identity-taken' | 'linked-already'> {
      return commit(linkParts(table, identity, { id, at }), entries);
    },
  };
}

/** An identity leads to one person, and a person is led to by one: nobody is taken over by a second sign-in. */
function linkParts(
  table: Table,
  identity: Identity,
  { id, at }: { id: string; at: Instant },
): Part<'identity-taken' | 'linked-already'>[] {
  const claim = putNew(table, { ...keys.identity(identity.issuer, identity.subject), person: id, createdAt: at });
  const update = {
    Update: {
      TableName: table.name,
      Key: keys.person(id),
      UpdateExpression: 'SET #identity = :identity, #changedAt = :at ADD #version :one',
      ConditionExpression:
        'attribute_exists(PK) AND attribute_not_exists(#identity) AND attribute_not_exists(#deletedAt)',
      ExpressionAttributeNames: {
        ...{ '#identity': 'identity', '#version': 'version' },
        ...{ '#deletedAt': 'deletedAt', '#changedAt': 'changedAt' },
      },
      ExpressionAttributeValues: { ':identity': identity, ':one': 1, ':at': at },
    },
  };
  return [
    { write: claim, refused: 'identity-taken' },
    { write: update, refused: 'linked-already' },
  ];
}

/** An item as a person; CorruptItem for what is none. */
export function readPerson(id: string, { PK, SK, ...item }: Record<string, unknown>): Person {
  // People who signed in before there were profiles have a name and a day, and no version yet.
  const made = { version: 0, employments: [], certificates: [], pools: [], changedAt: item.createdAt };
  const person = { ...made, ...item, id };
  const { name, createdAt, version, employments, certificates, pools } = person as Record<string, unknown>;
  const isText = typeof name === 'string' && typeof createdAt === 'string';
  const isListed = [employments, certificates, pools].every(Array.isArray);
  if (!isText || !isListed || typeof version !== 'number') throw new CorruptItem(keys.person(id));
  return person as unknown as Person;
}
