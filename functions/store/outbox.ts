// The outbox: messages that are to be sent, by the instant at which they are due. Each is written in the transaction of its fact. Who works on
// one moves it past the end of a lease, and nobody else finds it before: after a crash it is due again, with how far it had come.
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Message, messageName } from '../domain/outbox/message.ts';
import type { Instant } from '../domain/time.ts';
import { keys, LAST } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putAny, putNew, transact, type Write } from './transactions.ts';

/** The notices that a message to a whole course tells of, past `from` and up to `to`, and whom it has reached last. */
export interface Progress {
  from: number;
  to: number;
  cursor?: string;
}

/** A message as it lies in the outbox. */
export interface Posted {
  message: Message;
  /** When it is due: a part of its key. */
  due: Instant;
  /** How often sending it has failed. */
  failures: number;
  progress?: Progress;
}

/** Partitions of the outbox: one would hold back whoever writes at a rush for seats. */
export const SHARDS: readonly number[] = [0, 1, 2, 3];

/** Messages of a partition that are read at once: more than a run sends. */
const DUE_MOST = 200;

/** What every instant begins with: a range has a prefix. */
export const CENTURY = '20';

/** The write that puts a message into the outbox, for the transaction of its fact. Without a condition: a message's name is its fact's. */
export function outboxPut(table: Table, message: Message): Write {
  return putAny(table, itemOf({ message, due: message.at, failures: 0 }));
}

/** Which partition a name belongs to. */
export function shardOf(name: string): number {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + sign.charCodeAt(0)) % 65_521;
  return sum % SHARDS.length;
}

export function outbox(table: Table) {
  return {
    /** Messages that are due at an instant, the first `most` of each partition in the order in which they became so. */
    async due(now: Instant, most = DUE_MOST): Promise<Posted[]> {
      const lists = await Promise.all(SHARDS.map((shard) => dueIn(table, shard, { now, most })));
      return lists.flat();
    },

    /** Moves a message to another instant, as it is now; undefined when somebody else has moved it or sent it. */
    async move(before: Posted, after: Omit<Posted, 'message'>): Promise<Posted | undefined> {
      const next = { ...after, message: before.message };
      const writes = [deleteWrite(table, before), putNew(table, itemOf(next))];
      return (await written(table, writes)) ? next : undefined;
    },

    /** Up to which notice those of a course have been told. */
    async toldUpTo(course: string): Promise<number> {
      const Key = keys.told(course);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      if (item === undefined) return 0;
      if (typeof item.upTo !== 'number') throw new CorruptItem(Key);
      return item.upTo;
    },

    /** Begins to tell a course of its notices in a range, which no other message tells of then; undefined when another one does. */
    async begin(posted: Posted, course: string, progress: Progress): Promise<Posted | undefined> {
      const told = {
        Update: {
          TableName: table.name,
          Key: keys.told(course),
          UpdateExpression: 'SET #upTo = :to',
          ConditionExpression: 'attribute_not_exists(#upTo) OR #upTo = :from',
          ExpressionAttributeNames: { '#upTo': 'upTo' },
          ExpressionAttributeValues: { ':from': progress.from, ':to': progress.to },
        },
      };
      const isBegun = await written(table, [told, { Update: progressUpdate(table, posted, progress) }]);
      return isBegun ? { ...posted, progress } : undefined;
    },

    /** Notes how far a message has come, and with `left` the message to somebody whom it could not reach; undefined when somebody else has it. */
    async note(posted: Posted, progress: Progress, left?: Message): Promise<Posted | undefined> {
      const writes: Write[] = [
        { Update: progressUpdate(table, posted, progress) },
        ...(left === undefined ? [] : [outboxPut(table, left)]),
      ];
      return (await written(table, writes)) ? { ...posted, progress } : undefined;
    },

    /** Takes a message out. */
    async drop(posted: Posted): Promise<void> {
      await table.doc.send(new DeleteCommand({ TableName: table.name, Key: keyOf(posted) }));
    },
  };
}

async function dueIn(table: Table, shard: number, { now, most }: { now: Instant; most: number }): Promise<Posted[]> {
  const found: Posted[] = [];
  const range = { PK: keys.posted(shard, '', '').PK, prefix: CENTURY, until: `${now}#${LAST}`, page: most };
  for await (const item of itemsIn(table, { ...range, consistent: true })) {
    found.push(read(item));
    if (found.length === most) break;
  }
  return found;
}

/** Whether all is written; nothing is when the table is no longer as it was read. */
async function written(table: Table, writes: readonly Write[]): Promise<boolean> {
  const refused = await transact(
    table,
    writes.map((write) => ({ write, refused: 'lost' })),
  );
  return refused.length === 0;
}

function keyOf({ message, due }: Posted): { PK: string; SK: string } {
  // Messages to one course stand in one partition, so that the earlier change is told first.
  const name = messageName(message);
  return keys.posted(shardOf('course' in message ? message.course : name), due, name);
}

function itemOf(posted: Posted): object {
  const { message, due, failures, progress } = posted;
  return { ...keyOf(posted), message, due, failures, ...(progress && { progress }) };
}

function deleteWrite(table: Table, posted: Posted): Write {
  return { Delete: { TableName: table.name, Key: keyOf(posted), ConditionExpression: 'attribute_exists(PK)' } };
}

function progressUpdate(table: Table, posted: Posted, progress: Progress) {
  return {
    TableName: table.name,
    Key: keyOf(posted),
    UpdateExpression: 'SET #progress = :progress',
    ConditionExpression: 'attribute_exists(PK)',
    ExpressionAttributeNames: { '#progress': 'progress' },
    ExpressionAttributeValues: { ':progress': progress },
  };
}

function read({ PK, SK, ...posted }: Item): Posted {
  const { message, due, failures, progress } = posted as Partial<Posted>;
  if (typeof message?.kind !== 'string' || typeof due !== 'string' || typeof failures !== 'number') {
    throw new CorruptItem({ PK, SK });
  }
  return { message, due, failures, ...(progress && { progress }) };
}
