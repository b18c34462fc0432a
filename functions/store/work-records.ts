// What a unit writes down of its work: one item a record, under the unit and the record's year, and one for all it has said of its coverage.
// Each write is the next version of what was read; nothing is deleted.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { CoverageBook } from '../domain/activities/coverage.ts';
import { type WorkRecord, yearOf } from '../domain/activities/record.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { nextVersion, type Part } from './transactions.ts';

type Done = 'done' | 'request-used' | 'conflict';

export function workRecords(table: Table, commit: Commit) {
  return {
    /** All records of a year, in no order that means anything. */
    async ofYear(unit: string, year: string): Promise<WorkRecord[]> {
      const found: WorkRecord[] = [];
      const range = { PK: keys.work(unit, year, '').PK, prefix: `RECORD#${year}#`, consistent: true };
      for await (const item of itemsIn(table, range)) found.push(readRecord(item));
      return found;
    },

    async get(unit: string, { year, id }: { year: string; id: string }): Promise<WorkRecord | undefined> {
      const item = await got(table, keys.work(unit, year, id));
      return item && readRecord(item);
    },

    /** Writes records as their next versions, all or none, with the lines of the audit; `conflict`: somebody else's came first. */
    put: (
      records: readonly WorkRecord[],
      { request, lines }: { request?: NewRequest; lines: readonly AuditEntry[] },
    ): Promise<Done> =>
      commit([...requestParts(table, request), ...records.map((record) => recordPart(table, record))], lines),

    /** All that a unit has said of its coverage; version 0 when it has said nothing. */
    async coverage(unit: string): Promise<CoverageBook> {
      const item = await got(table, keys.coverage(unit));
      return item === undefined ? { unit, version: 0, at: '', months: {} } : readCoverage(item);
    },

    putCoverage: (
      book: CoverageBook,
      { request, lines }: { request?: NewRequest; lines: readonly AuditEntry[] },
    ): Promise<Done> => commit([...requestParts(table, request), coveragePart(table, book)], lines),
  };
}

function recordPart(table: Table, record: WorkRecord): Part<'conflict'> {
  const key = keys.work(record.unit, yearOf(record.work.day), record.id);
  return { write: nextVersion(table, { ...key, ...record }), refused: 'conflict' };
}

function coveragePart(table: Table, book: CoverageBook): Part<'conflict'> {
  return { write: nextVersion(table, { ...keys.coverage(book.unit), ...book }), refused: 'conflict' };
}

async function got(table: Table, key: { PK: string; SK: string }): Promise<Item | undefined> {
  const { Item: item } = await table.doc.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return item as Item | undefined;
}

/** A stored record; CorruptItem for what cannot have been written as one. */
export function readRecord({ PK, SK, ...item }: Item): WorkRecord {
  const { unit, id, version, voided, work, at, by, past } = item as Partial<WorkRecord>;
  const isText = [unit, id, at, by, work?.type, work?.day].every((value) => typeof value === 'string');
  if (!isText || typeof version !== 'number' || typeof voided !== 'boolean' || !Array.isArray(past)) {
    throw new CorruptItem({ PK, SK });
  }
  return item as unknown as WorkRecord;
}

/** What a unit has said, as stored; likewise. */
export function readCoverage({ PK, SK, ...item }: Item): CoverageBook {
  const { unit, version, at, months } = item as Partial<CoverageBook>;
  const isText = typeof unit === 'string' && typeof at === 'string';
  if (!isText || typeof version !== 'number' || typeof months !== 'object') throw new CorruptItem({ PK, SK });
  return item as unknown as CoverageBook;
}
