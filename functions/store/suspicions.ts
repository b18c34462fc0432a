// What humans have decided about signs that somebody signed for another: one item for each sign, with what it was, for its marks may be taken back
// and the sign be seen no more. Its past is kept in it, because a decision is a fact.
import type { Suspicion } from '../domain/attendance/suspicion.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew } from './transactions.ts';

export interface DecidedSuspicion {
  /** The sign's own id: of its kind and its marks. */
  id: string;
  session: string;
  person: string;
  sign: Suspicion;
  /** First to last: by whom, when, why. */
  steps: readonly SuspicionStep[];
  version: number;
}

export interface SuspicionStep {
  decision: 'confirmed' | 'dismissed';
  by: string;
  at: Instant;
  why: string;
}

export function suspicions(table: Table, commit: Commit) {
  return {
    async ofSession(session: string): Promise<DecidedSuspicion[]> {
      const found: DecidedSuspicion[] = [];
      const range = { PK: keys.door(session).PK, prefix: 'SUSPICION#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(read(item));
      return found;
    },

    /** Writes a decision on the version that was read; version 1 is the first one. */
    put: (decided: DecidedSuspicion, entries: readonly AuditEntry[]): Promise<'done' | 'conflict'> =>
      commit([partOf(table, decided)], entries),
  };
}

function partOf(table: Table, decided: DecidedSuspicion): Part<'conflict'> {
  const Item = { ...keys.suspicion(decided.session, decided.id), ...decided };
  if (decided.version === 1) return { write: putNew(table, Item), refused: 'conflict' };
  const onVersion = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': decided.version - 1 },
  };
  return { write: { Put: { TableName: table.name, Item, ...onVersion } }, refused: 'conflict' };
}

function read({ PK, SK, ...decided }: Item): DecidedSuspicion {
  const { id, session, person, sign, steps, version } = decided;
  const isText = [id, session, person].every((value) => typeof value === 'string');
  if (!isText || typeof sign !== 'object' || !Array.isArray(steps) || typeof version !== 'number') {
    throw new CorruptItem({ PK, SK });
  }
  return decided as unknown as DecidedSuspicion;
}
