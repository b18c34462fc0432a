// One's own completions on the wire.
import * as z from 'zod';
import { completionNumber, completionStatus } from '../documents/forms.ts';
import { day, personId } from '../staff/forms.ts';

export const listMyCompletions = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({}),
  /** The latest first, those that are revoked or replaced with them. */
  answer: z.strictObject({
    completions: z.array(
      z.strictObject({
        number: completionNumber,
        course: z.string(),
        issuer: z.string(),
        from: day,
        to: day,
        minutes: z.int(),
        minutesPerHour: z.int(),
        issuedOn: day,
        status: completionStatus,
        replacedBy: completionNumber.optional(),
      }),
    ),
  }),
};
