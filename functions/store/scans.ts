// Scans before sign-in, each good for one mark, and how often somebody has typed a code: both small, both gone after their time.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Ticket, ticketUntil } from '../domain/door/tickets.ts';
import { type Instant, msOf } from '../domain/time.ts';
import { keys } from './keys.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

/** How long an item outlives its use, in seconds: whoever comes late is told that it is late, not that it never was. */
const AFTERWARDS_S = 3600;

export function scans(table: Table) {
  return {
    async put(id: string, ticket: Ticket): Promise<void> {
      const ttl = Math.ceil(msOf(ticketUntil(ticket)) / 1000) + AFTERWARDS_S;
      const Item = { ...keys.scan(ticket.session, id), ...ticket, ttl };
      const ConditionExpression = 'attribute_not_exists(PK)';
      await table.doc.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
    },

    /** A scan that is not used up; the caller has the clock, and asks whether it is late. */
    async get(session: string, id: string): Promise<Ticket | undefined> {
      const key = keys.scan(session, id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      if (item === undefined) return undefined;
      const { kind, step, at, device } = item;
      if ([kind, at, device].some((v) => typeof v !== 'string') || typeof step !== 'number') throw new CorruptItem(key);
      return { session, kind, step, at, device };
    },

    /** Counts a typed code before it is looked at, so that many at once gain nothing; false when the minute has no try left. */
    async countTry(person: string, now: Instant, most: number): Promise<boolean> {
      const minute = Math.floor(msOf(now) / 60_000);
      const update = new UpdateCommand({
        TableName: table.name,
        Key: keys.tries(person, minute),
        UpdateExpression: 'ADD #tries :one SET #ttl = :ttl',
        ConditionExpression: 'attribute_not_exists(#tries) OR #tries < :most',
        ExpressionAttributeNames: { '#tries': 'tries', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':one': 1, ':most': most, ':ttl': (minute + 1) * 60 + AFTERWARDS_S },
      });
      try {
        await table.doc.send(update);
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
  };
}
