// People's practice of a year, one item a person and year, and what each batch and result has added to it: written in one transaction, so that whatever comes
// again counts once.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DoneByDay, PractisedDay, PractisedYear } from '../domain/practice/practised.ts';
import { getItems } from './batch-get.ts';
import { figureKeys } from './figure-keys.ts';
import { keys } from './keys.ts';
import { readPerson } from './people.ts';
import type { Person } from './person-writes.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import type { Key } from './tally.ts';
import { nextVersion, type Part, transact, type Write } from './transactions.ts';

/** What was counted of a batch or a result. */
export interface PracticeReceipt {
  source: Key;
  /** Of the batch or result; one more than its last when it is no more. */
  version: number;
  done: DoneByDay;
}

export interface PracticeWrite {
  /** Whose practice it is, as they were read: where they work decides where it counts. Missing: nobody is there. */
  person: string;
  owner: Pick<Person, 'version'> | undefined;
  receipts: readonly { before: PracticeReceipt | undefined; after: PracticeReceipt }[];
  /** In their next versions. */
  years: readonly PractisedYear[];
}

export function practised(table: Table) {
  return {
    /** The receipts of batches and results that have been counted, by the text of their keys; consistent. */
    async receipts(sources: readonly Key[]): Promise<Map<string, PracticeReceipt>> {
      const items = await getItems(
        table,
        sources.map((source) => figureKeys.receipt(source)),
      );
      const found = items.map(readReceipt);
      return new Map(found.map((receipt) => [`${receipt.source.PK} ${receipt.source.SK}`, receipt]));
    },

    /** Whose practice it is; consistent. */
    async owner(person: string): Promise<Person | undefined> {
      const [item] = await getItems(table, [keys.person(person)]);
      return item === undefined ? undefined : readPerson(person, item);
    },

    /** The years of people that are there; consistent, because the next version is built on them. */
    async years(people: Iterable<string>, years: readonly string[]): Promise<PractisedYear[]> {
      const wanted = [...people].flatMap((person) => years.map((year) => keys.practised(person, year)));
      return (await getItems(table, wanted)).map(readPractised);
    },

    /** Writes all or nothing; false when something is no longer as it was read. */
    async put({ person, owner, receipts, years }: PracticeWrite): Promise<boolean> {
      const parts: Part<'conflict'>[] = [
        { write: unchanged(table, person, owner), refused: 'conflict' },
        ...receipts.map((receipt) => ({ write: receiptPut(table, receipt), refused: 'conflict' as const })),
        ...years.map((year) => ({ write: nextVersion(table, practisedItem(year)), refused: 'conflict' as const })),
      ];
      return (await transact(table, parts)).length === 0;
    },
  };
}

/** That a person is as they were read; one from before there were versions is read as version 0. */
function unchanged(table: Table, person: string, owner: PracticeWrite['owner']): Write {
  const check = { TableName: table.name, Key: keys.person(person) };
  const names = { ExpressionAttributeNames: { '#version': 'version' } };
  if (owner === undefined) return { ConditionCheck: { ...check, ConditionExpression: 'attribute_not_exists(PK)' } };
  if (owner.version === 0) {
    return { ConditionCheck: { ...check, ConditionExpression: 'attribute_not_exists(#version)', ...names } };
  }
  const values = { ExpressionAttributeValues: { ':version': owner.version } };
  return { ConditionCheck: { ...check, ConditionExpression: '#version = :version', ...names, ...values } };
}

function receiptPut(table: Table, { before, after: { source, version, done } }: PracticeWrite['receipts'][number]) {
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': before.version },
        };
  return { Put: { TableName: table.name, Item: { ...figureKeys.receipt(source), version, done }, ...condition } };
}

function readReceipt({ PK, SK, version, done }: Item): PracticeReceipt {
  if (typeof version !== 'number' || typeof done !== 'object' || done === null) throw new CorruptItem({ PK, SK });
  return { source: { PK: PK.slice('COUNTED#'.length), SK }, version, done: done as DoneByDay };
}

/** A year with something on each day is some four kilobytes. */
function practisedItem({ days, ...rest }: PractisedYear) {
  return { ...keys.practised(rest.person, rest.year), ...rest, packed: deflateRawSync(JSON.stringify(days)) };
}

/** An item as a year of practice; CorruptItem for what is none. */
function readPractised({ PK, SK, person, year, version, at, packed }: Item): PractisedYear {
  const isText = [person, year, at].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || !(packed instanceof Uint8Array)) throw new CorruptItem({ PK, SK });
  const days: PractisedDay[] = JSON.parse(inflateRawSync(packed).toString('utf8'));
  return { person, year, version, at, days } as PractisedYear;
}

/** The facts as the tally finds them. */
export const practisedReader = {
  kind: 'practised',
  is: ({ PK }: { PK: string; SK: string }): boolean => PK.startsWith('PRACTISED#'),
  read: readPractised,
};
