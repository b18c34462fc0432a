// The store: one aggregate a file, put together over one table, for each function as much of it as it needs. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { apiKeys } from './api-keys.ts';
import { appraisals } from './appraisals.ts';
import { attemptAnswers } from './attempt-answers.ts';
import { audit, commits, type Heads } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { batches } from './batches.ts';
import { bureauReports } from './bureau-reports.ts';
import { changes } from './changes.ts';
import { completions } from './completions.ts';
import { contacts } from './contacts.ts';
import { counters } from './counters.ts';
import { courses } from './courses.ts';
import { sha256 } from './digest.ts';
import { dueOffers } from './due-offers.ts';
import { enrolments, enrolmentsRead } from './enrolments.ts';
import { examRecords } from './exam-records.ts';
import { factHistory } from './fact-history.ts';
import { factPointers } from './fact-pointers.ts';
import { grants } from './grants.ts';
import { jobs } from './jobs.ts';
import { dueRegrades, keyCorrectionWrites } from './key-corrections.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { personCards } from './person-cards.ts';
import { populations } from './populations.ts';
import { practised } from './practised.ts';
import { reckonings } from './reckonings.ts';
import { reportDecisions, reportQueue, reportStates } from './report-queue.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { results } from './results.ts';
import { resultsIndex } from './results-index.ts';
import { sessions } from './sessions.ts';
import { setPaperWrites } from './set-paper-writes.ts';
import type { SourceReader } from './source-readers.ts';
import { statistics } from './statistics.ts';
import { accountParts, coreParts, gradingParts, openParts, trainingParts } from './store-parts.ts';
import { subsidies } from './subsidies.ts';
import { suspicions } from './suspicions.ts';
import type { Table } from './table.ts';
import { tally } from './tally.ts';
import { trained } from './trained.ts';
import { treeChanges } from './tree-changes.ts';
import { unitWrites } from './unit-writes.ts';
import { units } from './units.ts';
import { workRecords } from './work-records.ts';
import { workers } from './workers.ts';

/** All of it, for the functions that keep people and for the work of one machine. */
export function makeStore(table: Table, hash: Hash = sha256, heads?: Heads) {
  const commit = commits(table, hash, heads);
  return {
    ...accountParts(table, commit),
    audit: { ...audit(table, commit), ...auditCheck(table, hash) },
    ...trainingParts(table, commit),
    jobs: jobs(table, commit),
    suspicions: suspicions(table, commit),
    units: { ...units(table), ...unitWrites(table, commit) },
    workers: workers(table),
  };
}

/** For the function of one's own account: what is left for most, and what becomes of a person as a whole. */
export function makeAccountStore(table: Table) {
  return accountParts(table, commits(table, sha256));
}

/** For the function of the ledger: what is left for most, the entries that people hand in, and who works where. */
export function makeLedgerStore(table: Table) {
  const commit = commits(table, sha256);
  return { ...coreParts(table, commit), ledgerEntries: ledgerEntries(table, commit), workers: workers(table) };
}

/** For the function of bureaus: what is left for most, and the figures of units. */
export function makeBureauStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...coreParts(table, commit),
    apiKeys: apiKeys(table, commit),
    bureauReports: bureauReports(table, commit),
    counters: counters(table),
    factHistory: factHistory(table),
    factPointers: factPointers(table),
    personCards: personCards(table),
    populations: populations(table, commit),
    treeChanges: treeChanges(table),
    workers: workers(table),
  };
}

/** For the function of stations: what is left for most, their work, and who works where. */
export function makeStationStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...coreParts(table, commit),
    appraisals: appraisals(table, commit),
    counters: counters(table),
    subsidies: subsidies(table, commit),
    workRecords: workRecords(table, commit),
    workers: workers(table),
  };
}

/** For the function of the exam: what is left for most, the records, and who works where. */
export function makeExamStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...coreParts(table, commit),
    examRecords: examRecords(table, commit),
    personCards: personCards(table),
    trained: trained(table),
    workers: workers(table),
  };
}

