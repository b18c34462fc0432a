// Exactly-once counting. A fact's receipt says in which version it was counted and what was counted of it; one transaction writes the receipts of a batch and,
// beside them, all that they add to counters: taken in. Then each counter is added to, and knows the last number it has from the lane: whatever is
// repeated, cut off or done by two at once, it counts once.
// Lambda's events of a table's stream name no shard, and what comes from a dead-letter queue comes late: no place in the stream is remembered, but receipts.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItems } from './batch-get.ts';
import { figureKeys } from './figure-keys.ts';
import { mockKeys } from './mock-keys.ts';
import { SHARDS, shardOf } from './outbox.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { transact, type Write } from './transactions.ts';

export interface Key {
  PK: string;
  SK: string;
}

/** What is added to a counter: integers by name. A counter is an item whose attributes are its figures. */
export interface Delta {
  key: Key;
  sums: Readonly<Record<string, number>>;
}

/** What facts are counted of: results of mock papers, and the source facts of figures. A new kind: its change in changes.ts, what its text adds in jobs/tally/count.ts. */
export type FactKind = 'result' | 'source';

/** A fact as it is counted, under the key of its receipt. */
export interface Fact {
  kind: FactKind;
  key: Key;
  /** Rises with every change of the fact. */
  version: number;
  /** What is counted of it: enough to take it out again. Missing: nothing. */
  text?: string;
  /** What else its receipt says, for those who look for facts by receipts. */
  more: object;
  /** The receipt in whose place it comes with the same version, because what the version adds has changed with the tree. */
  over?: Pick<Receipt, 'lane' | 'number'>;
}

/** What has been counted of a fact: in which version, and taken in by which number of which lane. */
export interface Receipt {
  version: number;
  text?: string;
  lane: number;
  number: number;
}

/** Where batches are taken in, one after the other; between lanes nothing is in order, so that several may count at once. */
export interface Lane {
  lane: number;
  /** How many batches it has taken in. */
  number: number;
  /** What of the last one is not yet added to its counters. */
  pending?: Delta[];
}

/** Facts with what they add, as they go into one transaction. */
export interface Batch {
  facts: readonly { fact: Fact; was: Receipt | undefined }[];
  deltas: readonly Delta[];
}

/** Lanes of this product. */
export const LANES = SHARDS;

/** Counters that are added to at once. */
const AT_ONCE = 16;

/** Bytes that an item may hold of packed deltas, below DynamoDB's 400 kB. */
const PACKED_MOST = 350_000;

/** Bytes of all receipts of a batch, below the 4 MB of a transaction. */
const RECEIPTS_MOST = 3_000_000;

/** Figures that one update adds to: an expression has 4 kB at most. */
const FIGURES_MOST = 150;

/** A batch adds too much to be taken in at once: halves of it may not. */
class BatchTooLarge extends Error {
  override name = 'BatchTooLarge';
}

export function tally(table: Table) {
  return {
    /** Which lane a name belongs to. */
    laneOf: (name: string): number => shardOf(name),

    lanes: LANES,

    /** Where the receipt of a source fact lies. */
    receiptKey: (source: Key): Key => figureKeys.receipt(source),

    /** How a lane stands; consistent. */
    async lane(lane: number): Promise<Lane> {
      const Key = mockKeys.tallyLane(lane);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      if (item === undefined) return { lane, number: 0 };
      if (typeof item.number !== 'number') throw new CorruptItem(Key);
      return {
        lane,
        number: item.number,
        ...(item.pending === undefined ? {} : { pending: unpacked(Key, item.pending) }),
      };
    },

    /** The receipts of facts that have been counted, by the text of their keys; consistent. */
    async receipts(keys: readonly Key[]): Promise<Map<string, Receipt>> {
      const items = await getItems(table, keys);
      return new Map(items.map((item) => [keyText(item), receiptOf(item)]));
    },

    /**
     * Takes a batch in; false when the lane or a receipt is no longer as it was read. Afterwards the lane must be finished. Throws BatchTooLarge.
     */
    async take(lane: Lane, { facts, deltas }: Batch): Promise<boolean> {
      const number = lane.number + 1;
      const puts = facts.map(({ fact, was }) => receiptPut(table, { fact, was }, { lane: lane.lane, number }));
      const bytes = puts.reduce((sum, { Put }) => sum + (Put.Item.counted?.byteLength ?? 0), 0);
      if (bytes > RECEIPTS_MOST) throw new BatchTooLarge(`${bytes} bytes of receipts are too many to be taken in`);
      const writes: Write[] = [{ Update: taking(table, { ...lane, number }, deltas) }, ...puts];
      const refused = await transact(
        table,
        writes.map((write) => ({ write, refused: 'changed' })),
      );
      return refused.length === 0;
    },

    /** Adds what a lane has taken in to its counters, whoever took it in and however much of it is done. */
    async finish({ lane, number, pending = [] }: Lane): Promise<void> {
      if (pending.length === 0) return;
      for (let first = 0; first < pending.length; first += AT_ONCE) {
        const part = pending.slice(first, first + AT_ONCE);
        await Promise.all(part.map((delta) => addAll(table, delta, { lane, number })));
      }
      const command = new UpdateCommand({
        TableName: table.name,
        Key: mockKeys.tallyLane(lane),
        UpdateExpression: 'REMOVE #pending',
        ConditionExpression: '#number = :number',
        ExpressionAttributeNames: { '#pending': 'pending', '#number': 'number' },
        ExpressionAttributeValues: { ':number': number },
      });
      await table.doc.send(command).catch(unlessRefused);
    },
  };
}

