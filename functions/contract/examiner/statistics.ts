// Item statistics on the wire: of a subject over all its attempts, and of one set paper. The formulas are Moodle's (domain/statistics).
import * as z from 'zod';
import type { Flag } from '../../domain/statistics/flags.ts';
import { instant } from '../common.ts';
import { halfPoints, itemKind, named, optionId, paperId, subjectId } from '../mock/forms.ts';
import { keyed } from './forms.ts';

const REASONS = [
  'negative-discrimination',
  'wrong-above-key',
  'reported',
  'too-hard',
  'weak-discrimination',
  'too-easy',
  'unused-distractor',
] as const satisfies readonly Flag['reason'][];

/** Figures of one question in one version. A figure that cannot be had yet (nobody asked, no spread) is missing. Shares are of 1, indices are percent. */
const item = z.strictObject({
  id: z.string(),
  version: z.int(),
  kind: itemKind,
  chapter: z.string(),
  /** Where it stands on the paper. */
  n: z.int().optional(),
  /** How many were asked it, and how many left it blank. */
  asked: z.int(),
  blank: z.int(),
  facility: z.number().optional(),
  /** Half-points. */
  deviation: z.number().optional(),
  discrimination: z.number().optional(),
  efficiency: z.number().optional(),
  /** How many chose each option, their share, and what they earned of the rest of their paper: shares of 1. `isKey` for whoever may read keys. */
  options: z.array(
    z.strictObject({
      id: optionId,
      isKey: z.boolean().optional(),
      chosen: z.int(),
      share: z.number(),
      rest: z.number().optional(),
    }),
  ),
  /** What everybody earned of the rest, to compare with. */
  rest: z.number().optional(),
  /** What somebody should look at, the gravest first: the figure and the line that it crossed, or the options it is about (for whoever may read keys). */
  flags: z.array(
    z.strictObject({
      reason: z.enum(REASONS),
      figure: z.number().optional(),
      line: z.number().optional(),
      options: z.array(optionId).optional(),
    }),
  ),
  /** How often it was reported. */
  reports: z.int(),
  /** The question with its key, for whoever may read it. */
  question: keyed.optional(),
});

const chapters = z.array(z.strictObject({ id: z.string(), name: named }));

export const readSubjectStatistics = {
  params: z.strictObject({ subject: subjectId }),
  query: z.strictObject({}),
  answer: z.strictObject({ subject: subjectId, name: named, chapters, items: z.array(item), now: instant }),
};

/** Marks in half-points; the figures are of attempts that are over, marked and not taken back. */
const marks = z.strictObject({
  sat: z.int(),
  /** Those whose marks are complete: the figures below are theirs. */
  marked: z.int(),
  possible: halfPoints,
  mean: z.number().optional(),
  median: z.number().optional(),
  deviation: z.number().optional(),
  least: halfPoints.optional(),
  most: halfPoints.optional(),
  /** Ten equal steps from nothing to all. */
  histogram: z.array(z.int()).length(10),
  /** How many reached the pass line of the whole country. */
  passLine: halfPoints.optional(),
  passed: z.int().optional(),
});

export const readPaperStatistics = {
  params: z.strictObject({ paper: paperId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    paper: paperId,
    marks,
    /** What was earned of what could be, by chapter: a share of 1. */
    chapters: z.array(
      z.strictObject({ id: z.string(), name: named, questions: z.int(), facility: z.number().optional() }),
    ),
    items: z.array(item),
    now: instant,
  }),
};
