// The open offers of all courses by the instant at which they are over: what the timer reads, so that a seat goes on though nobody looks. Written
// and deleted with the offer.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { keys, LAST } from './keys.ts';
import { CENTURY, SHARDS, shardOf } from './outbox.ts';
import { itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putAny, type Write } from './transactions.ts';

export interface DueOffer {
  course: string;
  person: string;
  expiresAt: Instant;
}

export function dueOfferPut(table: Table, offer: DueOffer): Write {
  return putAny(table, { ...keyOf(offer), ...offer });
}

/** Without a condition: offers that were made before there was such a list are not in it. */
export function dueOfferDelete(table: Table, offer: DueOffer): Write {
  return { Delete: { TableName: table.name, Key: keyOf(offer) } };
}

export function dueOffers(table: Table) {
  return {
    /** Offers that are over at an instant, the first `most` of each partition. */
    async list(now: Instant, most: number): Promise<DueOffer[]> {
      const lists = await Promise.all(SHARDS.map((shard) => inShard(table, shard, { now, most })));
      return lists.flat();
    },

    /** Takes one out of the list; the enrolment stays what it is. */
    async drop(offer: DueOffer): Promise<void> {
      await table.doc.send(new DeleteCommand({ TableName: table.name, Key: keyOf(offer) }));
    },
  };
}

async function inShard(
  table: Table,
  shard: number,
  { now, most }: { now: Instant; most: number },
): Promise<DueOffer[]> {
  const found: DueOffer[] = [];
  const { PK } = keys.dueOffer(shard, { expiresAt: '', course: '', person: '' });
  const range = { PK, prefix: CENTURY, until: `${now}#${LAST}`, page: most, consistent: true };
  for await (const { PK, SK, course, person, expiresAt } of itemsIn(table, range)) {
    const isWhole = [course, person, expiresAt].every((value) => typeof value === 'string');
    if (!isWhole) throw new CorruptItem({ PK, SK });
    found.push({ course, person, expiresAt } as DueOffer);
    if (found.length === most) break;
  }
  return found;
}

function keyOf({ course, person, expiresAt }: DueOffer) {
  return keys.dueOffer(shardOf(course), { expiresAt, course, person });
}
