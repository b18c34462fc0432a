// Corrected keys: what holds instead of a question's key, by question and version, read by everybody who grades; every correction ever made; and the
// grading anew that follows from each, written with it. A later correction of the same question takes the place of the one before.
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { KeyCorrection } from '../domain/attempts/result.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Kind, OptionId } from '../domain/questions/question.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { jobPut } from './jobs.ts';
import { LAST } from './keys.ts';
import { mockKeys } from './mock-keys.ts';
import { CENTURY } from './outbox.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putAny, putNew, type Write } from './transactions.ts';

/** A correction with what it was made from. Its id begins with its time, and is also that of the job which grades anew. */
export interface MadeCorrection extends KeyCorrection {
  subject: string;
  kind: Kind;
  /** The key as it was released. */
  released: readonly OptionId[];
  why: string;
  by: string;
  at: Instant;
  /** The correction whose place it takes. */
  replaces?: string;
}

/** A grading anew that is due. */
export interface DueRegrade {
  due: Instant;
  correction: string;
}

/** The kind of the job that grades anew. */
const REGRADE = 'regrade';

/** What everybody reads who grades. */
export function keyCorrections(table: Table) {
  return {
    /** All that hold now; consistent, so that nobody grades by a key that is known to be wrong. */
    async all(): Promise<MadeCorrection[]> {
      const found: MadeCorrection[] = [];
      const range = { PK: mockKeys.keyCorrection('', 0).PK, prefix: 'KEY#', consistent: true };
      for await (const item of itemsIn(table, range)) found.push(readMade(item));
      return found;
    },

    async get(id: string): Promise<MadeCorrection | undefined> {
      const command = new GetCommand({ TableName: table.name, Key: mockKeys.keyCorrected(id), ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readMade(item as Item);
    },
  };
}

/** The list of all corrections, and making one. */
export function keyCorrectionWrites(table: Table, commit: Commit) {
  return {
    /** All ever made, the latest first; `cursor` is the `next` of the page before. */
    list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<MadeCorrection>> {
      const range = { PK: mockKeys.keyCorrected('').PK, prefix: 'MADE#', until: cursor, backwards: true, limit };
      // Reading backwards begins with the last one shown.
      return pageOf(table, range, (item) => (item.SK === cursor ? undefined : readMade(item)));
    },

    /** Makes a correction with its job, or nothing. `conflict`: another one was made since `replaces` was read. */
    make(
      made: MadeCorrection,
      { request, unit }: { request: NewRequest; unit: string },
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'request-used' | 'conflict'> {
      const { id, by, at } = made;
      const job = { id, kind: REGRADE, unit, by, createdAt: at, total: 0 };
      const parts: Part<'request-used' | 'conflict'>[] = [
        ...requestParts(table, request),
        { write: heldPut(table, made), refused: 'conflict' },
        ...[
          putNew(table, { ...mockKeys.keyCorrected(id), ...made }),
          jobPut(table, job),
          putAny(table, dueItem({ due: at, correction: id })),
        ].map((write) => ({ write, refused: 'conflict' as const })),
      ];
      return commit(parts, entries);
    },
  };
}

/** What is to be graded anew, for the timed function. */
export function dueRegrades(table: Table) {
  async function drop({ due, correction }: DueRegrade): Promise<void> {
    const Key = mockKeys.dueRegrade(due, correction);
    await table.doc.send(new DeleteCommand({ TableName: table.name, Key }));
  }

  return {
    drop,

    /** Those that are due at an instant, the first `most`. */
    async list(now: Instant, most: number): Promise<DueRegrade[]> {
      const found: DueRegrade[] = [];
      const range = { PK: mockKeys.dueRegrade('', '').PK, prefix: CENTURY, until: `${now}#${LAST}`, consistent: true };
      for await (const { PK, SK, due, correction } of itemsIn(table, range)) {
        if (typeof due !== 'string' || typeof correction !== 'string') throw new CorruptItem({ PK, SK });
        found.push({ due, correction });
        if (found.length === most) break;
      }
      return found;
    },

    /** Makes one due later. It is there twice rather than not at all: whoever takes it up again finds what is done. */
    async postpone(regrade: DueRegrade, due: Instant): Promise<void> {
      if (regrade.due === due) return;
      await table.doc.send(new PutCommand({ TableName: table.name, Item: dueItem({ ...regrade, due }) }));
      await drop(regrade);
    },
  };
}

function dueItem(regrade: DueRegrade) {
  return { ...mockKeys.dueRegrade(regrade.due, regrade.correction), ...regrade };
}

/** What holds from now on, if nothing else does than what it replaces. */
function heldPut(table: Table, made: MadeCorrection): Write {
  const { question, version, replaces } = made;
  const item = { ...mockKeys.keyCorrection(question, version), ...made };
  if (replaces === undefined) return putNew(table, item);
  return {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: '#id = :replaces',
      ExpressionAttributeNames: { '#id': 'id' },
      ExpressionAttributeValues: { ':replaces': replaces },
    },
  };
}

function readMade({ PK, SK, ...made }: Item): MadeCorrection {
  const { id, question, version, key, credited, subject, kind, why, by, at } = made;
  const isText = [id, question, subject, kind, why, by, at].every((value) => typeof value === 'string');
  const hasKey = credited === true || Array.isArray(key);
  if (!isText || !hasKey || typeof version !== 'number' || !Array.isArray(made.released)) {
    throw new CorruptItem({ PK, SK });
  }
  return made as unknown as MadeCorrection;
}
