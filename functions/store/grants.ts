// Who has which role where: each grant stands under its person, where every request asks, and under its unit, where lists do.
// Both items are written in one transaction; a grant is ended, never deleted.
import type { Grant } from '../domain/access/roles.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

/** A grant with who has it. `endedBy` is the person who set `to` after the grant was made. */
export interface PersonGrant extends Grant {
  id: string;
  person: string;
  reason?: string;
  endedBy?: string;
}

export function grants(table: Table, commit: Commit) {
  return {
    /** All grants of a person, past and future ones too; consistent, so that a change bites at the next request. */
    async ofPerson(person: string): Promise<PersonGrant[]> {
      const range = { PK: keys.person(person).PK, prefix: 'GRANT#', consistent: true };
      const found: PersonGrant[] = [];
      for await (const item of itemsIn(table, range)) found.push(read(item));
      return found;
    },

    /** All grants at a unit, by person; `cursor` is the `next` of the page before. */
    ofUnit(unit: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<PersonGrant>> {
      return pageOf(table, { PK: keys.unit(unit).PK, prefix: 'GRANT#', after: cursor, limit }, read);
    },

    /** Writes a grant for a person who is there. `conflict`: a grant with this id is there already. */
    put: (grant: PersonGrant, entries: readonly AuditEntry[]): Promise<'done' | GrantRefusal> =>
      commit(grantParts(table, grant), entries),

    /** Ends a grant: `day` is the first on which it holds no more. `conflict`: it is not there, or ends by then anyway. */
    end: (
      grant: Pick<PersonGrant, 'id' | 'person' | 'unit'>,
      { day, by }: { day: Day; by: string },
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'conflict'> => commit(endParts(table, grant, { day, by }), entries),
  };
}

export type GrantRefusal = 'conflict' | 'person-unknown';

/** The writes of a new grant. A person who has gone gets none. */
export function grantParts(table: Table, grant: PersonGrant): Part<GrantRefusal>[] {
  const known = {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.person(grant.person),
      ConditionExpression:
        'attribute_exists(PK) AND attribute_not_exists(#deletedAt) AND attribute_not_exists(#mergedInto)',
      ExpressionAttributeNames: { '#deletedAt': 'deletedAt', '#mergedInto': 'mergedInto' },
    },
  };
  return [
    { write: known, refused: 'person-unknown' },
    ...keysOf(grant).map((key) => ({ write: putNew(table, { ...key, ...grant }), refused: 'conflict' as const })),
  ];
}

/** The writes that end a grant on a day. */
export function endParts(
  table: Table,
  grant: Pick<PersonGrant, 'id' | 'person' | 'unit'>,
  { day, by }: { day: Day; by: string },
): Part<'conflict'>[] {
  return keysOf(grant).map((Key) => ({
    write: {
      Update: {
        TableName: table.name,
        Key,
        UpdateExpression: 'SET #to = :day, #endedBy = :by',
        ConditionExpression: 'attribute_exists(PK) AND (attribute_not_exists(#to) OR #to > :day)',
        ExpressionAttributeNames: { '#to': 'to', '#endedBy': 'endedBy' },
        ExpressionAttributeValues: { ':day': day, ':by': by },
      },
    },
    refused: 'conflict',
  }));
}

function keysOf({ id, person, unit }: Pick<PersonGrant, 'id' | 'person' | 'unit'>) {
  return [keys.grantOfPerson(person, id), keys.grantOfUnit(unit, person, id)];
}

function read({ PK, SK, ...grant }: Item): PersonGrant {
  const { id, person, unit, role, by, from, to } = grant;
  const isText = [id, person, unit, role, by, from].every((value) => typeof value === 'string');
  if (!isText || (to !== undefined && typeof to !== 'string')) throw new CorruptItem({ PK, SK });
  return grant as unknown as PersonGrant;
}
