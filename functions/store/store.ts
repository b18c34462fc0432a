// The store: one aggregate a file, put together over one table, for each function as much of it as it needs. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { accounts } from './accounts.ts';
import { attemptAnswers } from './attempt-answers.ts';
import { attemptTraces } from './attempt-traces.ts';
import { attempts } from './attempts.ts';
import { audit, type Commit, commits, type Heads } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { batches } from './batches.ts';
import { calendars } from './calendars.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { completions } from './completions.ts';
import { contacts } from './contacts.ts';
import { corrections } from './corrections.ts';
import { courseSessions } from './course-sessions.ts';
import { courses } from './courses.ts';
import { sha256 } from './digest.ts';
import { doors } from './doors.ts';
import { dueAttempts } from './due-attempts.ts';
import { dueOffers } from './due-offers.ts';
import { enrolments, enrolmentsRead } from './enrolments.ts';
import { entrances } from './entrances.ts';
import { excuses } from './excuses.ts';
import { grants } from './grants.ts';
import { hours } from './hours.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { dueRegrades, keyCorrections, keyCorrectionWrites } from './key-corrections.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { marks } from './marks.ts';
import { mockItems } from './mock-items.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { personCards } from './person-cards.ts';
import { reportDecisions, reportQueue, reportStates } from './report-queue.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { results } from './results.ts';
import { resultsIndex } from './results-index.ts';
import { scans } from './scans.ts';
import { schedule } from './schedule.ts';
import { sessions } from './sessions.ts';
import { setPaperWrites } from './set-paper-writes.ts';
import { setPapers } from './set-papers.ts';
import { statistics } from './statistics.ts';
import { suspicions } from './suspicions.ts';
import type { Table } from './table.ts';
import { tally } from './tally.ts';
import { trainingTraces } from './training-traces.ts';
import { unitWrites } from './unit-writes.ts';
import { units } from './units.ts';
import { watching } from './watching.ts';
import { workers } from './workers.ts';

/** All of it, for the functions that keep people and for the work of one machine. */
export function makeStore(table: Table, hash: Hash = sha256, heads?: Heads) {
  const commit = commits(table, hash, heads);
  return {
    ...accountParts(table, commit),
    audit: { ...audit(table, commit), ...auditCheck(table, hash) },
    corrections: corrections(table, commit),
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

function accountParts(table: Table, commit: Commit) {
  return {
    ...coreParts(table, commit),
    accounts: accounts(table, commit),
    attemptTraces: attemptTraces(table),
    audit: audit(table, commit),
    claims: claims(table, commit),
    contacts: contacts(table),
    trainingTraces: trainingTraces(table),
  };
}

/** For the function of the ledger: what is left for most, the entries that people hand in, and who works where. */
export function makeLedgerStore(table: Table) {
  const commit = commits(table, sha256);
  return { ...coreParts(table, commit), ledgerEntries: ledgerEntries(table, commit), workers: workers(table) };
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

/** What closing an attempt and grading it needs. */
function gradingParts(table: Table) {
  return {
    attempts: attempts(table),
    dueAttempts: dueAttempts(table),
    keyCorrections: keyCorrections(table),
    mockItems: mockItems(table),
    results: results(table),
    setPapers: setPapers(table),
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

/** For the reader of the table's stream, and for recounts of what it counts. */
export function makeTallyStore(table: Table) {
  return {
    changes: changes(table),
    reportQueue: reportQueue(table),
    results: results(table),
    resultsIndex: resultsIndex(table),
    statistics: statistics(table),
    tally: tally(table),
  };
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
    corrections: corrections(table, commit),
    suspicions: suspicions(table, commit),
  };
}

function coreParts(table: Table, commit: Commit) {
  return {
    ...openParts(table, commit),
    batches: batches(table),
    entrances: entrances(table),
    excuses: excuses(table, commit),
    grants: grants(table, commit),
    hours: hours(table),
    invitations: invitations(table, commit),
    marks: marks(table, commit),
    notices: notices(table),
    reports: reports(table),
    requests: requests(table),
    watching: watching(table),
  };
}

/** What answers those who are not signed in. */
export function makeOpenStore(table: Table) {
  return openParts(table, commits(table, sha256));
}

function openParts(table: Table, commit: Commit) {
  return {
    calendars: calendars(table),
    completions: completions(table, commit),
    courseSessions: courseSessions(table),
    courses: courses(table, commit),
    doors: doors(table),
    enrolments: enrolments(table, commit),
    people: people(table, commit),
    scans: scans(table),
    schedule: schedule(table),
    sessions: sessions(table),
    units: units(table),
  };
}

export type AccountStore = ReturnType<typeof makeAccountStore>;
export type Store = ReturnType<typeof makeStore>;
export type CoreStore = ReturnType<typeof makeCoreStore>;
export type JobStore = ReturnType<typeof makeJobStore>;
export type LedgerStore = ReturnType<typeof makeLedgerStore>;
export type TrainerStore = ReturnType<typeof makeTrainerStore>;
export type OpenStore = ReturnType<typeof makeOpenStore>;
export type TallyStore = ReturnType<typeof makeTallyStore>;
export type MockStore = ReturnType<typeof makeMockStore>;
export type ExaminerStore = ReturnType<typeof makeExaminerStore>;
export type GraderStore = ReturnType<typeof makeGraderStore>;
export type GradingStore = ReturnType<typeof gradingParts>;
