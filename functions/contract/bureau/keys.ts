// Keys to open data on the wire. A key's secret is in one answer, once.
import * as z from 'zod';
import { instant, line, requestId } from '../common.ts';
import { day, personId, unitId } from '../staff/forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const keyId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a key id');

export const listKeys = {
  params: ofUnit,
  query: z.strictObject({}),
  answer: z.strictObject({
    keys: z.array(
      z.strictObject({
        key: keyId,
        label: z.string(),
        state: z.enum(['valid', 'over', 'ended']),
        at: instant,
        by: personId,
        byName: z.string().optional(),
        until: day,
        endedAt: instant.optional(),
        usedOn: day.optional(),
      }),
    ),
    today: day,
  }),
};

/** `secret` is shown this once. The same request again has no second effect, and shows none. */
export const makeKey = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, label: line(60), until: day }),
  answer: z.strictObject({ key: keyId, secret: z.string().optional() }),
};

export const endKey = {
  params: z.strictObject({ unit: unitId, key: keyId }),
  body: z.strictObject({ request: requestId }),
  answer: z.strictObject({ key: keyId }),
};
