// The practice journal's batches: written once under (person, device, first), never changed, read by what the caller lacks.
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Batch } from '../domain/practice/journal.ts';
import { keys, LAST } from './keys.ts';
import { commonOf, packEntries, unpackEntries } from './packed-entries.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

/** What became of a batch: written, already there with the same content, or already there with other content. */
export type Put = 'new' | 'same' | 'differs';

/**
 * The most characters of packed entries that one answer gathers before it says `more`: with a last page of up to 1 MB it stays
 * below what a function may answer with (6 MB), whatever the notes hold.
 */
const CHARACTERS_MOST = 700_000;

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
    return { batches: items.map(read), size, cut: next !== undefined && items.length < limit };
  }

  return {
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

function read(item: { [attribute: string]: unknown }): Batch {
  const key = { PK: String(item.PK), SK: String(item.SK) };
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
