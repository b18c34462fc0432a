// What happens to a person as a whole, in one transaction: an account is closed, or one person turns out to be another.
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { spendPart } from './claims.ts';
import { endParts, type PersonGrant } from './grants.ts';
import { CLAIMS, claimsOf, type Person, type PersonChange, type PersonPut, personParts } from './person-writes.ts';
import type { Table } from './table.ts';
import type { Part } from './transactions.ts';

/** A person of whom nothing is left that says who they are, and the grants that end with them. */
export interface Closing {
  before: Person;
  after: PersonChange['after'];
  endings: readonly Ending[];
}

/** `day` is the first on which the grant holds no more. */
export interface Ending {
  grant: Pick<PersonGrant, 'id' | 'person' | 'unit'>;
  day: Day;
}

/** Whoever signs in as `own` becomes `claimed`: what leads to the one leads to the other. Both as they were read, and as they shall be. */
export interface Merge {
  codeHash: string;
  at: Instant;
  own: { before: Person; after: PersonChange['after'] };
  claimed: { before: Person; after: PersonChange['after'] };
}

export type Merged = PersonPut | 'spent';

export function accounts(table: Table, commit: Commit) {
  return {
    /** Writes a closing. `conflict`: the person or one of the grants is no longer what was read. */
    close({ before, after, endings }: Closing, entries: readonly AuditEntry[]): Promise<PersonPut> {
      const by = before.id;
      const ends = endings.flatMap(({ grant, day }) => endParts(table, grant, { day, by }));
      return commit<PersonPut>([...personParts(table, { before, after }), ...ends], entries);
    },

    /** Writes a merge, and spends the claim that it rests on. */
    merge({ codeHash, at, own, claimed }: Merge, entries: readonly AuditEntry[]): Promise<Merged> {
      const moved = movedKeys(own.before, claimed.after);
      // A transaction takes one write an item: what both changes would write is written once, as leading to the other.
      const others = [own, claimed]
        .flatMap((change) => personParts(table, change))
        .filter((part) => !isOf(part, moved));
      return commit<Merged>(
        [
          spendPart(table, { person: claimed.before.id, codeHash, at }),
          ...others,
          ...moved.map((key) => repointPart(table, { key, from: own.before.id, to: claimed.before.id })),
        ],
        entries,
      );
    },
  };
}

type Key = { PK: string; SK: string };

/** The keys by which the one was found and the other shall be. */
function movedKeys(own: Person, claimed: PersonChange['after']): Key[] {
  const [held, wanted] = [claimsOf(own), claimsOf(claimed)];
  return CLAIMS.flatMap(({ claim }) => {
    const [old, next] = [held[claim], wanted[claim]];
    return old !== undefined && old.PK === next?.PK ? [old] : [];
  });
}

function isOf({ write }: Part<PersonPut>, keys: readonly Key[]): boolean {
  const { PK, SK } = (write.Put?.Item ?? write.Delete?.Key ?? {}) as Partial<Key>;
  return keys.some((key) => key.PK === PK && key.SK === SK);
}

function repointPart(table: Table, { key, from, to }: { key: Key; from: string; to: string }): Part<PersonPut> {
  const write = {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'SET #person = :to',
      ConditionExpression: '#person = :from',
      ExpressionAttributeNames: { '#person': 'person' },
      ExpressionAttributeValues: { ':from': from, ':to': to },
    },
  };
  return { write, refused: 'conflict' };
}
