// Taking over the record that staff have made of oneself, by the code they gave.
import * as z from 'zod';
import { personId } from '../staff/forms.ts';

export const acceptClaim = {
  body: z.strictObject({ code: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a claim’s code') }),
  /** Who one is from the next sign-in on: all sessions of the caller have ended. */
  answer: z.strictObject({ person: personId, name: z.string() }),
};
