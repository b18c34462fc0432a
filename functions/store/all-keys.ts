// The keys of all items, by reading the whole table: for commands that are run by hand.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';
import type { Key } from './tally.ts';

/** A page of them at a time. */
export async function* allKeys(table: Table): AsyncGenerator<Key[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items: items = [], LastEvaluatedKey: next } = await table.doc.send(
      new ScanCommand({
        TableName: table.name,
        ProjectionExpression: 'PK, SK',
        ...(start !== undefined && { ExclusiveStartKey: start }),
      }),
    );
    yield items as Key[];
    start = next;
  } while (start !== undefined);
}