/** For the function that no request starts: mails and seats. */
export function makeJobStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    completions: completions(table, commit),
    contacts: contacts(table),
    courses: courses(table, commit),
    dueOffers: dueOffers(table),
    enrolments: enrolments(table, commit),
    notices: notices(table),
    outbox: outbox(table),
  };
}

/** For the function of mock papers: sitting them and what comes of it. */
export function makeMockStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...gradingParts(table),
    attemptAnswers: attemptAnswers(table),
    batches: batches(table),
    enrolments: enrolmentsRead(table),
    grants: grants(table, commit),
    people: people(table, commit),
    reports: reports(table),
    reportStates: reportStates(table),
    requests: requests(table),
    sessions: sessions(table),
    units: units(table),
  };
}

/** For the function of those who set papers, watch and mark them, and look after the questions. */
export function makeExaminerStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...coreParts(table, commit),
    ...gradingParts(table),
    audit: audit(table, commit),
    jobs: jobs(table, commit),
    keyCorrectionWrites: keyCorrectionWrites(table, commit),
    personCards: personCards(table),
    reportDecisions: reportDecisions(table, commit),
    setPaperWrites: setPaperWrites(table, commit),
    statistics: statistics(table),
    workers: workers(table),
  };
}

/** For the function that closes attempts by the clock, and grades anew. */
export function makeGraderStore(table: Table) {
  return {
    ...gradingParts(table),
    dueRegrades: dueRegrades(table),
    jobs: jobs(table, commits(table, sha256)),
    resultsIndex: resultsIndex(table),
  };
}

/** For the reader of the table's stream, and for recounts of what it counts. `readers` of other facts than the product's are for tests. */
export function makeTallyStore(table: Table, readers?: readonly SourceReader[]) {
  return {
    changes: changes(table, readers),
    counters: counters(table),
    factHistory: factHistory(table),
    factPointers: factPointers(table),
    practised: practised(table),
    reportQueue: reportQueue(table),
    results: results(table),
    resultsIndex: resultsIndex(table),
    statistics: statistics(table),
    tally: tally(table),
    treeChanges: treeChanges(table),
    units: units(table),
  };
}

/** For the function that counts anew: what the tree has moved, and, each night, all figures. */
export function makeReckonerStore(table: Table, readers?: readonly SourceReader[]) {
  return { ...makeTallyStore(table, readers), reckonings: reckonings(table) };
}

/** What is left for the functions that make and delete nobody. */
export function makeCoreStore(table: Table) {
  return coreParts(table, commits(table, sha256));
}

/** For the function of those who run training: what is left for most, and what they decide about signs. */
export function makeTrainerStore(table: Table) {
  const commit = commits(table, sha256);
  return {
    ...coreParts(table, commit),
    ...trainingParts(table, commit),
    suspicions: suspicions(table, commit),
  };
}

/** What answers those who are not signed in. */
export function makeOpenStore(table: Table) {
  return openParts(table, commits(table, sha256));
}

export type AccountStore = ReturnType<typeof makeAccountStore>;
export type Store = ReturnType<typeof makeStore>;
export type CoreStore = ReturnType<typeof makeCoreStore>;
export type JobStore = ReturnType<typeof makeJobStore>;
export type BureauStore = ReturnType<typeof makeBureauStore>;
export type StationStore = ReturnType<typeof makeStationStore>;
export type ExamStore = ReturnType<typeof makeExamStore>;
export type LedgerStore = ReturnType<typeof makeLedgerStore>;
export type TrainerStore = ReturnType<typeof makeTrainerStore>;
export type OpenStore = ReturnType<typeof makeOpenStore>;
export type ReckonerStore = ReturnType<typeof makeReckonerStore>;
export type TallyStore = ReturnType<typeof makeTallyStore>;
export type MockStore = ReturnType<typeof makeMockStore>;
export type ExaminerStore = ReturnType<typeof makeExaminerStore>;
export type GraderStore = ReturnType<typeof makeGraderStore>;
export type GradingStore = ReturnType<typeof gradingParts>;
