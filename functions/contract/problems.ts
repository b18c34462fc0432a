// The closed list of what can go wrong on the wire: RFC 9457 problems, one code each. The site holds a sentence for every code.

import type { WorkRefusal } from '../domain/activities/checks.ts';
import type { AppraisalRefusal } from '../domain/appraisal/appraisal.ts';
import type { AttemptRefusal } from '../domain/attempts/attempt.ts';
import type { CorrectionFault } from '../domain/attendance/corrections.ts';
import type { EnrolRefusal } from '../domain/courses/enrolling.ts';
import type { CourseRefusal } from '../domain/courses/moves.ts';
import type { DoorRefusal } from '../domain/door/decide.ts';
import type { PaperRefusal } from '../domain/papers/plan.ts';
import type { ContactRefusal } from '../domain/people/contact.ts';
import type { Transferred } from '../domain/people/employment.ts';
import type { PoolChange } from '../domain/people/pools.ts';
import type { ReportRefusal } from '../domain/reports/report.ts';
import type { SubsidyRefusal } from '../domain/subsidies/application.ts';
import type { Refusal as UnitRefusal } from '../domain/units/draft.ts';

/** Code → what it means, in English, for whoever reads the wire. */
export const problems = {
  malformed_json: 'The body is not JSON.',
  invalid_input: 'A field is missing, unknown or of the wrong form; `errors` names it.',
  sign_in_failed: 'The sign-in was not completed, or its answer does not belong to this browser.',
  not_signed_in: 'This needs a session.',
  session_expired: 'The session has ended; sign in again.',
  foreign_origin: 'A write must come from this site.',
  not_found: 'There is nothing here, or it is not yours to see.',
  method_not_allowed: 'This path does not take that method.',
  body_too_large: 'The body is larger than this route takes.',
  unsupported_media_type: 'The body must be application/json.',
  batch_differs: 'A batch of this device and number is stored already, with other content.',
  request_reused: 'This request id stands for another write already.',
  conflict: 'It was changed meanwhile: read it again, and decide again.',
  refused: 'A rule stands against it; `reason` says which.',
  duplicate_person: 'Somebody is registered with this phone or identity number already.',
  identity_unavailable: 'The identity provider does not answer.',
  too_many: 'More requests in a minute than a key has; try again in a minute.',
  busy: 'The table is busy; try again shortly.',
  internal: 'Something went wrong here; the request id finds it in the log.',
} as const;

export type ProblemCode = keyof typeof problems;

/** What a page may meet: keys are for programs alone. */
export type PageProblemCode = Exclude<ProblemCode, 'too_many'>;

export const problemCodes = Object.keys(problems) as ProblemCode[];

/** One invalid field: where it is, as `entries.3.at`, and what is wrong with it. */
export interface FieldError {
  path: string;
  message: string;
}

/** Why a rule refuses: the domain's own closed lists, and what an edge adds to them. */
export type RefusalReason =
  | UnitRefusal
  | Extract<Transferred, { ok: false }>['reason']
  | Extract<PoolChange, { ok: false }>['reason']
  | CourseRefusal
  | EnrolRefusal
  | DoorRefusal
  | ContactRefusal
  | CorrectionFault
  | AttemptRefusal
  | PaperRefusal
  | WorkRefusal
  | AppraisalRefusal
  | ReportRefusal
  /** Of a report: facts as of an instant that is too near, or before its months are over · more units than are shown one by one · nobody to send it to. */
  | 'report-cut-off'
  | 'report-wide'
  | 'report-no-parent'
  /** A key to open data that has ended already · that would be over before it begins, or last too long. */
  | 'key-ended'
  | 'key-span'
  | SubsidyRefusal
  /** Less time than somebody has who sits a paper · a question that no candidate was asked, or that is answered in words. */
  | 'extra-time-less'
  | 'no-such-question'
  /** A script of somebody who still sits. */
  | 'not-handed-in'
  /** A report that is in no state for this. */
  | 'report-state'
  /** The key that holds already. */
  | 'key-same'
  /** A set paper that is not open now · that one is not of the group of · that one has sat already. */
  | 'paper-closed'
  | 'paper-not-yours'
  | 'paper-sat'
  /** A paper that was taken along: its token is forged, over or somebody else’s. */
  | 'token-invalid'
  /** Keys and explanations that are not to be read yet · marks that a trainer gives. */
  | 'review-closed'
  | 'not-self-marked'
  /** A random check outside the session. */
  | 'window-outside'
  /** A leave that is in no state for this. */
  | 'excuse-state'
  /** A course that is closed before its last session is over · that would have to be closed. */
  | 'session-not-over'
  | 'course-not-closed'
  /** A correction that is decided already · that one has proposed oneself. */
  | 'correction-decided'
  | 'correction-own'
  /** An entry of the ledger: of a time that is not over · in no state for this. */
  | 'entry-future'
  | 'entry-state'
  /** Nobody can decide about the hours of somebody who is in no unit; and what is handed in would stand against claiming their record. */
  | 'entry-no-unit'
  /** One that is about oneself, or that one has proposed oneself · one to be withdrawn that somebody else has proposed. */
  | 'entry-own'
  | 'entry-not-own'
  /** One that was earned in a course: the course's corrections decide about it · a degree that is not this person's. */
  | 'entry-of-course'
  | 'no-such-degree'
  /** Of an exam: a result before it has begun · another one than was confirmed, without a reason · in no state for this · one's own, to be confirmed. */
  | 'exam-future'
  | 'exam-contradicts'
  | 'exam-state'
  | 'exam-own'
  /** A certificate of a level that nobody has confirmed to be passed · of which there is one. */
  | 'certificate-not-due'
  | 'certificate-held'
  /** Nobody gets a certificate for no hours. */
  | 'no-hours'
  /** A certificate that is revoked or replaced already. */
  | 'completion-state'
  /** A course of whose certificates none is valid. */
  | 'no-completions'
  /** A sign that somebody signed for another, which is not there any more. */
  | 'suspicion-gone'
  /** A sign about oneself. */
  | 'suspicion-own'
  /** A name with a sign that the printed font lacks. */
  | 'sign-unknown'
  /** A role that would end on its first day or before · that has ended already. */
  | 'empty-span'
  | 'already-ended'
  /** The person has this role at this unit on some of these days already. */
  | 'role-held'
  /** Such a role is for one person alone: one code, one use. */
  | 'single-use'
  /** An invitation that is used up, over, taken back with its maker's right, or accepted by this person before. */
  | 'spent'
  /** The account was deleted: what is personal is gone, and is not kept anew. */
  | 'person-deleted'
  /** The person signs in already: there is nothing to claim. */
  | 'claimed-already'
  /** Whoever claims a record has employments, certificates, pools or roles of their own. */
  | 'has-own-record'
  /** No such number is kept of this person. */
  | 'nothing-kept'
  /** More units below than can be moved at once: move some of them first. */
  | 'too-many'
  /** A person has as many employments, certificates or pool memberships as are kept. */
  | 'list-full';

/** The body of every answer that is not a success (`application/problem+json`). */
export interface ProblemBody {
  type: `urn:zhuren:problem:${ProblemCode}`;
  title: string;
  status: number;
  code: ProblemCode;
  /** The request id. */
  instance: string;
  errors?: FieldError[];
  /** With `refused`, and only then. */
  reason?: RefusalReason;
  /** With `duplicate_person`: whose number it is, for whoever may read that person; for everybody else it is missing. */
  person?: string;
}
