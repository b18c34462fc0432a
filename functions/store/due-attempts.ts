// Open attempts by the instant at which they close by themselves: what the timer reads, so that an attempt ends though nobody looks. Written, moved and
// deleted with the attempt.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { type Attempt, dueAt } from '../domain/attempts/attempt.ts';
import type { Instant } from '../domain/time.ts';
import { LAST } from './keys.ts';
import { mockKeys } from './mock-keys.ts';
import { CENTURY, SHARDS, shardOf } from './outbox.ts';
import { itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putAny, type Write } from './transactions.ts';

export interface DueAttempt {
  person: string;
  attempt: string;
  dueAt: Instant;
}

type Due = Pick<Attempt, 'id' | 'person' | 'deadline' | 'graceMs' | 'pausedAt' | 'pausedMs'>;

/** The write that puts an open attempt into the list. */
export function dueAttemptPut(table: Table, attempt: Due): Write {
  const due = dueOf(attempt);
  return putAny(table, { ...keyOf(due), ...due });
}

/** The write that takes it out; `attempt` as it was when it was put in, for the instant is a part of the key. */
export function dueAttemptDelete(table: Table, attempt: Due): Write {
  return { Delete: { TableName: table.name, Key: keyOf(dueOf(attempt)) } };
}

/** The writes that move it when its instant has changed; none when not. */
export function dueAttemptMove(table: Table, before: Due, after: Due): Write[] {
  if (dueAt(before) === dueAt(after)) return [];
  return [dueAttemptDelete(table, before), dueAttemptPut(table, after)];
}

export function dueAttempts(table: Table) {
  return {
    /** Attempts that are over at an instant, the first `most` of each partition. */
    async list(now: Instant, most: number): Promise<DueAttempt[]> {
      const lists = await Promise.all(SHARDS.map((shard) => inShard(table, shard, { now, most })));
      return lists.flat();
    },

    /** Takes one out of the list that leads to nothing any more. */
    async drop(due: DueAttempt): Promise<void> {
      await table.doc.send(new DeleteCommand({ TableName: table.name, Key: keyOf(due) }));
    },
  };
}

function dueOf(attempt: Due): DueAttempt {
  return { person: attempt.person, attempt: attempt.id, dueAt: dueAt(attempt) };
}

function keyOf({ dueAt: at, person, attempt }: DueAttempt) {
  return mockKeys.dueAttempt(shardOf(attempt), { dueAt: at, person, attempt });
}

async function inShard(
  table: Table,
  shard: number,
  { now, most }: { now: Instant; most: number },
): Promise<DueAttempt[]> {
  const found: DueAttempt[] = [];
  const { PK } = mockKeys.dueAttempt(shard, { dueAt: '', person: '', attempt: '' });
  const range = { PK, prefix: CENTURY, until: `${now}#${LAST}`, page: most, consistent: true };
  for await (const { PK, SK, person, attempt, dueAt: at } of itemsIn(table, range)) {
    const isWhole = [person, attempt, at].every((value) => typeof value === 'string');
    if (!isWhole) throw new CorruptItem({ PK, SK });
    found.push({ person, attempt, dueAt: at } as DueAttempt);
    if (found.length === most) break;
  }
  return found;
}
