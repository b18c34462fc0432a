// The forms that examiners' routes share: set papers, questions with their keys, item statistics. What is here holds keys: it goes to examiners alone.
import * as z from 'zod';
import { RANKINGS, RESULT_POLICIES, REVIEW_POLICIES } from '../../domain/papers/set-paper.ts';
import { instant, line } from '../common.ts';
import { halfPoints, itemKind, mode, named, optionId, paperForm, paperId, subjectId } from '../mock/forms.ts';
import { courseId } from '../trainer/forms.ts';

/** Of the practice bank or of the mock bank. */
export const questionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a question id');
export const reportId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a report id');
export const correctionId = z.string().regex(/^[0-9a-z]{9}-[0-9A-Za-z_-]{8,64}$/, 'must be a correction id');
export const questionVersion = z.int().min(1).max(9999);
const unitOrCourse = courseId.or(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/, 'must be a unit id'));

/** Where a list goes on: the part of its keys that comes after what was shown. */
export const after = z.string().regex(/^[0-9A-Za-z_.:~-]{1,200}$/, 'must be a cursor of this list');

/** Who may sit a paper: whoever has a seat in a course of the unit, or belongs to a unit or to one below it. */
export const group = z.strictObject({ kind: z.enum(['course', 'unit']), id: unitOrCourse });
export const namedGroup = z.strictObject({ ...group.shape, name: z.string() });

/** What an examiner decides about a paper. */
export const plan = {
  title: line(60),
  subject: subjectId,
  form: paperForm,
  mode,
  /** From when, and until when, one may start. */
  opensAt: instant,
  closesAt: instant,
  minutes: z.int().min(5).max(300),
  graceMs: z.int().min(0).max(1_800_000),
  shuffle: z.boolean(),
  results: z.enum(RESULT_POLICIES),
  review: z.enum(REVIEW_POLICIES),
  ranking: z.enum(RANKINGS),
};

export const phase = z.enum(['ahead', 'open', 'closed', 'cancelled']);
export const lacking = z.array(z.strictObject({ kind: z.string(), wanted: z.int(), have: z.int() }));

/** What is answered when a paper was written. `lacking` alone: the bank has too few questions for it, and nothing was written. */
export const written = z.strictObject({
  paper: paperId.optional(),
  version: z.int().optional(),
  lacking: lacking.optional(),
});

const source = z.union([
  z.strictObject({ type: z.literal('statute'), statute: z.string(), version: z.string(), article: z.string() }),
  z.strictObject({ type: z.literal('syllabus'), edition: z.string(), point: z.string() }),
]);

/** What was decided about a question whose key was wrong: another key, or full marks for everybody who was asked it (送分). */
export const decided = z.strictObject({
  correction: correctionId,
  at: instant,
  key: z.array(optionId).optional(),
  credited: z.boolean(),
  why: z.string(),
});

/** A question with all that is known of it. */
export const keyed = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: itemKind,
  chapter: z.string(),
  chapterName: named,
  difficulty: z.enum(['easy', 'medium', 'hard']),
  stem: z.string(),
  /** Empty for one that is answered in words. */
  options: z.array(z.strictObject({ id: optionId, text: z.string(), why: z.string() })),
  /** As it was released; `correction` says what holds instead. */
  key: z.array(optionId),
  parts: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        possible: halfPoints,
        model: z.string(),
        points: z.array(z.strictObject({ id: z.string(), text: z.string(), possible: halfPoints })),
      }),
    )
    .optional(),
  explanation: z.string(),
  source,
  correction: decided.optional(),
});

/** What may still be done with a paper. */
export const may = z.strictObject({
  /** `all`: everything, for nobody has been able to start · `closing`: a later closing alone · `nothing`: it is cancelled or over. */
  edit: z.enum(['all', 'closing', 'nothing']),
  release: z.boolean(),
  cancel: z.boolean(),
});
