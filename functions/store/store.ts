// The store: one aggregate a file, put together over one table, for each function as much of it as it needs. `hash` makes the audit chains: SHA-256, or one with a key; for `heads` see `commits`.
import type { Hash } from '../domain/audit/chain.ts';
import { accounts } from './accounts.ts';
import { audit, type Commit, commits, type Heads } from './audit.ts';
import { auditCheck } from './audit-check.ts';
import { batches } from './batches.ts';
import { calendars } from './calendars.ts';
import { claims } from './claims.ts';
import { completions } from './completions.ts';
import { corrections } from './corrections.ts';
import { courseSessions } from './course-sessions.ts';
import { courses } from './courses.ts';
import { sha256 } from './digest.ts';
import { doors } from './doors.ts';
import { enrolments } from './enrolments.ts';
import { excuses } from './excuses.ts';
import { grants } from './grants.ts';
import { hours } from './hours.ts';
import { invitations } from './invitations.ts';
import { jobs } from './jobs.ts';
import { marks } from './marks.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { scans } from './scans.ts';
import { schedule } from './schedule.ts';
import { sessions } from './sessions.ts';
import type { Table } from './table.ts';
import { trainingTraces } from './training-traces.ts';
import { units } from './units.ts';
import { watching } from './watching.ts';
import { workers } from './workers.ts';

/** All of it, for the functions that keep people and for the work of one machine. */
export function makeStore(table: Table, hash: Hash = sha256, heads?: Heads) {
  const commit = commits(table, hash, heads);
  return {
    ...coreParts(table, { commit, hash }),
    accounts: accounts(table, commit),
    claims: claims(table, commit),
    jobs: jobs(table, commit),
    trainingTraces: trainingTraces(table),
  };
}

/** What is left for the functions that make and delete nobody. */
export function makeCoreStore(table: Table) {
  return coreParts(table, { commit: commits(table, sha256), hash: sha256 });
}

function coreParts(table: Table, { commit, hash }: { commit: Commit; hash: Hash }) {
  return {
    ...openParts(table, commit),
    audit: { ...audit(table, commit), ...auditCheck(table, hash) },
    batches: batches(table),
    corrections: corrections(table, commit),
    excuses: excuses(table, commit),
    grants: grants(table, commit),
    hours: hours(table),
    invitations: invitations(table, commit),
    marks: marks(table, commit),
    notices: notices(table),
    reports: reports(table),
    requests: requests(table),
    watching: watching(table),
    workers: workers(table),
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
    units: units(table, commit),
  };
}

export type Store = ReturnType<typeof makeStore>;
export type CoreStore = ReturnType<typeof makeCoreStore>;
export type OpenStore = ReturnType<typeof makeOpenStore>;
