// Reading a stretch of a partition, page after page, as far as the reader goes: lists, children, chains.
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { LAST } from './keys.ts';
import type { Table } from './table.ts';

/** A stored item as it comes. */
export interface Item {
  PK: string;
  SK: string;
  [attribute: string]: unknown;
}

/** The items of a partition whose sort keys begin with `prefix`. */
export interface Range {
  PK: string;
  prefix: string;
  /** Only those past this sort key: what the page before ended with. Any text is harmless. */
  after?: string | undefined;
  /** Only those up to and with this sort key. */
  until?: string | undefined;
  /** Last ones first. */
  backwards?: boolean;
  consistent?: boolean;
  /** How many items a request may bring; as many as fit (1 MB) when missing. */
  page?: number;
}

/** A part of a list; `next` goes into `after` to read on, and is missing when nothing is left. */
export interface Page<T> {
  found: T[];
  next?: string;
}

/** The items of a range in the order of their sort keys. Requests are made as the items are taken. */
export async function* itemsIn(table: Table, range: Range): AsyncGenerator<Item> {
  const { PK, backwards = false, consistent = false, page } = range;
  const [from, to] = boundsOf(range);
  // AWS refuses bounds that cross; there is nothing between them anyway.
  if (from > to) return;
  let start: Record<string, unknown> | undefined;
  do {
    const { Items: items = [], LastEvaluatedKey: next } = await table.doc.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': PK, ':from': from, ':to': to },
        ScanIndexForward: !backwards,
        ConsistentRead: consistent,
        ...(page !== undefined && { Limit: page }),
        ...(start !== undefined && { ExclusiveStartKey: start }),
      }),
    );
    yield* items as Item[];
    start = next;
  } while (start !== undefined);
}

/** The first `limit` of a range that `read` wants (undefined: not this one), and where to read on. */
export async function pageOf<T>(
  table: Table,
  range: Range & { limit: number },
  read: (item: Item) => T | undefined,
): Promise<Page<T>> {
  const found: T[] = [];
  let last = '';
  // One more than is asked for: whether it is there says whether anything is left.
  for await (const item of itemsIn(table, { ...range, page: range.limit + 1 })) {
    const wanted = read(item);
    if (wanted === undefined) continue;
    if (found.length === range.limit) return { found, next: last };
    found.push(wanted);
    last = item.SK;
  }
  return { found };
}

/** Sort keys hold no sign below the space, so that nothing lies between a key and itself with a space. */
function boundsOf({ prefix, after, until }: Range): [string, string] {
  const last = `${prefix}${LAST}`;
  return [
    after === undefined || after < prefix ? prefix : `${after} `,
    until === undefined || until > last ? last : until,
  ];
}
