// Signing in and out, and who one is.
import * as z from 'zod';

export const me = {
  query: z.strictObject({}),
  answer: z.strictObject({
    actor: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('guest') }),
      z.strictObject({ kind: z.literal('person'), person: z.string(), name: z.string() }),
    ]),
    now: z.iso.datetime(),
  }),
};

/** Where to go back to: a path of this site, never another address. */
export const returnPath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/, 'must be a path of this site');

export const login = { query: z.strictObject({ return: returnPath.optional() }), answer: z.null() };

/** The identity provider's answer. Unknown parameters pass: providers add their own (`iss`, `session_state`). */
export const callback = {
  query: z.object({
    code: z.string().max(2000).optional(),
    state: z.string().max(200).optional(),
    error: z.string().max(200).optional(),
  }),
  answer: z.null(),
};

export const logout = {
  body: z.strictObject({}),
  /** Where the browser goes to end the provider's own session too; null when the provider has no such page. */
  answer: z.strictObject({ next: z.url().nullable() }),
};
