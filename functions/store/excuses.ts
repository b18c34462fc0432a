// Leave from a training session (请假): asked for by the person, granted or refused by whoever runs the door. One for each person and session;
// its past is kept in it, because a decision is a fact too.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

export interface Excuse {
  session: string;
  person: string;
  state: 'asked' | 'granted' | 'refused' | 'taken-back';
  /** What has happened, first to last: by whom, when, why. */
  steps: readonly ExcuseStep[];
  version: number;
}

export interface ExcuseStep {
  state: Excuse['state'];
  by: string;
  at: Instant;
  why: string;
}

export function excuses(table: Table, commit: Commit) {
  return {
    async get(session: string, person: string): Promise<Excuse | undefined> {
      const key = keys.excuse(session, person);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readExcuse(item as Item);
    },

    async ofSession(session: string): Promise<Excuse[]> {
      const found: Excuse[] = [];
      const range = { PK: keys.door(session).PK, prefix: 'EXCUSE#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(readExcuse(item));
      return found;
    },

    /** Writes a leave on the version that was read; version 1 is a new one. */
    put: (excuse: Excuse, entries: readonly AuditEntry[]): Promise<'done' | 'conflict'> =>
      commit([partOf(table, excuse)], entries),
  };
}

function partOf(table: Table, excuse: Excuse): Part<'conflict'> {
  const Item = { ...keys.excuse(excuse.session, excuse.person), ...excuse };
  if (excuse.version === 1) return { write: putNew(table, Item), refused: 'conflict' };
  const onVersion = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': excuse.version - 1 },
  };
  return { write: { Put: { TableName: table.name, Item, ...onVersion } }, refused: 'conflict' };
}

export function readExcuse({ PK, SK, ...excuse }: Item): Excuse {
  const { session, person, state, steps, version } = excuse;
  const isText = [session, person, state].every((value) => typeof value === 'string');
  if (!isText || !Array.isArray(steps) || typeof version !== 'number') throw new CorruptItem({ PK, SK });
  return excuse as unknown as Excuse;
}
