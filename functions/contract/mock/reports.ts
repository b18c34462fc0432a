// What became of the faulty questions that somebody reported.
import * as z from 'zod';
import { REPORT_STATES } from '../../domain/corrections/reports.ts';
import { instant } from '../common.ts';
import { personId } from './forms.ts';

/** One's own reports, the latest first: the latest hundred. */
export const listMyReports = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    reports: z.array(
      z.strictObject({
        question: z.string(),
        at: instant,
        reason: z.string(),
        text: z.string(),
        state: z.enum(REPORT_STATES),
        decidedAt: instant.optional(),
        /** What whoever decided it says about it. */
        why: z.string().optional(),
      }),
    ),
    now: instant,
  }),
};
