// The exams of a person: one item with all their facts, so that years which count together are read and written together. Its version rises with every
// write, by which the figures know what they have counted.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { ExamRecord } from '../domain/exams/record.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import type { Item } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { nextVersion, type Part } from './transactions.ts';

/** A record with how often it was written, and when last. */
export interface StoredExams extends ExamRecord {
  version: number;
  at: Instant;
}

export interface ExamWrite {
  /** As it shall be; its version is one more than the one that was read. */
  record: StoredExams;
  request?: NewRequest | undefined;
}

export function examRecords(table: Table, commit: Commit) {
  /** As it is now: it is about to be written on. */
  async function get(person: string): Promise<StoredExams | undefined> {
    const key = keys.exams(person);
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    return item === undefined ? undefined : readExamRecord({ ...item, ...key });
  }

  return {
    get,

    /** The records of those who have one, by person. */
    async ofMany(people: Iterable<string>): Promise<Map<string, StoredExams>> {
      const items = await getItems(table, [...new Set(people)].map(keys.exams));
      return new Map(items.map(readExamRecord).map((record) => [record.person, record]));
    },

    /** Writes a record on the version that was read, for a person whose account is there: what is deleted is not kept anew. */
    put: (
      { record, request }: ExamWrite,
      lines: readonly AuditEntry[],
    ): Promise<'done' | 'request-used' | 'conflict'> =>
      commit(
        [
          ...requestParts(table, request),
          keptPart(table, record.person),
          { write: nextVersion(table, itemOf(record)), refused: 'conflict' },
        ],
        lines,
      ),

    /** Writes many records, each on the version that was read, or none of them. Three writes a record with its line: at most 33 of them. */
    putMany: (records: readonly StoredExams[], lines: readonly AuditEntry[]): Promise<'done' | 'conflict'> =>
      commit(
        records.flatMap((record) => [
          keptPart(table, record.person),
          { write: nextVersion(table, itemOf(record)), refused: 'conflict' as const },
        ]),
        lines,
      ),

    /** Writes what stays of a record when its person has gone, or has become another one; false when it was changed meanwhile. */
    async replace(record: StoredExams): Promise<boolean> {
      const { Put: put } = nextVersion(table, itemOf(record));
      try {
        await table.doc.send(new PutCommand(put as NonNullable<typeof put>));
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
  };
}

function itemOf(record: StoredExams) {
  return { ...keys.exams(record.person), ...record };
}

/** An item as a record; CorruptItem for what is none. */
export function readExamRecord({ PK, SK, ...record }: Item): StoredExams {
  const { person, entries, version, at } = record;
  const isText = typeof person === 'string' && typeof at === 'string';
  if (!isText || typeof version !== 'number' || !Array.isArray(entries)) throw new CorruptItem({ PK, SK });
  return record as unknown as StoredExams;
}

function keptPart(table: Table, person: string): Part<'conflict'> {
  const kept = {
    TableName: table.name,
    Key: keys.person(person),
    ConditionExpression:
      'attribute_exists(PK) AND attribute_not_exists(#deletedAt) AND attribute_not_exists(#mergedInto)',
    ExpressionAttributeNames: { '#deletedAt': 'deletedAt', '#mergedInto': 'mergedInto' },
  };
  return { write: { ConditionCheck: kept }, refused: 'conflict' };
}

/** How the tally knows and reads a record. */
export const examReader = {
  kind: 'exams',
  is: ({ PK, SK }: { PK: string; SK: string }) => PK.startsWith('EXAMS#') && SK === 'EXAMS',
  read: readExamRecord,
};
