// Attempts: a head that says who sits what until when, written on the version that was read, and beside it what was asked, answered and earned.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Attempt } from '../domain/attempts/attempt.ts';
import type { EssayMarks, Result } from '../domain/attempts/result.ts';
import type { ItemRef } from '../domain/papers/set-paper.ts';
import type { Instant } from '../domain/time.ts';
import { readAnswers, readText } from './attempt-answers.ts';
import { getItems } from './batch-get.ts';
import { dueAttemptDelete, dueAttemptMove, dueAttemptPut } from './due-attempts.ts';
import { mockKeys } from './mock-keys.ts';
import type { HeldAnswer, HeldText } from './packed-answers.ts';
import { type Item, itemsIn, pageOf } from './ranges.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { readResult, resultPut, resultReplace } from './results.ts';
import { type Sitter, sitterPut, sitterSums } from './set-papers.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { type Part, putAny, putNew, transact } from './transactions.ts';

/** What belongs to an attempt besides its head. */
export interface Sheet {
  /** What it asks, in order. */
  refs: readonly ItemRef[];
  /** What stands at its questions, and what came too late. */
  answers: readonly HeldAnswer[];
  late: readonly HeldAnswer[];
  texts: readonly HeldText[];
  lateTexts: readonly HeldText[];
  result?: Result;
  marks?: GivenMarks;
}

/** What was given for words so far, by whom and when last. */
export interface GivenMarks {
  marks: EssayMarks;
  by: string;
  at: Instant;
}

export interface Start {
  attempt: Attempt;
  refs: readonly ItemRef[];
  /** The wish it fulfils; missing for what no page has asked for. */
  request?: NewRequest;
  /** Whoever sits a set paper: the item with the attempt, and the version it was read in. */
  sitter?: { after: Sitter; was: number | undefined };
}

