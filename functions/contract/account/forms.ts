// What is one's own, as it goes over the wire: the parts that looking at it and taking it out share.
import * as z from 'zod';
import { EDUCATIONS } from '../../domain/people/person.ts';
import { day, personId, role, unitId } from '../staff/forms.ts';

export const education = z.enum(EDUCATIONS);

export const params = z.strictObject({ person: personId });

/** A unit is always named to whom it concerns, also where the unit's own page is closed to them. */
export const employments = z.array(
  z.strictObject({
    unit: unitId,
    unitName: z.string(),
    post: z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']),
    established: z.boolean(),
    from: day,
    to: day.optional(),
  }),
);

export const certificates = z.array(
  z.strictObject({
    level: z.enum(['junior', 'intermediate', 'senior']),
    number: z.string(),
    issued: day,
    registered: day.optional(),
    registrationFrom: day.optional(),
    registrationTo: day.optional(),
  }),
);

export const pools = z.array(
  z.strictObject({
    pool: z.enum(['expert', 'talent', 'supervisor']),
    from: day,
    to: day.optional(),
    /** `by` is the unit that selected. */
    selection: z.strictObject({ day, by: unitId, byName: z.string(), basis: z.string() }),
  }),
);

/** Past, present and future ones. */
export const grants = z.array(
  z.strictObject({ id: z.string(), unit: unitId, unitName: z.string(), role, from: day, to: day.optional() }),
);
