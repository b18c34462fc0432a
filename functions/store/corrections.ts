// Corrections of marks at sessions of closed courses: proposed by one person, decided by another. An approval writes its marks and the hours that
// follow from them in its own transaction.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Correction } from '../domain/attendance/corrections.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Commit } from './audit.ts';
import { replaceParts, type StoredEntry } from './hours.ts';
import { keys } from './keys.ts';
import { type Mark, markParts } from './marks.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type TrainingWrite, trainingParts } from './trained.ts';
import { type Part, putNew } from './transactions.ts';

export interface StoredCorrection extends Correction {
  /** The id of the request it was proposed with, and a hash of what that asked for. */
  id: string;
  asked: string;
  session: string;
  person: string;
}

/** What follows from a decision: the marks that are added, the entry that is revoked and the one in its place. */
export interface Effects {
  marks: readonly Mark[];
  revoked?: StoredEntry | undefined;
  next?: StoredEntry | undefined;
  /** What figures are counted from. */
  training?: TrainingWrite | undefined;
}

export function corrections(table: Table, commit: Commit) {
  return {
    async get(session: string, id: string): Promise<StoredCorrection | undefined> {
      const key = keys.correction(session, id);
      const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : read(item as Item);
    },

    async ofSession(session: string): Promise<StoredCorrection[]> {
      const found: StoredCorrection[] = [];
      const range = { PK: keys.door(session).PK, prefix: 'CORRECTION#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(read(item));
      return found;
    },

    /** Puts a proposal; `same`: there is one under this id already. */
    add: (correction: StoredCorrection, entries: readonly AuditEntry[]): Promise<'done' | 'same'> =>
      commit([{ write: putNew(table, itemOf(correction)), refused: 'same' }], entries),

    /** Writes a decision on a proposal with all that follows from it, or nothing. */
    decide(
      correction: StoredCorrection,
      effects: Effects,
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'conflict'> {
      const decided = {
        Put: {
          TableName: table.name,
          Item: itemOf(correction),
          ConditionExpression: '#state = :proposed',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':proposed': 'proposed' },
        },
      };
      const marks = effects.marks.flatMap((mark) => markParts(table, mark));
      const parts: Part<'conflict'>[] = [
        { write: decided, refused: 'conflict' },
        ...marks.map(({ write }) => ({ write, refused: 'conflict' as const })),
        ...replaceParts(table, effects),
        ...(effects.training === undefined ? [] : trainingParts(table, effects.training)),
      ];
      return commit(parts, entries);
    },
  };
}

function itemOf(correction: StoredCorrection) {
  return { ...keys.correction(correction.session, correction.id), ...correction };
}

function read({ PK, SK, ...correction }: Item): StoredCorrection {
  const { id, asked, session, person, state, by, at, why, marks } = correction;
  const isText = [id, asked, session, person, state, by, at, why].every((value) => typeof value === 'string');
  if (!isText || !Array.isArray(marks)) throw new CorruptItem({ PK, SK });
  return correction as unknown as StoredCorrection;
}
