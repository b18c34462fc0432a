// The store: one aggregate a file, put together over one table, for each function as much of it as it needs. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { accounts } from './accounts.ts';
import { audit, type Commit, commits, type Heads } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { batches } from './batches.ts';
import { calendars } from './calendars.ts';
import { claims } from './claims.ts';
import { completions } from './completions.ts';
import { contacts } from './contacts.ts';
import { corrections } from './corrections.ts';
import { courseSessions } from './course-sessions.ts';
import { courses } from './courses.ts';
import { sha256 } from './digest.ts';
import { doors } from './doors.ts';
import { dueOffers } from './due-offers.ts';
import { enrolments } from './enrolments.ts';
import { entrances } from './entrances.ts';
import { excuses } from './excuses.ts';
import { grants } from './grants.ts';
import { hours } from './hours.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { marks } from './marks.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { scans } from './scans.ts';
import { schedule } from './schedule.ts';
import { sessions } from './sessions.ts';
import { suspicions } from './suspicions.ts';
import type { Table } from './table.ts';
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
