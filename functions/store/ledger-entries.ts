// What people hand in for their ledger: an entry, and each further state of it, with the request that asked for it and the lines of the audit.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Commit } from './audit.ts';
import { readEntry, replaceParts, type StoredEntry } from './hours.ts';
import { keys } from './keys.ts';
import { type NewRequest, requestParts } from './requests.ts';
import type { Table } from './table.ts';
import type { Part } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

export interface EntryWrite {
  entry: StoredEntry;
  request: NewRequest;
}

export function ledgerEntries(table: Table, commit: Commit) {
  return {
    /** An entry as it is now: it is about to be decided on. */
    async get(person: string, id: string): Promise<StoredEntry | undefined> {
      const key = keys.hours(person, id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readEntry({ ...item, ...key });
    },

    /** Puts an entry where none is, for a person whose account is there: what is deleted is not kept anew. */
    add: ({ entry, request }: EntryWrite, lines: readonly AuditEntry[]): Promise<Done> =>
      commit(
        [...requestParts(table, request), keptPart(table, entry.person), ...replaceParts(table, { next: entry })],
        lines,
      ),

    /** Writes an entry with one state more than is stored; `conflict`: somebody else's came first. */
    move: ({ entry, request }: EntryWrite, lines: readonly AuditEntry[]): Promise<Done> =>
      commit([...requestParts(table, request), ...replaceParts(table, { revoked: entry })], lines),
  };
}

function keptPart(table: Table, person: string): Part<'conflict'> {
  const kept = {
    TableName: table.name,
    Key: keys.person(person),
    ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#deletedAt)',
    ExpressionAttributeNames: { '#deletedAt': 'deletedAt' },
  };
  return { write: { ConditionCheck: kept }, refused: 'conflict' };
}
