// The forms of completions, for those who issue them and for everybody who checks one.
import * as z from 'zod';

/** A completion's number as it is printed, with its check digit: domain/completions/number.ts. */
export const completionNumber = z.string().regex(/^\d{4}(-[0-9A-Z]{4}){3}$/, 'must be a number of a certificate');

export const completionStatus = z.enum(['valid', 'revoked', 'replaced']);
