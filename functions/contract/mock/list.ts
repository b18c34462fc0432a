// What there is to sit: forms that are drawn on demand, the papers that were set for one's groups, and one's own attempts.
import * as z from 'zod';
import { instant } from '../common.ts';
import { attemptHead, attemptId, halfPoints, mode, named, paperForm, paperId, personId, subjectId } from './forms.ts';

export const listMock = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    subjects: z.array(
      z.strictObject({
        id: subjectId,
        level: z.enum(['junior', 'intermediate', 'senior']),
        name: named,
        forms: z.array(
          z.strictObject({
            form: paperForm,
            blueprint: z.string(),
            answered: z.enum(['objective', 'essay']),
            counts: z.record(z.string(), z.int()),
            minutes: z.int(),
            /** What the bank lacks for it; empty: it can be sat. */
            lacking: z.array(z.strictObject({ kind: z.string(), wanted: z.int(), have: z.int() })),
          }),
        ),
      }),
    ),
    papers: z.array(
      z.strictObject({
        paper: paperId,
        title: z.string(),
        /** The name of the unit whose it is. */
        unit: z.string(),
        subject: subjectId,
        form: paperForm,
        mode,
        questions: z.int(),
        minutes: z.int(),
        graceMs: z.int(),
        /** One's own extra time, in percent. */
        factor: z.int(),
        opensAt: instant,
        closesAt: instant,
        phase: z.enum(['ahead', 'open', 'closed', 'cancelled']),
        attempt: attemptId.optional(),
        ranking: z.enum(['off', 'pseudonymous', 'named']),
      }),
    ),
    /** Newest first, the latest hundred. `earned` only where the result is released. */
    attempts: z.array(
      z.strictObject({
        ...attemptHead.shape,
        earned: halfPoints.optional(),
        possible: halfPoints.optional(),
        marking: z.enum(['done', 'waiting']).optional(),
        /** A key was corrected and changed the marks. */
        regraded: z.boolean(),
      }),
    ),
    /** Local pass lines one may choose: regions by their codes. */
    localLines: z.array(
      z.strictObject({
        year: z.int(),
        level: z.enum(['junior', 'intermediate', 'senior']),
        mark: halfPoints,
        regions: z.array(z.string()),
        verified: z.boolean(),
      }),
    ),
    now: instant,
  }),
};
