// Completions (结业证书、学时证明) on the wire: issued, revoked, reissued, listed, and the file itself.
import * as z from 'zod';
import { instant } from '../common.ts';
import { personId, why } from '../staff/forms.ts';
import { courseId } from '../trainer/forms.ts';
import { completionNumber, completionStatus } from './forms.ts';

const params = z.strictObject({ course: courseId });

export const issueCompletions = {
  params,
  /** People to issue for, in slices; who has a completion of the course keeps it. */
  body: z.strictObject({ people: z.array(personId).min(1).max(25) }),
  answer: z.strictObject({
    lines: z.array(
      z.strictObject({
        person: personId,
        outcome: z.enum(['new', 'same', 'refused']),
        number: completionNumber.optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
};

export const changeCompletion = {
  params: z.strictObject({ number: completionNumber }),
  body: z.strictObject({ kind: z.enum(['revoke', 'reissue']), why }),
  /** `replacement`: the number that a reissue has made. */
  answer: z.strictObject({ status: completionStatus, replacement: completionNumber.optional() }),
};

/** Where a list goes on: the last one shown. */
const after = z.string().regex(/^[0-9A-Za-z_.-]{8,130}$/, 'must be a cursor of this list');

export const listCompletions = {
  params,
  query: z.strictObject({ cursor: after.optional() }),
  answer: z.strictObject({
    completions: z.array(
      z.strictObject({
        number: completionNumber,
        person: personId,
        name: z.string(),
        minutes: z.int(),
        issuedAt: instant,
        status: completionStatus,
        replacedBy: completionNumber.optional(),
      }),
    ),
    cursor: after.optional(),
  }),
};

/** The file: a PDF on its own, no JSON. */
export const completionFile = {
  params: z.strictObject({ number: completionNumber }),
  query: z.strictObject({}),
  answer: z.file().mime('application/pdf'),
};

/**
 * One PDF of at most 50 completions that hold, from where the part before ended. Its headers say how many pages it has (`zhuren-pages`), where the
 * next part begins (`zhuren-next`, missing at the end), and the numbers that could not be printed (`zhuren-unprinted`).
 */
export const courseCompletionsFile = {
  params,
  query: z.strictObject({ from: after.optional() }),
  answer: z.file().mime('application/pdf'),
};
