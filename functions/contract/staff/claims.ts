// Giving a person that staff have made to whoever it is: a code by which they take the record over after signing in.
import * as z from 'zod';
import { personId } from './forms.ts';

export const offerClaim = {
  params: z.strictObject({ person: personId }),
  body: z.strictObject({}),
  /** Shown once: only its hash is kept. A newer code takes the older one's place. */
  answer: z.strictObject({ code: z.string(), expiresAt: z.iso.datetime() }),
};
