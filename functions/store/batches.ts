// The practice journal's batches: written once under (person, device, first), never changed, read by what the caller lacks.
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Batch } from '../domain/practice/journal.ts';
import { keys, LAST } from './keys.ts';
import { commonOf, packEntries, unpackEntries } from './packed-entries.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

/** What became of a batch: written, already there with the same content, or already there with other content. */
export type Put = 'new' | 'same' | 'differs';

/**
 * The most characters of packed entries that one answer gathers before it says `more`: with a last page of up to 1 MB it stays
 * below what a function may answer with (6 MB), whatever the notes hold.
 */
const CHARACTERS_MOST = 700_000;

/** Items of a whole journal that are written or deleted at once. */
const AT_ONCE = 25;

export interface Found {
  batches: Batch[];
  /** Whether a limit cut the answer. True now and then with nothing left behind it; never false with something left. */
  more: boolean;
}

export function batches(table: Table) {
  /** The batches between two sort keys; `cut` when the engine stopped early (a page of it holds 1 MB). */
  async function page(person: string, from: string, to: string, limit: number) {
    const { PK } = keys.batch(person, '', 0);
    const { Items: items = [], LastEvaluatedKey: next } = await table.doc.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': PK, ':from': from, ':to': to },
        Limit: limit,
      }),
    );
    const size = items.reduce((sum, item) => sum + String(item.e).length, 0);
    return {
      batches: items.map((item) => readBatch(item as Item)),
      size,
      cut: next !== undefined && items.length < limit,
    };
  }

  /** Does the work for every item of a journal, some at a time. Consistent: nothing that was acknowledged is passed over. */
  async function forAll(person: string, work: (item: Item) => Promise<unknown>): Promise<void> {
    const { PK } = keys.batch(person, '', 0);
    let waiting: Item[] = [];
    // Everything past a space: AWS takes no empty text for a bound.
    for await (const item of itemsIn(table, { PK, prefix: '', after: ' ', consistent: true })) {
      waiting.push(item);
      if (waiting.length < AT_ONCE) continue;
      await Promise.all(waiting.map(work));
      waiting = [];
    }
    await Promise.all(waiting.map(work));
  }

  /** Writes an item under another person, unless theirs is there: the natural key makes a second copy the same one. */
  async function copyItem(item: Item, to: string): Promise<void> {
    const Item = { ...item, PK: keys.batch(to, '', 0).PK };
    const command = new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' });
    await table.doc.send(command).catch((error: unknown) => {
      if (!isConditionFailed(error)) throw error;
    });
  }

  async function deleteItem({ PK, SK }: Item): Promise<void> {
    await table.doc.send(new DeleteCommand({ TableName: table.name, Key: { PK, SK } }));
  }

  return {
    /** Copies a journal under another person. Again: what has come since. */
    copy: (from: string, to: string): Promise<void> => forAll(from, (item) => copyItem(item, to)),

    /** Moves a journal under another person, batch by batch: none is deleted that was not copied. */
    move: (from: string, to: string): Promise<void> =>
      forAll(from, async (item) => {
        await copyItem(item, to);
        await deleteItem(item);
      }),

    /** Deletes a journal: for an account that is deleted. */
    deleteAll: (person: string): Promise<void> => forAll(person, deleteItem),

    async put(person: string, batch: Batch): Promise<Put> {
      const common = commonOf(batch.entries);
      const body = {
        t: common.base,
        e: packEntries(batch.entries, common),
        ...(common.profile === undefined ? {} : { p: common.profile }),
      };
      try {
        await table.doc.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...keys.batch(person, batch.device, batch.first), ...body },
            ConditionExpression: 'attribute_not_exists(PK)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'new';
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
        const { Item: held } = error as { Item?: { [attribute: string]: { S?: string } } };
        return held?.t?.S === body.t && held.e?.S === body.e && held.p?.S === body.p ? 'same' : 'differs';
      }
    },

    /**
     * What a caller lacks who holds `known[device]` entries of each device. Devices are found by leaping from one to the next,
     * so the cost is two queries a device and the new items, however long the journal is.
     */
    async list(person: string, known: ReadonlyMap<string, number>, limit: number): Promise<Found> {
      const found: Batch[] = [];
      let size = 0;
      let from = ' ';
      for (;;) {
        const [next] = (await page(person, from, LAST, 1)).batches;
        if (next === undefined) return { batches: found, more: false };
        const { device } = next;
        const held = known.get(device) ?? 0;
        const first = keys.batch(person, device, held + 1).SK;
        const lacking = await page(person, first, `${device}#${LAST}`, limit + 1 - found.length);
        found.push(...lacking.batches);
        size += lacking.size;
        const full = found.length > limit || lacking.cut || size > CHARACTERS_MOST;
        if (full) return { batches: found.slice(0, limit), more: true };
        from = `${device}#${LAST}`;
      }
    },
  };
}

/** A stored batch, also as it comes in the table's stream; CorruptItem for what is none. */
export function readBatch(item: Item): Batch {
  const key = { PK: item.PK, SK: item.SK };
  const at = key.SK.lastIndexOf('#');
  const first = Number(key.SK.slice(at + 1));
  const { t: base, e: lines, p: profile } = item;
  if (typeof base !== 'string' || typeof lines !== 'string' || at < 1 || !Number.isInteger(first)) {
    throw new CorruptItem(key);
  }
  if (profile !== undefined && typeof profile !== 'string') throw new CorruptItem(key);
  const entries = unpackEntries(lines, { base, profile });
  if (entries === undefined) throw new CorruptItem(key);
  return { device: key.SK.slice(0, at), first, entries };
}
