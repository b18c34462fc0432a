// Many items by their keys: in parts of a hundred, and what the table leaves unprocessed is asked for again.
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from './ranges.ts';
import { RETRY_MS, type Table, TableBusy } from './table.ts';

/** What DynamoDB takes in one request. */
const KEYS_MOST = 100;

/** The items that are there, in any order; consistent. Keys must differ. */
export async function getItems(table: Table, keys: readonly { PK: string; SK: string }[]): Promise<Item[]> {
  const found: Item[] = [];
  for (let first = 0; first < keys.length; first += KEYS_MOST) {
    found.push(...(await getPart(table, keys.slice(first, first + KEYS_MOST))));
  }
  return found;
}

async function getPart(table: Table, keys: readonly object[]): Promise<Item[]> {
  const found: Item[] = [];
  let wanted: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (const ms of [...RETRY_MS, undefined]) {
    const { Responses: responses, UnprocessedKeys: left } = await table.doc.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
    );
    found.push(...((responses?.[table.name] ?? []) as Item[]));
    wanted = left?.[table.name]?.Keys ?? [];
    if (wanted.length === 0) return found;
    if (ms !== undefined) await table.delay(ms);
  }
  throw new TableBusy('table busy: keys left unprocessed');
}
