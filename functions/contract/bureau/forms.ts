// The forms that the routes of bureaus share: a period of months of a year, the boundaries, a figure and the same of the year before.
import * as z from 'zod';
import { unitId } from '../staff/forms.ts';

const month = z.string().regex(/^([1-9]|1[0-2])$/, 'must be a month, 1 to 12');

/** Months of a year, both ends included; in the address, and so as text. */
export const periodQuery = {
  year: z.string().regex(/^20\d\d$/, 'must be a year'),
  from: month,
  to: month,
};

/** `then`: every fact where its unit lay on its day · `newest`: in the boundaries of now. */
export const boundaries = z.enum(['then', 'newest']);

export const indicatorId = z.string().regex(/^[a-z][a-z0-9-]{0,30}(:[a-z0-9-]{1,30}){0,2}$/, 'must be an indicator');

/** A count, or a fraction of two counts. A fraction of nothing has no value, and is never 0 %. */
export const figure = z.strictObject({ n: z.int(), of: z.int().optional() });

/** For publication: counts under 5, and what would betray them, are left out. */
export const share = z.literal('true');

/** A figure, and that of the same months of the year before; null: not known, or `hidden` from the public. */
export const compared = z.strictObject({
  id: indicatorId,
  now: figure.nullable(),
  last: figure.nullable(),
  hidden: z.strictObject({ now: z.boolean(), last: z.boolean() }).optional(),
});

export const period = z.strictObject({ year: z.int(), from: z.int(), to: z.int() });

export const namedUnit = z.strictObject({ id: unitId, name: z.string() });
