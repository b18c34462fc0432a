// Claims: a code by which whoever it is takes over a record that staff have made, kept under its hash: a leaked table gives nobody away.
// The newest of a person is the only one that is good: it is noted under the person, and taken away with the acceptance.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putAny, putNew } from './transactions.ts';

export interface Claim {
  /** Whose record it is. */
  person: string;
  by: string;
  createdAt: Instant;
  /** The first instant at which it can no longer be accepted. */
  expiresAt: Instant;
}

export function claims(table: Table, commit: Commit) {
  async function itemAt(key: { PK: string; SK: string }) {
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    return (await table.doc.send(command)).Item;
  }

  return {
    /** The claim of a code. `isNewest`: no other one has taken its place, and nobody has accepted it; the caller has the clock. */
    async get(codeHash: string): Promise<(Claim & { isNewest: boolean }) | undefined> {
      const key = keys.claim(codeHash);
      const item = await itemAt(key);
      if (item === undefined) return undefined;
      const { person, by, createdAt, expiresAt } = item;
      if ([person, by, createdAt, expiresAt].some((v) => typeof v !== 'string')) throw new CorruptItem(key);
      const newest = await itemAt(keys.claimOfPerson(person));
      return { person, by, createdAt, expiresAt, isNewest: newest?.codeHash === codeHash };
    },

    /** Writes a claim in place of the person's older one. `not-open`: the person signs in by now, or has gone. */
    offer(codeHash: string, claim: Claim, entries: readonly AuditEntry[]): Promise<'done' | 'not-open'> {
      const { person, expiresAt } = claim;
      return commit<'not-open'>(
        [
          { write: unclaimed(table, person), refused: 'not-open' },
          { write: putNew(table, { ...keys.claim(codeHash), ...claim }), refused: 'not-open' },
          { write: putAny(table, { ...keys.claimOfPerson(person), codeHash, expiresAt }), refused: 'not-open' },
        ],
        entries,
      );
    },
  };
}

/** Takes a claim away as it is accepted, on the condition that it is still the person's newest and in time. */
export function spendPart(
  table: Table,
  { person, codeHash, at }: { person: string; codeHash: string; at: Instant },
): Part<'spent'> {
  const write = {
    Delete: {
      TableName: table.name,
      Key: keys.claimOfPerson(person),
      ConditionExpression: '#codeHash = :codeHash AND #expiresAt > :at',
      ExpressionAttributeNames: { '#codeHash': 'codeHash', '#expiresAt': 'expiresAt' },
      ExpressionAttributeValues: { ':codeHash': codeHash, ':at': at },
    },
  };
  return { write, refused: 'spent' };
}

function unclaimed(table: Table, person: string) {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.person(person),
      ConditionExpression:
        'attribute_exists(PK) AND attribute_not_exists(#identity) AND attribute_not_exists(#deletedAt)',
      ExpressionAttributeNames: { '#identity': 'identity', '#deletedAt': 'deletedAt' },
    },
  };
}
