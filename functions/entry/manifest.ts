// What is deployed: every function once, with what it may touch and who is hurt when it fails. The stack and the local server both read this.
import type { FunctionEntry } from './function-entry.ts';

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
    name: 'exams',
    file: 'functions/entry/exams.ts',
    audience: 'exams',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'Nobody can see or keep exam records, import results or check who may sit. What was recorded stays; practice and training go on.',
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
    name: 'bureau',
    file: 'functions/entry/bureau.ts',
    audience: 'bureau',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: true,
    errorImpact:
      'Bureaus cannot see figures, sign or send reports. What is counted goes on being counted; nothing is lost.',
  },
  {
    name: 'open',
    file: 'functions/entry/open.ts',
    audience: 'open',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem'],
    identity: false,
    seals: false,
    errorImpact: 'Programs with a key read no figures and no reports. Everybody else goes on.',
  },
  {
    name: 'station',
    file: 'functions/entry/station.ts',
    audience: 'station',
    memoryMb: 512,
    timeoutSeconds: 29,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    errorImpact:
      'Stations cannot write down their work, nor be appraised; nobody can apply for subsidies or decide about them. What is counted stays.',
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
    name: 'reckoner',
    file: 'functions/entry/reckoner.ts',
    everyMinutes: 1,
    // The nightly recount holds the figures of three thousand units at a time.
    memoryMb: 1024,
    timeoutSeconds: 900,
    tableRights: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query', 'UpdateItem', 'ConditionCheckItem'],
    identity: false,
    seals: false,
    mails: false,
    errorImpact:
      'After a change of the tree figures stay in the old boundaries, and no figure is checked against its facts at night. New facts are counted all the same.',
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
        // What figures are counted from; what of these partitions is no fact is passed over.
        { partition: { prefix: 'EXAMS#' } },
        { partition: { prefix: 'TRAINED#' } },
        { partition: { prefix: 'HELD#' } },
        { partition: { prefix: 'SUBSIDIES#' } },
        { partition: { prefix: 'WORK#' } },
        { partition: { prefix: 'UNIT#' }, sort: { prefix: 'UNIT' } },
        { partition: { prefix: 'PERSON#' }, sort: { prefix: 'PERSON' } },
        { partition: { prefix: 'PRACTISED#' } },
        { partition: { prefix: 'JOURNAL#' } },
      ],
      batch: 100,
      gatherSeconds: 5,
      retries: 20,
    },
    errorImpact:
      'Figures of units, item statistics, the list of results and the queue of reported questions stand still: bureaus and examiners see old figures, a regrade misses new results. What people do is kept all the same. The log of tally names what was not counted; CONTRIBUTING says how it is counted again.',
  },
];
