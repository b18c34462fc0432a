// What the stores of several functions have in common.
import { accounts } from './accounts.ts';
import { attemptTraces } from './attempt-traces.ts';
import { attempts } from './attempts.ts';
import { audit, type Commit } from './audit.ts';
import { batches } from './batches.ts';
import { calendars } from './calendars.ts';
import { claims } from './claims.ts';
import { completions } from './completions.ts';
import { contacts } from './contacts.ts';
import { corrections } from './corrections.ts';
import { courseSessions } from './course-sessions.ts';
import { courses } from './courses.ts';
import { doors } from './doors.ts';
import { dueAttempts } from './due-attempts.ts';
import { enrolments } from './enrolments.ts';
import { entrances } from './entrances.ts';
import { examRecords } from './exam-records.ts';
import { excuses } from './excuses.ts';
import { grants } from './grants.ts';
import { held } from './held.ts';
import { hours } from './hours.ts';
import { invitations } from './invitations.ts';
import { keyCorrections } from './key-corrections.ts';
import { marks } from './marks.ts';
import { mockItems } from './mock-items.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { results } from './results.ts';
import { scans } from './scans.ts';
import { schedule } from './schedule.ts';
import { sessions } from './sessions.ts';
import { setPapers } from './set-papers.ts';
import { subsidyTraces } from './subsidy-traces.ts';
import type { Table } from './table.ts';
import { trained } from './trained.ts';
import { trainingTraces } from './training-traces.ts';
import { units } from './units.ts';
import { watching } from './watching.ts';

export function accountParts(table: Table, commit: Commit) {
  return {
    ...coreParts(table, commit),
    accounts: accounts(table, commit),
    attemptTraces: attemptTraces(table),
    audit: audit(table, commit),
    claims: claims(table, commit),
    contacts: contacts(table),
    examRecords: examRecords(table, commit),
    subsidyTraces: subsidyTraces(table),
    trainingTraces: trainingTraces(table),
  };
}

/** What closing an attempt and grading it needs. */
export function gradingParts(table: Table) {
  return {
    attempts: attempts(table),
    dueAttempts: dueAttempts(table),
    keyCorrections: keyCorrections(table),
    mockItems: mockItems(table),
    results: results(table),
    setPapers: setPapers(table),
  };
}

/** What closing a course and correcting it write. */
export function trainingParts(table: Table, commit: Commit) {
  return { corrections: corrections(table, commit), held: held(table), trained: trained(table) };
}

export function coreParts(table: Table, commit: Commit) {
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

export function openParts(table: Table, commit: Commit) {
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
