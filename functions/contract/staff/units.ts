// Units on the wire: the tree, one unit with its history, opening, and every dated change.
import * as z from 'zod';
import { cursor, day, name, personId, unitId, version, why } from './forms.ts';

const kind = z.enum([
  'bureau',
  'station-township',
  'station-county',
  'station-city',
  'agency',
  'association',
  'training',
]);
const post = z.enum(['head', 'deputy', 'liaison']);

/** 6 digits to the county, 9 to the township. */
const division = z.string().regex(/^\d{6}(\d{3})?$/, 'must be a division code');
const quota = z.int().min(0).max(100_000);
const contacts = z.strictObject({
  /** An office's number, with its area code. */
  phone: z
    .string()
    .regex(/^[0-9+ ()-]{3,30}$/, 'must be a phone number')
    .optional(),
  address: z.string().trim().min(1).max(200).optional(),
});

const unitRow = z.strictObject({
  id: unitId,
  name: z.string(),
  kind,
  /** null: a root, or a unit whose parent the caller may not read. */
  parent: unitId.nullable(),
  /** The first day on which it is no more. */
  closed: day.optional(),
});

export const listTree = {
  query: z.strictObject({
    /** Today when missing. */
    day: day.optional(),
    /** The unit to begin with; everything the caller may read when missing. */
    under: unitId.optional(),
    cursor: cursor.optional(),
  }),
  /** At most 1,000 rows, a parent always before its children. */
  answer: z.strictObject({ units: z.array(unitRow), cursor: cursor.optional() }),
};

export const readUnit = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({ day: day.optional() }),
  answer: z.strictObject({
    id: unitId,
    kind,
    division: z.string(),
    name: z.string(),
    opened: day,
    closed: day.optional(),
    names: z.array(z.strictObject({ from: day, value: z.string() })),
    /** `value` is null for a root, and for a parent that the caller may not read. */
    parents: z.array(z.strictObject({ from: day, value: unitId.nullable() })),
    successors: z.array(unitId),
    contacts,
    quota: quota.optional(),
    /** Who holds or held a post; the name is missing for somebody whose account is gone. */
    posts: z.array(
      z.strictObject({ post, person: personId, name: z.string().optional(), from: day, to: day.optional() }),
    ),
    /** From the unit's parent up, as far as the caller may read. */
    path: z.array(z.strictObject({ id: unitId, name: z.string() })),
    children: z.int(),
    /** How many people work there; missing when the caller may not list them. */
    workers: z.int().optional(),
    version,
  }),
};

/** What a new unit begins with. */
const opening = { kind, division, name, contacts: contacts.optional(), quota: quota.optional() };

export const openUnit = {
  body: z.strictObject({
    ...opening,
    /** null begins a tree: an operator's business. */
    parent: unitId.nullable(),
    day,
    why,
  }),
  answer: z.strictObject({ unit: unitId, version }),
};

const dated = { day, why, version };
const target = z.union([
  z.strictObject({ unit: unitId }),
  z.strictObject({ opening: z.strictObject({ ...opening, parent: unitId }) }),
]);

export const changeUnit = {
  params: z.strictObject({ unit: unitId }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), ...dated, name }),
    z.strictObject({ kind: z.literal('move'), ...dated, parent: unitId }),
    z.strictObject({ kind: z.literal('close'), ...dated }),
    /** The unit of the path and `others` end and go into one. */
    z.strictObject({ kind: z.literal('merge'), ...dated, others: z.array(unitId).max(20), into: target }),
    /** The unit of the path ends; each of its children goes to `into[to]`. */
    z.strictObject({
      kind: z.literal('split'),
      ...dated,
      into: z.array(target).min(2).max(10),
      children: z.array(z.strictObject({ child: unitId, to: z.int().min(0).max(9) })).max(60),
    }),
    z.strictObject({
      kind: z.literal('correct'),
      ...dated,
      contacts: contacts.optional(),
      /** null takes the quota away. */
      quota: quota.nullable().optional(),
    }),
    z.strictObject({ kind: z.literal('appoint'), ...dated, post, person: personId }),
    z.strictObject({ kind: z.literal('relieve'), ...dated, post, person: personId }),
    /** A post that was entered wrongly; `day` is the first day it was entered with. Without `right` it was never held. */
    z.strictObject({
      kind: z.literal('rectify'),
      ...dated,
      field: z.literal('post'),
      post,
      person: personId,
      right: z.strictObject({ post, person: personId, from: day, to: day.optional() }).optional(),
    }),
  ]),
  /** Every unit that changed or was opened. */
  answer: z.strictObject({ units: z.array(z.strictObject({ unit: unitId, version })) }),
};
