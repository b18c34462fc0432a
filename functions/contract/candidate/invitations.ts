// Accepting an invitation to a role at a unit, by its code.
import * as z from 'zod';
import { day, role, unitId } from '../staff/forms.ts';

export const acceptInvitation = {
  body: z.strictObject({ code: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be an invitation’s code') }),
  /** The role that one has now. */
  answer: z.strictObject({ unit: unitId, unitName: z.string(), role, from: day, to: day.optional() }),
};
