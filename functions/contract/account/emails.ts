// Where one is written to: giving an address, showing that it is one's own, and whether one wants to be told of changes by mail.
import * as z from 'zod';
import { params } from './forms.ts';

const instant = z.iso.datetime();

/** An address that waits gets no notices. `until` is the first instant at which the code that was sent there is no longer good. */
export const contact = z.strictObject({
  confirmed: z.strictObject({ email: z.string(), at: instant }).optional(),
  waiting: z.strictObject({ email: z.string(), until: instant }).optional(),
  wantsNotices: z.boolean(),
});

/**
 * A code is sent to the address (as typed; what it must be is the domain's to say), also when it waits already; null takes every address away.
 * The confirmed one again: another one that waits is dropped. What is missing stays.
 */
export const changeEmail = {
  params,
  body: z.strictObject({
    email: z.string().min(1).max(320).nullable().optional(),
    wantsNotices: z.boolean().optional(),
  }),
  answer: contact,
};

/** The code that was sent. Again: the same answer. */
export const confirmEmail = {
  params,
  body: z.strictObject({ code: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a code of a mail') }),
  answer: contact,
};
