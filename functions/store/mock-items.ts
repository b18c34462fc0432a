// Items of the mock bank in the versions that somebody was asked: kept for ever, for the bank beside a function holds the newest alone. And what a
// person was asked of a subject, for the next paper.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemRef } from '../domain/papers/set-paper.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import { type Instant, msOf } from '../domain/time.ts';
import { getItems } from './batch-get.ts';
import { mockKeys } from './mock-keys.ts';
import { CorruptItem, isConditionFailed, RETRY_MS, type Table, TableBusy } from './table.ts';

/** Items that are written at once. */
const AT_ONCE = 16;

export function mockItems(table: Table) {
  async function put(item: MockItem): Promise<'done' | 'busy'> {
    const Item = { ...mockKeys.item(item.id, item.version), item: JSON.stringify(item) };
    const command = new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' });
    try {
      await table.doc.send(command);
    } catch (error) {
      if ((error as Error).name === 'TableBusy') return 'busy';
      if (!isConditionFailed(error)) throw error;
    }
    return 'done';
  }

  /** Writes items, some at once; gives those that a busy table has refused. */
  async function putAll(items: readonly MockItem[]): Promise<MockItem[]> {
    const left: MockItem[] = [];
    for (let first = 0; first < items.length; first += AT_ONCE) {
      const part = items.slice(first, first + AT_ONCE);
      const outcomes = await Promise.all(part.map(put));
      left.push(...part.filter((_, i) => outcomes[i] === 'busy'));
    }
    return left;
  }

  return {
    /** Keeps all items of a subject, once for each release of it: `release` is the same for the same items. */
    async keep(items: readonly MockItem[], of: { subject: string; release: string }): Promise<void> {
      const Key = mockKeys.keptItems(of.subject, of.release);
      const { Item: kept } = await table.doc.send(new GetCommand({ TableName: table.name, Key }));
      if (kept !== undefined) return;
      let left = await putAll(items);
      for (const ms of RETRY_MS) {
        if (left.length === 0) break;
        await table.delay(ms);
        left = await putAll(left);
      }
      if (left.length > 0) throw new TableBusy('table busy: items left unwritten');
      await table.doc.send(new PutCommand({ TableName: table.name, Item: { ...Key } }));
    },

    /** The items of these versions that are kept, in any order. */
    async get(refs: readonly ItemRef[]): Promise<MockItem[]> {
      const items = await getItems(
        table,
        refs.map(({ id, version }) => mockKeys.item(id, version)),
      );
      return items.map(({ PK, SK, item }) => {
        if (typeof item !== 'string') throw new CorruptItem({ PK, SK });
        return JSON.parse(item) as MockItem;
      });
    },

    /** What a person was asked of a subject → when last, in milliseconds since 1970. */
    async seen(person: string, subject: string): Promise<Map<string, number>> {
      const key = mockKeys.seen(person, subject);
      const { Item: item = {} } = await table.doc.send(new GetCommand({ TableName: table.name, Key: key }));
      const { PK, SK, ...asked } = item;
      return new Map(Object.entries(asked).map(([id, at]) => [id, Number(at)]));
    },

    /** Notes what a person is asked. */
    async noteSeen(of: { person: string; subject: string; at: Instant }, ids: readonly string[]): Promise<void> {
      await table.doc.send(
        new UpdateCommand({
          TableName: table.name,
          Key: mockKeys.seen(of.person, of.subject),
          UpdateExpression: `SET ${ids.map((_, i) => `#q${i} = :at`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(ids.map((id, i) => [`#q${i}`, id])),
          ExpressionAttributeValues: { ':at': msOf(of.at) },
        }),
      );
    },
  };
}
