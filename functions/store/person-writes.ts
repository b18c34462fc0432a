// A person as stored, what a change of them writes, and what each refused condition means.
import type { Person as Profile } from '../domain/people/person.ts';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';
import { type Part, putNew, type Write } from './transactions.ts';
import { joinWrite } from './unit-writes.ts';
import { joinedUnits, workerWrites } from './workers.ts';

/** A number that is shown masked, opened by those who hold the key, and found again by its keyed hash. */
export interface SealedNumber {
  masked: string;
  sealed: string;
  hash: string;
}

export interface Identity {
  issuer: string;
  subject: string;
}

/** A person as stored. Without an identity: made by staff, and not signed in yet. */
export interface Person extends Omit<Profile, 'phone' | 'idNumber'> {
  phone?: SealedNumber;
  idNumber?: SealedNumber;
  identity?: Identity;
  createdAt: Instant;
  /** When it was written last; of people that were written before this was noted, when they were made. */
  changedAt: Instant;
  /** When the account was deleted: what is personal is gone, and nobody signs in as this person again. */
  deletedAt?: Instant;
  /** The person that this one turned out to be: nobody signs in as this one again. */
  mergedInto?: string;
  version: number;
}

/** A person before (missing: a new one) and after a change. */
export interface PersonChange {
  before?: Person | undefined;
  /** Says when it is written. */
  after: Omit<Person, 'version'>;
}

/** What became of a change: written, or why not. A taken number says nothing of who has it. */
export type PersonPut = 'done' | 'conflict' | 'identity-taken' | 'id-number-taken' | 'phone-taken' | 'unit-not-open';

/** The writes of a change: the person first, so that a lost race is told before what it may have caused. */
export function personParts(table: Table, { before, after }: PersonChange): Part<PersonPut>[] {
  return [
    { write: personWrite(table, { before, after }), refused: 'conflict' },
    ...claimParts(table, { before, after }),
    ...joinedUnits(before, after).map((joining) => ({
      write: joinWrite(table, joining),
      refused: 'unit-not-open' as const,
    })),
    // Lines of lists: the person's version guards them.
    ...workerWrites(table, before, after).map((write) => ({ write, refused: 'conflict' as const })),
  ];
}

function personWrite(table: Table, { before, after }: PersonChange): Write {
  const item = { ...keys.person(after.id), ...after, version: (before?.version ?? 0) + 1 };
  if (before === undefined) return putNew(table, item);
  const { version } = before;
  return {
    Put: {
      TableName: table.name,
      Item: item,
      // A person from before there were profiles has no version, and is read as version 0.
      ConditionExpression:
        version === 0 ? 'attribute_exists(PK) AND attribute_not_exists(#version)' : '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ...(version !== 0 && { ExpressionAttributeValues: { ':version': version } }),
    },
  };
}

/** What leads to a person: released where it changes, claimed where nobody else has it. */
function claimParts(table: Table, { before, after }: PersonChange): Part<PersonPut>[] {
  const [held, wanted] = [claimsOf(before), claimsOf(after)];
  return CLAIMS.flatMap(({ claim, refused }) => {
    const [old, next] = [held[claim], wanted[claim]];
    if (old?.PK === next?.PK) return [];
    const item = { ...next, person: after.id, createdAt: after.createdAt };
    const release = { Delete: { TableName: table.name, Key: { ...old } } };
    return [
      ...(old === undefined ? [] : [{ write: release, refused }]),
      ...(next === undefined ? [] : [{ write: putNew(table, item), refused }]),
    ];
  });
}

/** The fields that lead to one person alone. */
export const CLAIMS = [
  { claim: 'identity', refused: 'identity-taken' },
  { claim: 'idNumber', refused: 'id-number-taken' },
  { claim: 'phone', refused: 'phone-taken' },
] as const;

/** The keys of the items that lead to a person. */
export function claimsOf(person: Omit<Person, 'version'> | undefined) {
  const { identity, idNumber, phone } = person ?? {};
  return {
    identity: identity && keys.identity(identity.issuer, identity.subject),
    idNumber: idNumber && keys.hash('id', idNumber.hash),
    phone: phone && keys.hash('phone', phone.hash),
  };
}
