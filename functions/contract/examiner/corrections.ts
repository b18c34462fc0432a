// Faulty questions on the wire: what candidates reported, what was decided about it, keys that were corrected and whose marks that changed.
import * as z from 'zod';
import { REPORT_DECISIONS, REPORT_STATES } from '../../domain/corrections/reports.ts';
import { instant, requestId } from '../common.ts';
import { attemptId, halfPoints, optionId, paperId, subjectId } from '../mock/forms.ts';
import { personId, version, why } from '../staff/forms.ts';
import { after, correctionId, decided, keyed, questionId, questionVersion, reportId } from './forms.ts';

const reportState = z.enum(REPORT_STATES);

export const listQuestionReports = {
  query: z.strictObject({ state: reportState, cursor: after.optional() }),
  /** The oldest first. Who reported is not named. */
  answer: z.strictObject({
    reports: z.array(
      z.strictObject({
        report: reportId,
        question: questionId,
        questionVersion,
        /** Of the mock bank: its key is corrected here. A practice question is mended in the bank’s files, and comes with the next release. */
        mock: z.boolean(),
        subject: subjectId.optional(),
        reason: z.string(),
        text: z.string(),
        at: instant,
        state: reportState,
        decisions: z.array(z.strictObject({ state: reportState, at: instant, by: personId, why: z.string() })),
        /** How often the question was reported in all. */
        reports: z.int(),
        version,
        /** A mock question with its key, for whoever may read it. */
        item: keyed.optional(),
      }),
    ),
    names: z.record(z.string(), z.string()),
    cursor: after.optional(),
    now: instant,
  }),
};

export const decideReport = {
  params: z.strictObject({ question: questionId, report: reportId }),
  body: z.strictObject({ request: requestId, version, state: z.enum(REPORT_DECISIONS), why }),
  answer: z.strictObject({ state: reportState, version }),
};

const toRight = { request: requestId, version: questionVersion, why };

/** For a question of the mock bank, in the version that was asked. Everybody who was asked it is graded anew. */
export const correctKey = {
  params: z.strictObject({ question: questionId }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key'), ...toRight, key: z.array(optionId).min(1).max(5) }),
    z.strictObject({ kind: z.literal('credit'), ...toRight }),
  ]),
  answer: z.strictObject({ correction: correctionId }),
};

/** How far the grading anew is: `total` counts results found so far, and grows until all are found. */
const progress = z.strictObject({
  state: z.enum(['queued', 'running', 'done', 'failed']),
  done: z.int(),
  changed: z.int(),
  /** When results are looked through once more, for those that arrive late. */
  againAt: instant.optional(),
});

const correction = {
  ...decided.shape,
  question: questionId,
  questionVersion,
  subject: subjectId,
  by: personId,
  /** A later correction of the same question holds instead. */
  replaced: z.boolean(),
  progress,
};

export const listKeyCorrections = {
  query: z.strictObject({ cursor: after.optional() }),
  /** The latest first. */
  answer: z.strictObject({
    corrections: z.array(z.strictObject(correction)),
    names: z.record(z.string(), z.string()),
    cursor: after.optional(),
    now: instant,
  }),
};

export const readKeyCorrection = {
  params: z.strictObject({ correction: correctionId }),
  query: z.strictObject({ cursor: after.optional() }),
  answer: z.strictObject({
    ...correction,
    item: keyed.optional(),
    /** Whose marks changed, as far as the caller may see them: of the papers they watch, and for an operator of all attempts. */
    lines: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        attempt: attemptId,
        paper: paperId.optional(),
        paperTitle: z.string().optional(),
        before: halfPoints,
        after: halfPoints,
      }),
    ),
    names: z.record(z.string(), z.string()),
    cursor: after.optional(),
    now: instant,
  }),
};
