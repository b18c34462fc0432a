// Jobs: work too long for a request, done in slices. Whoever works on one holds a lease; each slice moves the job on from the version it was read at,
// together with what became of its lines, so that after a crash the next worker goes on where the last slice ended.
import { GetCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Instant } from '../domain/time.ts';
import type { Commit } from './audit.ts';
import { keys } from './keys.ts';
import { type Item, type Page, pageOf } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';
import { putAny, putNew, transact, type Write } from './transactions.ts';

export interface Job {
  id: string;
  kind: string;
  unit: string;
  /** Who asked for it. */
  by: string;
  createdAt: Instant;
  state: 'queued' | 'running' | 'done' | 'failed';
  /** Lines to do, and done. */
  total: number;
  done: number;
  /** How many lines came out how: `{ added: 493, refused: 7 }`. */
  counts: Readonly<Record<string, number>>;
  /** Where the next slice begins, for work that is found as it is done; and when it is all looked through once more. */
  cursor?: string;
  againAt?: Instant;
  /** Who works on it, and until when nobody else may. */
  holder?: string;
  leaseUntil?: Instant;
  version: number;
}

/** What became of a line: a code for the page to put into words, and which field it is about. Never what stood in it. */
export interface JobLine {
  line: number;
  outcome: string;
  field?: string;
  /** The thing that was made or found. */
  thing?: string;
  /** Of a result that was graded anew: whose, of which attempt and set paper, and its half-points before and after. */
  person?: string;
  attempt?: string;
  paper?: string;
  before?: number;
  after?: number;
}

/** A slice that is done. Missing `state`: there is more to do, and the lease goes on until `leaseUntil`. */
export interface Slice {
  done: number;
  counts: Readonly<Record<string, number>>;
  lines: readonly JobLine[];
  leaseUntil: Instant;
  cursor?: string;
  againAt?: Instant;
  state?: 'done' | 'failed';
}

export type NewJob = Pick<Job, 'id' | 'kind' | 'unit' | 'by' | 'createdAt' | 'total'>;

export function jobs(table: Table, commit: Commit) {
  return {
    /** A job; consistent, because its progress is asked for right after each slice. */
    async get(id: string): Promise<Job | undefined> {
      const command = new GetCommand({ TableName: table.name, Key: keys.job(id), ConsistentRead: true });
      const { Item: item } = await table.doc.send(command);
      return item === undefined ? undefined : readJob(item as Item);
    },

    /** Queues a job. `same`: there is one with this id already. */
    add: (job: NewJob, entries: readonly AuditEntry[]): Promise<'done' | 'same'> =>
      commit([{ write: jobPut(table, job), refused: 'same' }], entries),

    /** Takes the lease of a job that nobody holds at `now`; undefined when somebody does, or when it is over or unknown. */
    async claim(id: string, lease: { holder: string; now: Instant; until: Instant }): Promise<Job | undefined> {
      try {
        const { Attributes: item } = await table.doc.send(new UpdateCommand(claimInput(table, id, lease)));
        return readJob(item as Item);
      } catch (error) {
        if (isConditionFailed(error)) return undefined;
        throw error;
      }
    },

    /** Writes a slice and what became of its lines; undefined when the lease was lost and somebody else has moved the job on. */
    async advance(job: Job, { lines, ...slice }: Slice): Promise<Job | undefined> {
      const next: Job = { ...job, ...slice, state: slice.state ?? 'running', version: job.version + 1 };
      const move = {
        Put: {
          TableName: table.name,
          Item: { ...keys.job(job.id), ...next },
          ConditionExpression: '#version = :version AND #state = :running',
          ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
          ExpressionAttributeValues: { ':version': job.version, ':running': 'running' },
        },
      };
      const writes = lines.map((line) => putAny(table, { ...keys.jobLine(job.id, line.line), ...line }));
      const refused = await transact(
        table,
        [move, ...writes].map((write) => ({ write, refused: 'lost' })),
      );
      return refused.length === 0 ? next : undefined;
    },

    /** What became of the lines, in their order; `cursor` is the `next` of the page before. */
    lines(id: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<JobLine>> {
      return pageOf(table, { PK: keys.job(id).PK, prefix: 'LINE#', after: cursor, limit }, readLine);
    },
  };
}

/** The write of a new job, for the transaction of what it follows from. */
export function jobPut(table: Table, job: NewJob): Write {
  return putNew(table, { ...keys.job(job.id), ...job, state: 'queued', done: 0, counts: {}, version: 1 });
}

function claimInput(
  table: Table,
  id: string,
  { holder, now, until }: { holder: string; now: Instant; until: Instant },
): UpdateCommandInput {
  return {
    TableName: table.name,
    Key: keys.job(id),
    UpdateExpression: 'SET #state = :running, #holder = :holder, #until = :until ADD #version :one',
    ConditionExpression: '#state = :queued OR (#state = :running AND #until <= :now)',
    ExpressionAttributeNames: {
      '#state': 'state',
      '#holder': 'holder',
      '#until': 'leaseUntil',
      '#version': 'version',
    },
    ExpressionAttributeValues: {
      ':queued': 'queued',
      ':running': 'running',
      ':holder': holder,
      ':until': until,
      ':now': now,
      ':one': 1,
    },
    ReturnValues: 'ALL_NEW',
  };
}

function readJob({ PK, SK, ...job }: Item): Job {
  const isText = [job.id, job.kind, job.unit, job.by, job.state].every((value) => typeof value === 'string');
  const isCounted = [job.total, job.done, job.version].every((value) => typeof value === 'number');
  if (!isText || !isCounted || typeof job.counts !== 'object') throw new CorruptItem({ PK, SK });
  return job as unknown as Job;
}

function readLine({ PK, SK, ...line }: Item): JobLine {
  if (typeof line.line !== 'number' || typeof line.outcome !== 'string') throw new CorruptItem({ PK, SK });
  return line as unknown as JobLine;
}
