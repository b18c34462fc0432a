// What is deployed: every function once, with what it may touch and who is hurt when it fails. The stack and the local server both read this.
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

/** Which records are handed over: those of items whose keys begin and end so. */
export interface StreamFilter {
  partition: { prefix: string };
  sort: { prefix: string } | { suffix: string };
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

export const manifest: FunctionEntry[] = [
  {
    name: 'public',
    file: 'functions/entry/public.ts',
    audience: 'public',
    memoryMb: 512,
    // A cold callback asks the provider twice, for its metadata and for the tokens, up to 5 s each.
    timeoutSeconds: 20,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query'],
    identity: true,
    seals: false,
    errorImpact:
      'Nobody can sign in or out, or see the schedule of training. Practice goes on from the cache; answers wait on the device.',
  },
  {
    name: 'candidate',
    file: 'functions/entry/candidate.ts',
    audience: 'candidate',
    memoryMb: 512,
    timeoutSeconds: 10,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    errorImpact:
      'Answers are not synced between devices; they wait on the device and are sent later. Reports of questions wait too. Nobody can enrol in training.',
  },
  {
    name: 'account',
    file: 'functions/entry/account.ts',
    audience: 'account',
    memoryMb: 512,
    // A deletion goes through a whole journal, batch by batch.
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'Nobody can see, correct, export or delete what is kept of them, nor claim their record. Practice and the work of staff go on.',
  },
  {
    name: 'staff',
    file: 'functions/entry/staff.ts',
    audience: 'staff',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'Stations and bureaus cannot see or keep their units, people and roles, nor read the audit. Candidates practise on.',
  },
  {
    name: 'trainer',
    file: 'functions/entry/trainer.ts',
    audience: 'trainer',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    errorImpact:
      'Trainers cannot plan or run training: no course is published, no door opens. People enrol and practise on.',
  },
  {
    name: 'ledger',
    file: 'functions/entry/ledger.ts',
    audience: 'ledger',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'Query', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    errorImpact:
      'Nobody can see or add to the ledger of continuing education, nor decide about its hours. Training, its hours and practice go on.',
  },
  {
    name: 'documents',
    file: 'functions/entry/documents.ts',
    files: ['Regular', 'Bold'].map((weight) => `node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`),
    audience: 'documents',
    // Two fonts of 8 MB each are opened for a paper, and cut down to what is printed.
    memoryMb: 1024,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'Query', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'No certificate of completion is issued, revoked or printed. Those that are issued can still be verified.',
  },
  {
    name: 'jobs',
    file: 'functions/entry/jobs.ts',
    everyMinutes: 1,
    memoryMb: 512,
    // A run stops by itself after 40 s; what is under way then is finished.
    timeoutSeconds: 60,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    mails: true,
    errorImpact:
      'Mail is late or refused: nobody is told of changed training, no address can be confirmed. Freed seats go on only when somebody looks.',
  },
  {
    name: 'mock',
    file: 'functions/entry/mock.ts',
    mockBank: true,
    audience: 'mock',
    memoryMb: 512,
    // The first start of a process keeps the items of its subject.
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'Nobody can start, save or hand in a mock paper; answers wait on the device and count if they arrive within the grace. Practice goes on.',
  },
  {
    name: 'examiner',
    file: 'functions/entry/examiner.ts',
    mockBank: true,
    audience: 'examiner',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    errorImpact:
      'Nobody can set, watch or mark papers, read statistics or correct a key. Whoever sits a paper goes on and is graded.',
  },
  {
    name: 'grader',
    file: 'functions/entry/grader.ts',
    mockBank: true,
    everyMinutes: 1,
    memoryMb: 512,
    // A run stops by itself; what is under way then is finished.
    timeoutSeconds: 60,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    mails: false,
    errorImpact:
      'Mock papers that nobody looks at do not close by themselves: boards and rankings wait for them. No answer is lost; whoever looks at an attempt closes it.',
  },
  {
    name: 'tally',
    file: 'functions/entry/tally.ts',
    memoryMb: 512,
    timeoutSeconds: 60,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    stream: {
      rights: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
      filters: [
        { partition: { prefix: 'ATTEMPTS#' }, sort: { suffix: '#RESULT' } },
        { partition: { prefix: 'QUESTION#' }, sort: { prefix: 'REPORT#' } },
      ],
      batch: 100,
      gatherSeconds: 5,
      retries: 20,
    },
    errorImpact:
      'Item statistics, the list of results and the queue of reported questions stand still: examiners see old figures, a regrade misses new results. Papers are sat and scored all the same. The log of tally names what was not counted; CONTRIBUTING says how it is counted again.',
  },
];

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
  return filters.some(({ partition, sort }) => {
    const fits = 'prefix' in sort ? SK.startsWith(sort.prefix) : SK.endsWith(sort.suffix);
    return PK.startsWith(partition.prefix) && fits;
  });
}
