// The address of one's own calendar on the wire. It holds a secret, is shown once, and is kept by its hash alone.
import * as z from 'zod';
import { instant } from '../common.ts';
import { personId } from '../staff/forms.ts';

const params = z.strictObject({ person: personId });

export const showMyCalendar = {
  params,
  query: z.strictObject({}),
  /** When the address was made; missing while there is none. */
  answer: z.strictObject({ madeAt: instant.optional() }),
};

/** `make` gives a new address, and the one before stops; `end` stops it. */
export const changeMyCalendar = {
  params,
  body: z.strictObject({ kind: z.enum(['make', 'end']) }),
  answer: z.strictObject({ madeAt: instant.optional(), address: z.url().optional() }),
};
