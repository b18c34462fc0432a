// Results of attempts: put once when an attempt closes, replaced on the version that was read when marks are given or a key was corrected. The
// statistics follow every write of these items by the table's stream.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Result } from '../domain/attempts/result.ts';
import { getItems } from './batch-get.ts';
import { mockKeys } from './mock-keys.ts';
import { packLines, unpackLines } from './packed-lines.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew, type Write } from './transactions.ts';

export interface ResultKey {
  person: string;
  attempt: string;
}

export function results(table: Table) {
  return {
    /** A result; consistent, for it is asked right after it was made. */
    async get({ person, attempt }: ResultKey): Promise<Result | undefined> {
      const Key = mockKeys.result(person, attempt);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      return item === undefined ? undefined : readResult(item as Item);
    },

    /** Those that are there, in any order. */
    async getMany(wanted: readonly ResultKey[]): Promise<Result[]> {
      const items = await getItems(
        table,
        wanted.map(({ person, attempt }) => mockKeys.result(person, attempt)),
      );
      return items.map(readResult);
    },
  };
}

/** The write of a result where none is: of two who close an attempt, one has made it. */
export function resultPut(table: Table, result: Result): Part<'closed-already'> {
  return { write: putNew(table, itemOf(result)), refused: 'closed-already' };
}

/** The write that replaces a result; its version is one more than that which was read. */
export function resultReplace(table: Table, result: Result): Part<'conflict'> {
  const write: Write = {
    Put: {
      TableName: table.name,
      Item: itemOf(result),
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': result.version - 1 },
    },
  };
  return { write, refused: 'conflict' };
}

function itemOf({ person, attempt, lines, offline, regrades, ...facts }: Result): Item {
  return {
    ...mockKeys.result(person, attempt),
    ...facts,
    ...(offline ? { offline } : {}),
    ...(regrades.length === 0 ? {} : { regrades: regrades.map((one) => ({ ...one })) }),
    ...packLines(lines),
  };
}

const KEY = /^ATTEMPTS#([^#]+) ([^#]+)#RESULT$/;

/** A stored result, also as it comes in the table's stream; CorruptItem for what is none. */
export function readResult({ PK, SK, chapters, lines: packed, offline, regrades, ...facts }: Item): Result {
  const [, person, attempt] = KEY.exec(`${PK} ${SK}`) ?? [];
  const { subject, form, blueprint, profile, mode, startedAt, endedAt, state, marking, earned, possible, version } =
    facts;
  const texts = [chapters, packed, subject, form, blueprint, profile, mode, startedAt, endedAt, state, marking];
  const isWhole =
    texts.every((value) => typeof value === 'string') &&
    [earned, possible, version].every((value) => Number.isInteger(value));
  const lines = isWhole ? unpackLines({ chapters: String(chapters), lines: String(packed) }) : undefined;
  if (person === undefined || attempt === undefined || lines === undefined) throw new CorruptItem({ PK, SK });
  const more = { offline: offline === true, lines, regrades: regrades ?? [] };
  return { attempt, person, ...facts, ...more } as unknown as Result;
}
