// Writes that were asked for, under the id that the caller made: put in the transaction of the effect, so that the one is there when the other
// is. They carry no end: the same wish months later is the same wish. What was refused had no effect, and is not kept.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

/** What a request asked for, as a hash, and what came of it, as the answer's JSON. */
export interface Requested {
  bodyHash: string;
  outcome: string;
}

/** A request that is written with its effect. */
export interface NewRequest extends Requested {
  person: string;
  id: string;
  at: Instant;
}

export function requests(table: Table) {
  return {
    /** What came of a request; consistent, for it is asked right after a write whose answer was lost. */
    async find(person: string, id: string): Promise<Requested | undefined> {
      const key = keys.request(person, id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      const { bodyHash, outcome } = item;
      if (typeof bodyHash !== 'string' || typeof outcome !== 'string') throw new CorruptItem(key);
      return { bodyHash, outcome };
    },
  };
}

/** The write of a request. It stands first in its transaction: that it was refused is told before all else. */
export function requestParts(table: Table, request: NewRequest | undefined): Part<'request-used'>[] {
  if (request === undefined) return [];
  const { person, id, ...kept } = request;
  return [{ write: putNew(table, { ...keys.request(person, id), ...kept }), refused: 'request-used' }];
}