/** A key as one text. */
export function keyText({ PK, SK }: Key): string {
  return `${PK} ${SK}`;
}

/** The figures of a counter: all its attributes but the keys and the lanes' numbers, zeros left out. */
export function figuresIn({ PK, SK, ...attributes }: Item): Record<string, number> {
  const figures = Object.entries(attributes).filter(([name, value]) => !/^at\d+(_\d+)?$/.test(name) && value !== 0);
  if (!figures.every(([, value]) => Number.isInteger(value))) throw new CorruptItem({ PK, SK });
  return Object.fromEntries(figures) as Record<string, number>;
}

/** What was counted of a fact, from the item of its receipt. */
export function receiptOf({ PK, SK, ...item }: Item): Receipt {
  const { version, counted, lane, number } = item;
  const isWhole = [version, lane, number].every(Number.isInteger);
  const hasText = counted === undefined || counted instanceof Uint8Array;
  if (!isWhole || !hasText) throw new CorruptItem({ PK, SK });
  const text = counted === undefined ? {} : { text: inflateRawSync(counted).toString('utf8') };
  return { version, lane, number, ...text } as Receipt;
}

function receiptPut(table: Table, { fact, was }: Batch['facts'][number], at: { lane: number; number: number }) {
  const { key, version, text, more } = fact;
  const counted: { counted?: Uint8Array } = text === undefined ? {} : { counted: deflateRawSync(text) };
  const condition =
    was === undefined
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          // The same version may have been counted anew: it must be the very receipt.
          ConditionExpression: '#version = :was AND #lane = :lane AND #number = :number',
          ExpressionAttributeNames: { '#version': 'version', '#lane': 'lane', '#number': 'number' },
          ExpressionAttributeValues: { ':was': was.version, ':lane': was.lane, ':number': was.number },
        };
  return { Put: { TableName: table.name, Item: { ...more, ...key, version, ...counted, ...at }, ...condition } };
}

/** The lane with a batch, if it is empty and still where it was. */
function taking(table: Table, { lane, number }: Lane, deltas: readonly Delta[]) {
  const isEmpty = deltas.length === 0;
  return {
    TableName: table.name,
    Key: mockKeys.tallyLane(lane),
    UpdateExpression: `SET #number = :number${isEmpty ? '' : ', #pending = :pending'}`,
    ConditionExpression: `${number === 1 ? 'attribute_not_exists(PK)' : '#number = :before'} AND attribute_not_exists(#pending)`,
    ExpressionAttributeNames: { '#number': 'number', '#pending': 'pending' },
    ExpressionAttributeValues: {
      ':number': number,
      ...(number === 1 ? {} : { ':before': number - 1 }),
      ...(isEmpty ? {} : { ':pending': packed(deltas) }),
    },
  };
}

/** Adds to a counter, part by part where it is much; each part has a mark of its own. */
async function addAll(table: Table, { key, sums }: Delta, { lane, number }: Lane): Promise<void> {
  const all = Object.entries(sums);
  for (let part = 0; part * FIGURES_MOST < all.length; part += 1) {
    const some = Object.fromEntries(all.slice(part * FIGURES_MOST, (part + 1) * FIGURES_MOST));
    await add(table, { key, sums: some }, { mark: part === 0 ? `at${lane}` : `at${lane}_${part}`, number });
  }
}

/** Adds to a counter, unless it has this number of the lane already. */
async function add(
  table: Table,
  { key, sums }: Delta,
  { mark, number }: { mark: string; number: number },
): Promise<void> {
  const names = Object.keys(sums);
  const command = new UpdateCommand({
    TableName: table.name,
    Key: key,
    UpdateExpression: `SET #at = :at ADD ${names.map((_, i) => `#${i} :${i}`).join(', ')}`,
    ConditionExpression: 'attribute_not_exists(#at) OR #at < :at',
    ExpressionAttributeNames: { '#at': mark, ...Object.fromEntries(names.map((name, i) => [`#${i}`, name])) },
    ExpressionAttributeValues: { ':at': number, ...Object.fromEntries(names.map((name, i) => [`:${i}`, sums[name]])) },
  });
  await table.doc.send(command).catch(unlessRefused);
}

function unlessRefused(error: unknown): void {
  if (!isConditionFailed(error)) throw error;
}

function packed(deltas: readonly Delta[]): Uint8Array {
  const bytes = deflateRawSync(JSON.stringify(deltas.map(({ key, sums }) => [key.PK, key.SK, sums])));
  if (bytes.byteLength > PACKED_MOST) throw new BatchTooLarge(`${bytes.byteLength} bytes are too many to be taken in`);
  return bytes;
}

function unpacked(key: Key, pending: unknown): Delta[] {
  if (!(pending instanceof Uint8Array)) throw new CorruptItem(key);
  const rows: [string, string, Delta['sums']][] = JSON.parse(inflateRawSync(pending).toString('utf8'));
  return rows.map(([PK, SK, sums]) => ({ key: { PK, SK }, sums }));
}
