// Checking a completion without a sign-in: what stands on it, masked, and the keys its signature is checked with.
import * as z from 'zod';
import { completionNumber, completionStatus } from '../documents/forms.ts';
import { day } from '../staff/forms.ts';

export const verifyCompletion = {
  params: z.strictObject({ number: completionNumber }),
  query: z.strictObject({}),
  answer: z.strictObject({
    number: completionNumber,
    /** Masked. */
    name: z.string(),
    course: z.string(),
    issuer: z.string(),
    from: day,
    to: day,
    minutes: z.int(),
    minutesPerHour: z.int(),
    issuedOn: day,
    status: completionStatus,
    /** When it was revoked or replaced. */
    endedOn: day.optional(),
  }),
};

/** Every key ever used, as a JSON Web Key Set (RFC 7517): what was signed by an older one still verifies. */
export const listCompletionKeys = {
  query: z.strictObject({}),
  answer: z.strictObject({
    keys: z.array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  }),
};
