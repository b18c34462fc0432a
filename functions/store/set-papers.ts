// Set papers as they are read, and who sits them: one item a person, made when they start or are given extra time. Whoever has an attempt there has no
// other; one that was voided makes room. Examiners' writes stand in set-paper-writes.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Attempt, AttemptState, Sum } from '../domain/attempts/attempt.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import type { Instant } from '../domain/time.ts';
import { getItems } from './batch-get.ts';
import { mockKeys } from './mock-keys.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putNew, type Write } from './transactions.ts';

/** Somebody at a set paper. `factor` is their time in percent of the usual. */
export interface Sitter {
  paper: string;
  person: string;
  factor: number;
  /** The attempt that counts; missing before the start, and after it was voided. */
  attempt?: string;
  state?: AttemptState;
  startedAt?: Instant;
  endedAt?: Instant;
  earned?: number;
  possible?: number;
  marking?: Sum['marking'];
  /** A corrected key has changed the marks. */
  regraded?: boolean;
  /** Attempts that were taken back. */
  voided?: readonly { attempt: string; at: Instant; why: string }[];
  version: number;
}

export interface Group {
  kind: 'course' | 'unit';
  id: string;
}

export function setPapers(table: Table) {
  async function getMany(papers: readonly string[]): Promise<SetPaper[]> {
    const items = await getItems(table, [...new Set(papers)].map(mockKeys.paper));
    return items.map(readSetPaper);
  }

  return {
    getMany,

    /** A set paper; consistent, for whether one may start is judged by it. */
    async get(paper: string): Promise<SetPaper | undefined> {
      const Key = mockKeys.paper(paper);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      return item === undefined ? undefined : readSetPaper(item as Item);
    },

    /** A set paper and whoever wants to sit it, in one request. */
    async entrance(paper: string, person: string): Promise<{ paper?: SetPaper; sitter?: Sitter }> {
      const items = await getItems(table, [mockKeys.paper(paper), mockKeys.sitter(paper, person)]);
      const held = items.find(({ SK }) => SK === mockKeys.paper(paper).SK);
      const own = items.find((item) => item !== held);
      return { ...(held && { paper: readSetPaper(held) }), ...(own && { sitter: readSitter(own) }) };
    },

    /** The papers of a group that open at an instant or later. */
    async ofGroup({ kind, id }: Group, from: Instant): Promise<SetPaper[]> {
      const { PK, SK } = mockKeys.paperOfGroup(kind, id, { opensAt: from, paper: '' });
      const found: string[] = [];
      for await (const item of itemsIn(table, { PK, prefix: 'PAPER#', after: SK })) found.push(paperIn(item));
      return getMany(found);
    },

    /** A person at some papers. */
    async sittersOf(papers: readonly string[], person: string): Promise<Sitter[]> {
      const items = await getItems(
        table,
        [...new Set(papers)].map((paper) => mockKeys.sitter(paper, person)),
      );
      return items.map(readSitter);
    },

    async sitter(paper: string, person: string): Promise<Sitter | undefined> {
      const [item] = await getItems(table, [mockKeys.sitter(paper, person)]);
      return item && readSitter(item);
    },

    /** Those of some people who are at a paper. */
    async sittersAt(paper: string, people: readonly string[]): Promise<Set<string>> {
      const items = await getItems(
        table,
        [...new Set(people)].map((person) => mockKeys.sitter(paper, person)),
      );
      return new Set(items.map((item) => readSitter(item).person));
    },

    /** Those at a paper, by person; `cursor` is the `next` of the page before. */
    sitters(paper: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<Sitter>> {
      const { PK } = mockKeys.paper(paper);
      return pageOf(table, { PK, prefix: 'SITTER#', after: cursor, limit, consistent: true }, readSitter);
    },
  };
}

/** The write of a sitter on the version that was read (undefined: on none). */
export function sitterPut(table: Table, sitter: Sitter, was: number | undefined): Part<'conflict'> {
  const { paper, person, ...facts } = sitter;
  const item = { ...mockKeys.sitter(paper, person), ...facts };
  if (was === undefined) return { write: putNew(table, item), refused: 'conflict' };
  const write: Write = {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: '#version = :was',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':was': was },
    },
  };
  return { write, refused: 'conflict' };
}

/** The write that tells a paper what became of somebody's attempt at it; none for an attempt of one's own. */
export function sitterSums(table: Table, attempt: Attempt): Part<'conflict'>[] {
  const { paper, person, id, state, endedAt, sum } = attempt;
  if (paper === undefined || endedAt === undefined || sum === undefined) return [];
  const write: Write = {
    Update: {
      TableName: table.name,
      Key: mockKeys.sitter(paper, person),
      UpdateExpression:
        'SET #state = :state, #endedAt = :endedAt, #earned = :earned, #possible = :possible, #marking = :marking, #regraded = :regraded ADD #version :one',
      ConditionExpression: '#attempt = :attempt',
      ExpressionAttributeNames: {
        ...{ '#state': 'state', '#endedAt': 'endedAt', '#earned': 'earned', '#possible': 'possible' },
        ...{ '#marking': 'marking', '#regraded': 'regraded', '#version': 'version', '#attempt': 'attempt' },
      },
      ExpressionAttributeValues: {
        ...{ ':state': state, ':endedAt': endedAt, ':earned': sum.earned, ':possible': sum.possible },
        ...{ ':marking': sum.marking, ':regraded': sum.regraded === true, ':one': 1, ':attempt': id },
      },
    },
  };
  return [{ write, refused: 'conflict' }];
}

function paperIn({ PK, SK, paper }: Item): string {
  if (typeof paper !== 'string') throw new CorruptItem({ PK, SK });
  return paper;
}

function readSetPaper({ PK, SK, ...paper }: Item): SetPaper {
  const { id, unit, title, subject, blueprint, opensAt, closesAt, state, minutes, version } = paper;
  const isText = [id, unit, title, subject, blueprint, opensAt, closesAt, state].every((it) => typeof it === 'string');
  if (!isText || !Array.isArray(paper.refs) || typeof minutes !== 'number' || typeof version !== 'number') {
    throw new CorruptItem({ PK, SK });
  }
  return paper as unknown as SetPaper;
}

function readSitter({ PK, SK, ...facts }: Item): Sitter {
  const { factor, version } = facts;
  if (typeof factor !== 'number' || typeof version !== 'number') throw new CorruptItem({ PK, SK });
  return { paper: PK.slice('PAPER#'.length), person: SK.slice('SITTER#'.length), ...facts } as unknown as Sitter;
}
