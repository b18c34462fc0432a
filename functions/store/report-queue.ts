// The queue of reported questions: what became of each report, and how often a question was reported. A report itself stays where it was written
// (reports.ts): the queue points at it, so that a text that is taken out there stands nowhere else.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { ReportDecision, ReportState } from '../domain/corrections/reports.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { getItems } from './batch-get.ts';
import { sha256 } from './digest.ts';
import { keys } from './keys.ts';
import { mockKeys } from './mock-keys.ts';
import { CENTURY } from './outbox.ts';
import { type Item, itemsIn, type Page, pageOf } from './ranges.ts';
import { type Report, readReport } from './reports.ts';
import { type NewRequest, requestParts } from './requests.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, putAny, putNew, transact, type Write } from './transactions.ts';

/** A report in the queue. */
export interface QueuedReport {
  /** Its own id: those that devices make are unique to a person and a question alone. */
  report: string;
  question: string;
  questionVersion: number;
  /** Where the report stands: who made it, by the id they had then, and the id their device gave it. */
  author: string;
  id: string;
  /** When it was received. */
  at: Instant;
  state: ReportState;
  decisions: readonly ReportDecision[];
  version: number;
}

/** How often a question was reported in all, and in each version. */
export interface Reported {
  question: string;
  all: number;
  versions: ReadonlyMap<number, number>;
}

type Key = Pick<QueuedReport, 'question' | 'report'>;

/** What the tally does with a report that comes by the stream. */
export function reportQueue(table: Table) {
  return {
    /** Takes a report into the queue. Again: the same. */
    async add({ id, question, version, person, receivedAt }: Report): Promise<void> {
      const facts = { question, questionVersion: version, author: person, id, at: receivedAt };
      const queued: QueuedReport = { report: reportId(facts), ...facts, state: 'new', decisions: [], version: 1 };
      const writes = [putNew(table, itemOf(queued)), putAny(table, stateItem(queued)), countUpdate(table, queued)];
      await transact(
        table,
        writes.map((write) => ({ write, refused: 'same' })),
      );
    },
  };
}

/** What reading one's own reports needs. */
export function reportStates(table: Table) {
  return {
    /** What became of some reports, in their order; undefined for one that has not come into the queue yet. */
    async of(reports: readonly Report[]): Promise<(QueuedReport | undefined)[]> {
      const ids = reports.map(({ question, person: author, id }) => reportId({ question, author, id }));
      const items = await getItems(
        table,
        reports.map(({ question }, i) => mockKeys.queuedReport(question, ids[i] ?? '')),
      );
      const byId = new Map(items.map(read).map((queued) => [queued.report, queued]));
      return ids.map((id) => byId.get(id));
    },
  };
}

