// The forms of the continuing-education ledger: what was learned and when, with its proof; periods, figures and what explains them. Times in minutes.
import * as z from 'zod';
import { instant, line } from '../common.ts';
import { day } from '../staff/forms.ts';

export const entryId = z.string().regex(/^[0-9A-Za-z_.-]{8,80}$/, 'must be an entry id');
export const hoursKind = z.enum(['training', 'degree', 'taught', 'local']);
export const entryState = z.enum(['proposed', 'approved', 'refused', 'revoked']);
export const level = z.enum(['junior', 'intermediate', 'senior']);

/** What may be done to an entry: `withdraw` by whoever proposed it, the others by whoever decides about hours. */
export const entryMove = z.enum(['approve', 'refuse', 'revoke', 'withdraw']);

/** A file that stays with whoever has it: what it is called, how big it is, and its SHA-256 in hexadecimal digits, by which it is known again. */
export const evidence = z
  .array(
    z.strictObject({
      name: line(120),
      bytes: z.int().min(1).max(1_000_000_000),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256'),
    }),
  )
  .max(10);

/** An instant on the minute: hours are counted in whole minutes. */
const minute = instant.refine((text) => text.endsWith(':00.000Z'), 'must be on the minute');

/** To the minute; or so many minutes of a day, as a proof from elsewhere says. */
export const when = z.union([
  z.strictObject({ day, minutes: z.int().min(1).max(1440) }),
  z.strictObject({
    intervals: z
      .array(
        z.strictObject({ from: minute, to: minute }).refine(({ from, to }) => from < to, 'must end after it begins'),
      )
      .min(1)
      .max(60),
  }),
]);

/** `nth` is 1 for the registration that the certificate records, 2 for its renewal, and so on. Both days belong to it. */
export const period = z.strictObject({ from: day, last: day, nth: z.int().min(1) });

/** What is still needed: `missing` minutes until and with the day `by`, so many each of `months` months left. */
const forecast = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('reached') }),
  z.strictObject({
    state: z.literal('open'),
    missing: z.int(),
    by: day,
    months: z.int(),
    perMonth: z.int(),
  }),
]);

/** Why there is no ledger: no certificate is registered, the registration begins after the day, or no rule held when it began. */
export const noLedger = z.enum(['not-registered', 'before', 'no-target']);

/** The figures of a registration period. `source` is the notice that sets the target. */
export const figures = {
  level,
  period,
  target: z.int(),
  source: z.string(),
  total: z.int(),
  missing: z.int(),
  forecast,
};
