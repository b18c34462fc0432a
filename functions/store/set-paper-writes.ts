// What examiners write of set papers: a paper with the lists that lead to it, extra time, an attempt that is taken back, marks for words. Each on the
// version that was read, with its request and its audit lines, or not at all.
import type { Attempt } from '../domain/attempts/attempt.ts';
import type { Result } from '../domain/attempts/result.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import { attemptPut, type GivenMarks, remarkParts } from './attempts.ts';
import type { Commit } from './audit.ts';
import { dueAttemptDelete, dueAttemptMove } from './due-attempts.ts';
import { mockKeys } from './mock-keys.ts';
import { type Page, pageOf } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { resultReplace } from './results.ts';
import { type Sitter, sitterPut } from './set-papers.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putAny, putNew, type Write } from './transactions.ts';

type Outcome = Promise<'done' | 'request-used' | 'conflict'>;
type Parts = Part<'request-used' | 'conflict'>[];

export interface PaperPut {
  before?: SetPaper | undefined;
  after: SetPaper;
  request: NewRequest;
}

/** Somebody at a paper after a change, and the version that was read; undefined: they were not there. */
export interface SitterChange {
  after: Sitter;
  was: number | undefined;
}

export interface ExtraTime {
  sitter: SitterChange;
  /** The paper, when nobody had so much time before. */
  most?: { paper: string; factor: number } | undefined;
  /** The attempt that goes on for longer. */
  attempt?: { before: Attempt; after: Attempt } | undefined;
  request: NewRequest;
}

export interface Voiding {
  sitter: SitterChange;
  attempt: { before: Attempt; after: Attempt };
  /** The result, as it is kept. */
  result?: Result | undefined;
  request: NewRequest;
}

export interface Marking {
  /** The head as it was read, with the new sum and the next version. */
  attempt: Attempt;
  result: Result;
  /** All marks that hold from now on. */
  given: GivenMarks;
  request: NewRequest;
}

export function setPaperWrites(table: Table, commit: Commit) {
  return {
    /** The papers that a unit has set, the latest opening first; `cursor` is the `next` of the page before. */
    ofUnit(unit: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<string>> {
      const { PK } = mockKeys.paperOfUnit(unit, { opensAt: '', paper: '' });
      const range = { PK, prefix: 'SETPAPER#', until: cursor, backwards: true, limit };
      // Reading backwards begins with the last one shown.
      return pageOf(table, range, ({ SK, paper }) => {
        if (SK === cursor) return undefined;
        if (typeof paper !== 'string') throw new CorruptItem({ PK, SK });
        return paper;
      });
    },

    put: ({ before, after, request }: PaperPut, entries: readonly AuditEntry[]): Outcome =>
      commit([...requestParts(table, request), ...conflicts(paperWrites(table, before, after))], entries),

    extraTime({ sitter, most, attempt, request }: ExtraTime, entries: readonly AuditEntry[]): Outcome {
      const parts: Parts = [
        ...requestParts(table, request),
        sitterPut(table, sitter.after, sitter.was),
        ...conflicts(most === undefined ? [] : [factorMostUpdate(table, most)]),
        ...(attempt === undefined
          ? []
          : [attemptPut(table, attempt.after), ...conflicts(dueAttemptMove(table, attempt.before, attempt.after))]),
      ];
      return commit(parts, entries);
    },

    voidAttempt({ sitter, attempt, result, request }: Voiding, entries: readonly AuditEntry[]): Outcome {
      const parts: Parts = [
        ...requestParts(table, request),
        sitterPut(table, sitter.after, sitter.was),
        attemptPut(table, attempt.after),
        ...conflicts([dueAttemptDelete(table, attempt.before)]),
        ...(result === undefined ? [] : [resultReplace(table, result)]),
      ];
      return commit(parts, entries);
    },

    mark({ attempt, result, given, request }: Marking, entries: readonly AuditEntry[]): Outcome {
      const parts: Parts = [...requestParts(table, request), ...remarkParts(table, attempt, { result, marks: given })];
      return commit(parts, entries);
    },
  };
}

/** The paper on the version before it, and where its group and its unit find it. */
function paperWrites(table: Table, before: SetPaper | undefined, after: SetPaper): Write[] {
  const item = { ...mockKeys.paper(after.id), ...after };
  const lists = before === undefined ? [] : listKeys(before);
  const kept = new Set(listKeys(after).map(nameOf));
  const gone = lists.filter((key) => !kept.has(nameOf(key)));
  const write: Write =
    before === undefined
      ? putNew(table, item)
      : {
          Put: {
            TableName: table.name,
            Item: item,
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': before.version },
          },
        };
  return [
    write,
    ...gone.map((Key) => ({ Delete: { TableName: table.name, Key } })),
    ...listKeys(after).map((key) => putAny(table, { ...key, paper: after.id })),
  ];
}

function listKeys({ id: paper, unit, group, opensAt }: SetPaper) {
  return [
    mockKeys.paperOfGroup(group.kind, group.id, { opensAt, paper }),
    mockKeys.paperOfUnit(unit, { opensAt, paper }),
  ];
}

function nameOf({ PK, SK }: { PK: string; SK: string }): string {
  return `${PK} ${SK}`;
}

/** The version goes on: whoever changes the paper must have read it. */
function factorMostUpdate(table: Table, { paper, factor }: { paper: string; factor: number }): Write {
  return {
    Update: {
      TableName: table.name,
      Key: mockKeys.paper(paper),
      UpdateExpression: 'SET #most = :factor ADD #version :one',
      ConditionExpression: '#most < :factor',
      ExpressionAttributeNames: { '#most': 'factorMost', '#version': 'version' },
      ExpressionAttributeValues: { ':factor': factor, ':one': 1 },
    },
  };
}

function conflicts(writes: readonly Write[]): Part<'conflict'>[] {
  return writes.map((write) => ({ write, refused: 'conflict' }));
}
