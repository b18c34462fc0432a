// The audit on the wire: the lines of a unit's chain, newest first. A line holds masked values alone.
import * as z from 'zod';
import { cursor, day, personId, role, unitId } from './forms.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

export const listAudit = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    cursor: cursor.optional(),
    action: z
      .string()
      .regex(/^[A-Za-z]{2,40}$/)
      .optional(),
    /** Who did it. */
    actor: personId.optional(),
    /** The first and the last day, in China. */
    from: day.optional(),
    to: day.optional(),
  }),
  /** A page may be short, or empty, and still be followed by another: the filters are applied to what one page reads. */
  answer: z.strictObject({
    lines: z.array(
      z.strictObject({
        seq: z.int(),
        at: z.iso.datetime(),
        actor: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('person'), person: z.string() }),
          z.strictObject({ kind: z.literal('system'), name: z.string() }),
        ]),
        /** The role it was done in; `unit` is null where the caller may not read it, like `parent` among the facts. */
        as: z.strictObject({ role, unit: unitId.nullable() }).optional(),
        action: z.string(),
        thing: z.strictObject({ type: z.string(), id: z.string() }),
        before: facts.optional(),
        after: facts.optional(),
        why: z.string().optional(),
        hash: z.string(),
      }),
    ),
    cursor: cursor.optional(),
  }),
};
