// Calendars that are subscribed to: a file of RFC 5545 each, in the language that the subscriber asks for. A person's own is found by a secret.
import * as z from 'zod';
import { unitId } from '../staff/forms.ts';
import { courseId } from '../trainer/forms.ts';

const query = z.strictObject({ lang: z.enum(['zh', 'en']).optional() });

/** The text of the file, `text/calendar`. */
const answer = z.string();

export const readCourseCalendar = { params: z.strictObject({ course: courseId }), query, answer };

export const readUnitCalendar = { params: z.strictObject({ unit: unitId }), query, answer };

export const readProvinceCalendar = {
  /** The first two digits of the province's code. */
  params: z.strictObject({ province: z.string().regex(/^[1-9]\d$/, 'must be the two digits of a province') }),
  query,
  answer,
};

export const readPersonCalendar = {
  params: z.strictObject({ token: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a token') }),
  query,
  answer,
};
