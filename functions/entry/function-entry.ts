// What the manifest says of a function: how it is started, what it may touch, and which of the table's changes it is handed.
import type { Audience } from '../contract/routes.ts';

/** A right on the table, as the IAM action is called without `dynamodb:`. */
export type TableRight =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'DeleteItem'
  | 'Query'
  | 'UpdateItem'
  | 'ConditionCheckItem';

interface Entry {
  name: string;
  /** The entry file, from the project's root. */
  file: string;
  /** Files that lie beside the bundle, from the project's root. */
  files?: string[];
  /** Whether it asks items of mock papers, and so gets the mock bank beside its bundle, as `mock/`. */
  mockBank?: true;
  memoryMb: number;
  timeoutSeconds: number;
  tableRights: TableRight[];
  /** Whether it speaks to the identity provider, and so gets its address and client. */
  identity: boolean;
  /** Whether it seals and opens personal data, and so gets the key. */
  seals: boolean;
  /** Who is hurt, and how, when it fails: the alarm says this. */
  errorImpact: string;
}

/** Answers the requests of an audience. */
export interface AnsweringEntry extends Entry {
  audience: Audience;
}

/** Is started by a timer. It works on what lies in the table, so that a run that was missed is made up for by the next. */
export interface TimedEntry extends Entry {
  everyMinutes: number;
  /** Whether it sends mail, and so gets the way and the address. */
  mails: boolean;
}

/** A right on the table's stream, as the IAM action is called without `dynamodb:`. */
export type StreamRight = 'DescribeStream' | 'GetRecords' | 'GetShardIterator' | 'ListStreams';

/**
 * Which records are handed over: those of items whose keys begin and end so; without `sort` all of such partitions. AWS takes five patterns: filters with
 * the same `sort` are one.
 */
export interface StreamFilter {
  partition: { prefix: string };
  sort?: { prefix: string } | { suffix: string };
}

/** Is handed the changes of the table, in the order of each item. What it cannot read goes to a queue of dead letters after some times. */
export interface StreamedEntry extends Entry {
  stream: {
    rights: StreamRight[];
    filters: StreamFilter[];
    /** Records of a batch, and for how long they are gathered: fewer batches write each counter less often. */
    batch: number;
    gatherSeconds: number;
    /** How often a batch comes again after a failure, cut in halves each time; the waits between grow. */
    retries: number;
  };
}

export type FunctionEntry = AnsweringEntry | TimedEntry | StreamedEntry;

/** Whether a function answers requests. */
export function isAnswering(entry: FunctionEntry): entry is AnsweringEntry {
  return 'audience' in entry;
}

/** Whether a function is started by a timer. */
export function isTimed(entry: FunctionEntry): entry is TimedEntry {
  return 'everyMinutes' in entry;
}

/** Whether a function is handed the table's changes. */
export function isStreamed(entry: FunctionEntry): entry is StreamedEntry {
  return 'stream' in entry;
}

/** Whether a record of the stream, by its item's keys, is handed over under these filters. */
export function isHandedOver(filters: readonly StreamFilter[], { PK, SK }: { PK: string; SK: string }): boolean {
  return filters.some(({ partition, sort = { prefix: '' } }) => {
    const fits = 'prefix' in sort ? SK.startsWith(sort.prefix) : SK.endsWith(sort.suffix);
    return PK.startsWith(partition.prefix) && fits;
  });
}