export function attempts(table: Table) {
  return {
    /** Somebody's attempt; consistent, for every rule is judged by it. */
    async get(person: string, attempt: string): Promise<Attempt | undefined> {
      const Key = mockKeys.attempt(person, attempt);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      return item === undefined ? undefined : readAttempt(item as Item);
    },

    /** Those of several people that are there, in any order. */
    async getMany(wanted: readonly { person: string; attempt: string }[]): Promise<Attempt[]> {
      const items = await getItems(
        table,
        wanted.map(({ person, attempt }) => mockKeys.attempt(person, attempt)),
      );
      return items.map(readAttempt);
    },

    /** A person's, the newest first; those before one, if one is named. */
    async ofPerson(person: string, limit: number, before?: string): Promise<Attempt[]> {
      const { PK } = mockKeys.attempt(person, '');
      // A range holds its end: the one that is named is read and left out.
      const until = before === undefined ? undefined : mockKeys.attempt(person, before).SK;
      const range = { PK, prefix: 'HEAD#', until, backwards: true, consistent: true };
      const page = await pageOf(table, { ...range, limit: limit + (before === undefined ? 0 : 1) }, readAttempt);
      return page.found.filter(({ id }) => id !== before);
    },

    /** What belongs to an attempt; consistent: an answer that was acknowledged is there. */
    async sheet({ person, id, startedAt }: Pick<Attempt, 'person' | 'id' | 'startedAt'>): Promise<Sheet> {
      const { PK } = mockKeys.attempt(person, id);
      const items: Item[] = [];
      for await (const item of itemsIn(table, { PK, prefix: `${id}#`, consistent: true })) items.push(item);
      return sheetOf(items, startedAt);
    },

    /** How many questions of an open attempt hold an answer, and when the last change came; not consistent, for whoever looks on. */
    async progress({ person, id, startedAt }: Attempt): Promise<{ questions: number; lastAt?: Instant }> {
      const { PK } = mockKeys.attempt(person, id);
      const items: Item[] = [];
      for await (const item of itemsIn(table, { PK, prefix: `${id}#` })) items.push(item);
      const { answers, texts } = sheetOf(items, startedAt);
      const held = [...answers.filter(({ picked }) => picked.length > 0), ...texts.filter(({ text }) => text !== '')];
      const lastAt = [...answers, ...texts].map(({ receivedAt }) => receivedAt).sort();
      const questions = new Set(held.map(({ n }) => n)).size;
      return { questions, ...(lastAt.length === 0 ? {} : { lastAt: lastAt.at(-1) as Instant }) };
    },

    /** Begins an attempt, with everything that says so. */
    start: (start: Start): Promise<('request-used' | 'conflict')[]> => transact(table, startParts(table, start)),

    /** Writes a head on the version before it; a list of due attempts follows. False when it is no longer what was read. */
    async move(before: Attempt, after: Attempt): Promise<boolean> {
      const moves = dueAttemptMove(table, before, after);
      if (moves.length > 0) {
        const parts = [attemptPut(table, after), ...moves.map((write) => ({ write, refused: 'conflict' as const }))];
        return (await transact(table, parts)).length === 0;
      }
      try {
        await table.doc.send(new PutCommand(headPut(table, after)));
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },

    /** The second step of closing: the result, once; the head; the list of due attempts; the paper. `before` is what was read. */
    close: (before: Attempt, after: Attempt, result: Result | undefined): Promise<('closed-already' | 'conflict')[]> =>
      transact(table, [
        ...(result === undefined ? [] : [resultPut(table, result)]),
        attemptPut(table, after),
        { write: dueAttemptDelete(table, before), refused: 'conflict' },
        ...sitterSums(table, after),
      ]),

    /** A result that has changed, with the head and the paper that tell its sum. False when one of them is no longer what was read. */
    remark: async (after: Attempt, result: Result, marks?: GivenMarks): Promise<boolean> =>
      (await transact(table, remarkParts(table, after, { result, marks }))).length === 0,

    /** Notes that its answers stand in the practice journal. */
    async noteJournaled({ person, id }: Pick<Attempt, 'person' | 'id'>): Promise<void> {
      await table.doc.send(
        new UpdateCommand({
          TableName: table.name,
          Key: mockKeys.attempt(person, id),
          // The version goes on: whoever has read the head before must read it again.
          UpdateExpression: 'SET #journaled = :true ADD #version :one',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeNames: { '#journaled': 'journaled', '#version': 'version' },
          ExpressionAttributeValues: { ':true': true, ':one': 1 },
        }),
      );
    },
  };
}

/** The writes that begin an attempt. */
function startParts(table: Table, { attempt, refs, request, sitter }: Start): Part<'request-used' | 'conflict'>[] {
  const { person, id } = attempt;
  const asked = { ...mockKeys.asked(person, id), refs: packRefs(refs) };
  return [
    ...requestParts(table, request),
    ...(sitter === undefined ? [] : [sitterPut(table, sitter.after, sitter.was)]),
    { write: putNew(table, headItem(attempt)), refused: 'conflict' },
    { write: putNew(table, asked), refused: 'conflict' },
    { write: dueAttemptPut(table, attempt), refused: 'conflict' },
  ];
}

/** The writes of a changed result: the result, and where its sum is told. `after` is the head as it was read, with the new sum and the next version. */
export function remarkParts(
  table: Table,
  after: Attempt,
  { result, marks }: { result: Result; marks?: GivenMarks | undefined },
): Part<'conflict'>[] {
  const { person, id } = after;
  return [
    resultReplace(table, result),
    attemptPut(table, after),
    ...sitterSums(table, after),
    ...(marks === undefined
      ? []
      : [{ write: putAny(table, { ...mockKeys.marks(person, id), ...marks }), refused: 'conflict' as const }]),
  ];
}

/** The write of a head on the version before it. */
export function attemptPut(table: Table, attempt: Attempt): Part<'conflict'> {
  return { write: { Put: headPut(table, attempt) }, refused: 'conflict' };
}

function headPut(table: Table, attempt: Attempt) {
  return {
    TableName: table.name,
    Item: headItem(attempt),
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': attempt.version - 1 },
  };
}

function headItem({ person, id, ...facts }: Attempt): Item {
  return { ...mockKeys.attempt(person, id), ...facts };
}

/** A stored head; CorruptItem for what is none. */
function readAttempt({ PK, SK, ...facts }: Item): Attempt {
  const { subject, form, blueprint, mode, startedAt, deadline, state, profile, holder } = facts;
  const { questions, graceMs, pausedMs, version } = facts;
  const texts = [subject, form, blueprint, mode, startedAt, deadline, state, profile];
  const numbers = [questions, graceMs, pausedMs, version];
  const isWhole = texts.every((it) => typeof it === 'string') && numbers.every((it) => typeof it === 'number');
  if (!isWhole || typeof holder !== 'object') throw new CorruptItem({ PK, SK });
  return { person: PK.slice('ATTEMPTS#'.length), id: SK.slice('HEAD#'.length), ...facts } as unknown as Attempt;
}

function sheetOf(items: readonly Item[], startedAt: string): Sheet {
  const of = (kind: string) => items.filter(({ SK }) => SK.split('#')[1] === kind);
  const [asked] = of('ASKED');
  const [result] = of('RESULT');
  const [marks] = of('MARKS');
  return {
    refs: asked === undefined ? [] : readRefs(asked),
    answers: of('ANSWERS').flatMap((item) => readAnswers(item, startedAt)),
    late: of('LATE').flatMap((item) => readAnswers(item, startedAt)),
    texts: of('TEXT').map(readText),
    lateTexts: of('WORDS').map(readText),
    ...(result === undefined ? {} : { result: readResult(result) }),
    ...(marks === undefined ? {} : { marks: readMarks(marks) }),
  };
}

function readMarks({ PK, SK, marks, by, at }: Item): GivenMarks {
  if (typeof marks !== 'object' || typeof by !== 'string' || typeof at !== 'string') throw new CorruptItem({ PK, SK });
  return { marks: marks as EssayMarks, by, at };
}

/** `id`, or `id.version` where that is not the first. */
function packRefs(refs: readonly ItemRef[]): string {
  return refs.map(({ id, version }) => (version === 1 ? id : `${id}.${version}`)).join(' ');
}

function readRefs({ PK, SK, refs }: Item): ItemRef[] {
  if (typeof refs !== 'string') throw new CorruptItem({ PK, SK });
  return refs.split(' ').map((ref) => {
    const [id = '', version = '1'] = ref.split('.');
    return { id, version: Number(version) };
  });
}
