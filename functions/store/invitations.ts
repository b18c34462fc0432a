// Invitations to a role at a unit, under the hash of their code: a leaked table lets nobody in.
// An acceptance is one transaction: a use is counted, the person is noted, the grant is made; or none of it.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '../domain/access/roles.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { type GrantRefusal, grantParts, type PersonGrant } from './grants.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';
import { putNew } from './transactions.ts';

export interface Invitation {
  unit: string;
  role: Role;
  by: string;
  createdAt: Instant;
  /** The first instant at which it can no longer be accepted. */
  until: Instant;
  /** How many people may accept it, and how many have. */
  uses: number;
  used: number;
  /** The first day on which the role is held no more. */
  to?: Day;
}

/** `spent`: too late or by too many. `accepted-already`: by this person. */
export type Accepted = 'done' | 'spent' | 'accepted-already' | GrantRefusal;

export function invitations(table: Table, commit: Commit) {
  return {
    /** The invitation of a code, the spent ones too: the caller has the clock. */
    async get(codeHash: string): Promise<Invitation | undefined> {
      const key = keys.invitation(codeHash);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : read(key, item);
    },

    /** Writes an invitation; `same` when there is one of this code already. */
    add(
      codeHash: string,
      invitation: Omit<Invitation, 'used'>,
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'same'> {
      const item = { ...keys.invitation(codeHash), ...invitation, used: 0 };
      return commit([{ write: putNew(table, item), refused: 'same' }], entries);
    },

    /** Makes the grant for a person who accepts at `at`, while there are uses left. */
    accept(
      codeHash: string,
      { grant, at }: { grant: PersonGrant; at: Instant },
      entries: readonly AuditEntry[],
    ): Promise<Accepted> {
      const use = {
        Update: {
          TableName: table.name,
          Key: keys.invitation(codeHash),
          UpdateExpression: 'ADD #used :one',
          ConditionExpression: '#used < #uses AND #until > :at',
          ExpressionAttributeNames: { '#used': 'used', '#uses': 'uses', '#until': 'until' },
          ExpressionAttributeValues: { ':one': 1, ':at': at },
        },
      };
      const note = putNew(table, { ...keys.acceptance(codeHash, grant.person), grant: grant.id, at });
      return commit<Exclude<Accepted, 'done'>>(
        [{ write: note, refused: 'accepted-already' }, { write: use, refused: 'spent' }, ...grantParts(table, grant)],
        entries,
      );
    },
  };
}

function read(key: { PK: string; SK: string }, { PK, SK, ...item }: Record<string, unknown>): Invitation {
  const isText = [item.unit, item.role, item.by, item.createdAt, item.until].every((v) => typeof v === 'string');
  const isCounted = [item.uses, item.used].every((v) => typeof v === 'number');
  if (!isText || !isCounted) throw new CorruptItem(key);
  return item as unknown as Invitation;
}
