// The audit on the wire: the lines of a unit's chain, newest first; of all below it, for taking along; and the check that nobody touched them.
// A line holds masked values alone.
import * as z from 'zod';
import { cursor, day, personId, role, unitId } from './forms.ts';

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

const filters = {
  cursor: cursor.optional(),
  action: z
    .string()
    .regex(/^[A-Za-z]{2,40}$/)
    .optional(),
  /** Who did it. */
  actor: personId.optional(),
  /** Whom or what it is about: a person or a unit that the line names, whoever did it. */
  thing: z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/, 'must be an id')
    .optional(),
  /** The first and the last day, in China. */
  from: day.optional(),
  to: day.optional(),
};

const line = z.strictObject({
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
});

/** The names of the people and units that the lines speak of, as far as the caller may look them up: id → name. */
const names = z.record(z.string(), z.string());

const params = z.strictObject({ unit: unitId });

export const listAudit = {
  params,
  query: z.strictObject(filters),
  /** A page may be short, or empty, and still be followed by another: the filters are applied to what one page reads. */
  answer: z.strictObject({ lines: z.array(line), names, cursor: cursor.optional() }),
};

export const exportAudit = {
  params,
  query: z.strictObject({
    ...filters,
    /** The unit's own lines, or also those of all units that lie below it today or lay there last. */
    scope: z.enum(['unit', 'subtree']).optional(),
  }),
  /** Unit after unit, each newest first. The first page leaves a line in the unit's own chain. */
  answer: z.strictObject({
    lines: z.array(z.strictObject({ unit: unitId, ...line.shape })),
    names,
    /** How many units are done with this page. */
    units: z.int(),
    cursor: cursor.optional(),
  }),
};

export const checkAudit = {
  params,
  query: z.strictObject({ cursor: cursor.optional() }),
  /** What this page checked: whole chains, and of a long one a part. */
  answer: z.strictObject({
    units: z.int(),
    lines: z.int(),
    /** The first fault of each chain that has one. */
    faults: z.array(
      z.strictObject({
        unit: unitId,
        name: z.string(),
        seq: z.int(),
        fault: z.enum(['gap', 'edited', 'reordered', 'cut', 'foreign']),
      }),
    ),
    cursor: cursor.optional(),
  }),
};
