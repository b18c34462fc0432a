// What somebody brings to a rule: facts from their record, and answers they type where the record says nothing. The record goes before the answers.
import { type Certificate, registrationOf } from '../people/certificate.ts';
import { type Employment, employmentsOn, type Post, socialWorkMonths } from '../people/employment.ts';
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';

/** What is missing is not known. All of it is about the certificate of one level, on one day. */
export interface Claimant {
  /** Whether they work in the rule's place. */
  worksThere?: boolean;
  /** The day on which the certificate was issued. */
  issued?: Day;
  /** Whether it is the first of its level, and the first of any. */
  firstOfLevel?: boolean;
  firstEver?: boolean;
  /** Whether its registration holds. */
  registered?: boolean;
  /** Whole months in social work, and in work of any kind. */
  socialWorkMonths?: number;
  workMonths?: number;
  posts?: readonly Post[];
  established?: boolean;
  /** Whether the last appraisal was passed. */
  appraised?: boolean;
  /** Cents received by this rule before. */
  received?: number;
  /** Months that are applied for, of a monthly subsidy. */
  months?: number;
}

interface Recorded {
  employments: readonly Employment[];
  certificates: readonly Certificate[];
}

/** What a record says of somebody for a certificate of a level; what it cannot say is missing. Nobody is said to have no certificate for it is not kept. */
export function recordedFor({ employments, certificates }: Recorded, level: Level, day: Day): Claimant {
  const of = certificates.filter((one) => one.level === level).toSorted((a, b) => (a.issued < b.issued ? -1 : 1));
  const [held] = of;
  const jobs = employmentsOn(employments, day);
  return {
    ...(held === undefined ? {} : ofCertificate(held, { certificates, of }, day)),
    ...(jobs.length === 0
      ? {}
      : { posts: jobs.map(({ post }) => post), established: jobs.some(({ established }) => established) }),
    ...(employments.length === 0 ? {} : { socialWorkMonths: socialWorkMonths(employments, day) }),
  };
}

/** Answers, but where the record speaks the record. Months before somebody was recorded count by their word. */
export function claimantOf(recorded: Claimant, answers: Claimant): Claimant {
  const longer = Math.max(recorded.socialWorkMonths ?? 0, answers.socialWorkMonths ?? 0);
  const known = recorded.socialWorkMonths !== undefined || answers.socialWorkMonths !== undefined;
  const received = (recorded.received ?? 0) + (answers.received ?? 0);
  return {
    ...answers,
    ...recorded,
    ...(known ? { socialWorkMonths: longer } : {}),
    ...(answers.received === undefined && recorded.received === undefined ? {} : { received }),
  };
}

function ofCertificate(
  held: Certificate,
  { certificates, of }: { certificates: readonly Certificate[]; of: readonly Certificate[] },
  day: Day,
): Claimant {
  const periods = of.map(registrationOf).filter((one) => one !== undefined);
  const others = certificates.filter((one) => one !== held);
  return {
    issued: held.issued,
    firstOfLevel: of.length === 1,
    firstEver: others.every(({ issued }) => issued > held.issued),
    // Not said to be unregistered: a registration is recorded later than it is made.
    ...(periods.some(({ from, last }) => from <= day && day <= last) ? { registered: true } : {}),
  };
}