/** The queue as those see it who decide. */
export function reportDecisions(table: Table, commit: Commit) {
  return {
    async get({ question, report }: Key): Promise<QueuedReport | undefined> {
      const Key = mockKeys.queuedReport(question, report);
      const { Item: item } = await table.doc.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));
      return item === undefined ? undefined : read(item as Item);
    },

    /** Those in a state, the oldest first, with what each says; `cursor` is the `next` of the page before. */
    async list(
      state: ReportState,
      { cursor, limit }: { cursor?: string; limit: number },
    ): Promise<Page<{ queued: QueuedReport; report: Report }>> {
      const range = { PK: mockKeys.reportInState(state, NOWHERE).PK, prefix: CENTURY, after: cursor, limit };
      const { found: pointers, ...rest } = await pageOf(table, range, pointerIn);
      const queued = await getItems(
        table,
        pointers.map(({ question, report }) => mockKeys.queuedReport(question, report)),
      );
      const byReport = new Map(queued.map(read).map((one) => [one.report, one]));
      const entries = pointers.map(({ report }) => byReport.get(report)).filter((one) => one !== undefined);
      const texts = await getItems(
        table,
        entries.map(({ question, author, id }) => keys.report(question, author, id)),
      );
      const said = new Map(texts.map((item) => [`${item.PK} ${item.SK}`, readReport(item)]));
      const found = entries.flatMap((one) => {
        const { PK, SK } = keys.report(one.question, one.author, one.id);
        const report = said.get(`${PK} ${SK}`);
        return report === undefined ? [] : [{ queued: one, report }];
      });
      return { found, ...rest };
    },

    /** Writes a decision on the version that was read. */
    decide(
      before: QueuedReport,
      { decision, request }: { decision: ReportDecision; request: NewRequest },
      entries: readonly AuditEntry[],
    ): Promise<'done' | 'request-used' | 'conflict'> {
      const decisions = [...before.decisions, decision];
      const after = { ...before, state: decision.state, decisions, version: before.version + 1 };
      const { PK, SK } = stateItem(before);
      const writes = [
        replacing(table, before, after),
        { Delete: { TableName: table.name, Key: { PK, SK } } },
        putAny(table, stateItem(after)),
      ];
      const parts: Part<'request-used' | 'conflict'>[] = [
        ...requestParts(table, request),
        ...writes.map((write) => ({ write, refused: 'conflict' as const })),
      ];
      return commit(parts, entries);
    },

    /** How often questions were reported whose ids lie from one to another, both included. */
    async counts(from: string, to: string): Promise<Map<string, Reported>> {
      const found = new Map<string, Reported>();
      const [{ PK }, first, last] = [mockKeys.reported(''), mockKeys.reported(from).SK, mockKeys.reported(to).SK];
      // A key just below the first: the range begins after it.
      const range = { PK, prefix: 'QUESTION#', after: first.slice(0, -1), until: last };
      for await (const item of itemsIn(table, range)) {
        const reported = reportedIn(item);
        if (reported.question >= from) found.set(reported.question, reported);
      }
      return found;
    },
  };
}

const NOWHERE = { at: '', question: '', report: '' };

/** The id of a report in the queue. */
function reportId({ question, author, id }: Pick<QueuedReport, 'question' | 'author' | 'id'>): string {
  return sha256(`${question}#${author}#${id}`).slice(0, 22);
}

function itemOf(queued: QueuedReport) {
  return { ...mockKeys.queuedReport(queued.question, queued.report), ...queued };
}

function stateItem({ state, at, question, report }: QueuedReport) {
  return { ...mockKeys.reportInState(state, { at, question, report }), question, report };
}

function countUpdate(table: Table, { question, questionVersion }: QueuedReport): Write {
  return {
    Update: {
      TableName: table.name,
      Key: mockKeys.reported(question),
      UpdateExpression: 'ADD #all :one, #version :one',
      ExpressionAttributeNames: { '#all': 'all', '#version': `v${questionVersion}` },
      ExpressionAttributeValues: { ':one': 1 },
    },
  };
}

function replacing(table: Table, before: QueuedReport, after: QueuedReport): Write {
  return {
    Put: {
      TableName: table.name,
      Item: itemOf(after),
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': before.version },
    },
  };
}

function pointerIn({ PK, SK, question, report }: Item): Key {
  if (typeof question !== 'string' || typeof report !== 'string') throw new CorruptItem({ PK, SK });
  return { question, report };
}

function reportedIn({ PK, SK, all, ...rest }: Item): Reported {
  if (typeof all !== 'number') throw new CorruptItem({ PK, SK });
  const versions = Object.entries(rest).map(([name, count]) => [Number(name.slice(1)), Number(count)] as const);
  return { question: SK.slice(mockKeys.reported('').SK.length), all, versions: new Map(versions) };
}

function read({ PK, SK, ...queued }: Item): QueuedReport {
  const { report, question, author, id, at, state } = queued;
  const isText = [report, question, author, id, at, state].every((value) => typeof value === 'string');
  const isCounted = [queued.questionVersion, queued.version].every((value) => typeof value === 'number');
  if (!isText || !isCounted || !Array.isArray(queued.decisions)) throw new CorruptItem({ PK, SK });
  return queued as unknown as QueuedReport;
}
