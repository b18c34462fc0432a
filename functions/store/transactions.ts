// One transaction for a fact and all that goes with it. Each write brings the word for what it means that its condition refused it.
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { cancellations, isTransactionRefused, retried, type Table } from './table.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface Part<R extends string> {
  write: Write;
  refused: R;
}

/** What DynamoDB takes in one transaction. */
const WRITES_MOST = 100;

/** More writes than one transaction holds, audit lines included: such a change has to be cut into the slices of a job. */
export class TooManyWrites extends Error {
  override name = 'TooManyWrites';
  constructor(writes: number) {
    super(`${writes} writes are more than a transaction holds (${WRITES_MOST})`);
  }
}

/** Writes all parts or none. The answer holds the word of each part that was refused: none when all is written. */
export async function transact<R extends string>(table: Table, parts: readonly Part<R>[]): Promise<R[]> {
  if (parts.length > WRITES_MOST) throw new TooManyWrites(parts.length);
  if (parts.length === 0) return [];
  const writes = parts.map(({ write }) => write);
  try {
    const send = () => table.doc.send(new TransactWriteCommand({ TransactItems: writes }));
    await retried(table.delay, send, () => JSON.stringify(writes[0]));
    return [];
  } catch (error) {
    if (!isTransactionRefused(error)) throw error;
    const codes = cancellations(error);
    return parts.filter((_, i) => codes[i] === 'ConditionalCheckFailed').map(({ refused }) => refused);
  }
}

/** Puts an item where none is. */
export function putNew(table: Table, item: object): Write {
  return { Put: { TableName: table.name, Item: { ...item }, ConditionExpression: 'attribute_not_exists(PK)' } };
}

/** Puts an item of a version over the version before it: where nothing is for the first. */
export function nextVersion(table: Table, item: { version: number }): Write {
  if (item.version === 1) return putNew(table, item);
  const held = {
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': item.version - 1 },
  };
  return { Put: { TableName: table.name, Item: { ...item }, ...held } };
}

/** Puts an item, whatever was there. */
export function putAny(table: Table, item: object): Write {
  return { Put: { TableName: table.name, Item: { ...item } } };
}
