// Roles on the wire: what one may do oneself, giving a role, ending one, inviting.
import * as z from 'zod';
import { ACTIONS } from '../../domain/access/actions.ts';
import { day, grantId, personId, role, unitId, why } from './forms.ts';

export const staffMe = {
  query: z.strictObject({}),
  answer: z.strictObject({
    person: personId,
    /** The day the grants hold on: today in China. */
    day,
    grants: z.array(
      z.strictObject({
        id: z.string(),
        unit: unitId,
        unitName: z.string(),
        role,
        from: day,
        to: day.optional(),
        /** What the grant lets one do, and how far: at the unit, below it, both, or everywhere. */
        actions: z.array(
          z.strictObject({ action: z.enum(ACTIONS), reach: z.enum(['own', 'below', 'subtree', 'all']) }),
        ),
      }),
    ),
  }),
};

export const grantRole = {
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ unit: unitId, role, from: day, to: day.optional(), why }),
  answer: z.strictObject({ grant: grantId }),
};

export const endRole = {
  params: z.strictObject({ person: personId, grant: grantId }),
  /** `day` is the first day on which the role is held no more. */
  body: z.strictObject({ day, why }),
  answer: z.strictObject({ grant: grantId, to: day }),
};

export const invite = {
  params: z.strictObject({ unit: unitId }),
  body: z.strictObject({
    role,
    /** The last instant at which it may be accepted. */
    until: z.iso.datetime({ precision: 3 }),
    /** How many people may accept it. */
    uses: z.int().min(1).max(500),
    /** The last day of the role but one: the first on which it is held no more. */
    to: day.optional(),
    why,
  }),
  /** Shown once: only its hash is kept. */
  answer: z.strictObject({ code: z.string(), until: z.iso.datetime() }),
};
