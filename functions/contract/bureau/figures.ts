// The figures of a unit for a period, beside last year's, on the wire: one by one, as a ranking of the units below, as a line through the months, and the
// facts that they are made of.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { cursor, day, personId, unitId, version } from '../staff/forms.ts';
import { boundaries, compared, figure, indicatorId, namedUnit, period, periodQuery, share } from './forms.ts';

/** Months that end before they begin are refused. */
const inOrder = ({ from, to }: { from: string; to: string }) => Number(from) <= Number(to);
const ORDER = { message: 'must not be before `from`', path: ['to'] };

const params = z.strictObject({ unit: unitId });

/** Ids of indicators, some 80 at most, with commas between them. */
const indicatorIds = z
  .string()
  .max(4000)
  .regex(/^[a-z0-9:-]{1,94}(,[a-z0-9:-]{1,94}){0,79}$/, 'must be indicators with commas between them');

const asked = { ...periodQuery, boundaries: boundaries.optional(), share: share.optional() };

/** What every answer says of itself. */
const head = {
  unit: namedUnit,
  /** What lies above, nearest first, as far as the caller may read its figures. */
  path: z.array(namedUnit),
  period,
  boundaries,
  /** When this was read: what was written in the last seconds may not be in it yet. */
  asOf: instant,
  /** The tree has changed hereabouts, and what lies below is still being counted again. */
  recounting: z.boolean(),
};

export const readFigures = {
  params,
  /** Without ids: the headlines. */
  query: z.strictObject({ ...asked, ids: indicatorIds.optional() }).refine(inOrder, ORDER),
  answer: z.strictObject({
    ...head,
    figures: z.array(compared),
    /** How many live there, as the unit's bureau says; the last day first. Version 0: nothing was said. */
    population: z.strictObject({
      version,
      said: z.array(z.strictObject({ from: day, people: z.int(), source: z.string() })),
    }),
    may: z.strictObject({ givePopulation: z.boolean(), listPeople: z.boolean(), seeBelow: z.boolean() }),
    today: day,
  }),
};

/** What rows are put in order by. Those of which nothing is known come last, whichever way. */
const rankOrder = z.enum(['value', 'change', 'name']);

export const rankFigures = {
  params,
  query: z
    .strictObject({ ...asked, id: indicatorId, sort: rankOrder.optional(), descending: z.literal('true').optional() })
    .refine(inOrder, ORDER),
  answer: z.strictObject({
    ...head,
    id: indicatorId,
    /** Of the unit with all below it, and of the unit alone. */
    total: compared,
    own: compared,
    /** The units right below, as far as the caller may read their figures. What a unit did before it came here is in its row. */
    rows: z.array(z.strictObject({ unit: namedUnit, closed: day.optional(), ...compared.shape })),
  }),
};

export const readTrend = {
  params,
  query: z.strictObject({
    id: indicatorId,
    /** The last of the years. */
    year: periodQuery.year,
    boundaries: boundaries.optional(),
    share: share.optional(),
  }),
  answer: z.strictObject({
    id: indicatorId,
    /** By month of three years; of what is counted by the year, of six years. Months to come are left out. */
    points: z.array(z.strictObject({ year: z.int(), month: z.int().optional(), figure: figure.nullable() })),
  }),
};

export const listFacts = {
  params,
  query: z.strictObject({ ...periodQuery, id: indicatorId, cursor: cursor.optional() }).refine(inOrder, ORDER),
  answer: z.strictObject({
    asOf: instant,
    /** A page may hold few, and none, and still go on. Each fact with what it adds to the figure, where its units lay on its days. */
    facts: z.array(
      z.strictObject({
        kind: z.string(),
        ...figure.shape,
        /** Of its first piece. */
        day,
        units: z.array(namedUnit),
        /** Missing where the fact is about no person. Without a name: the caller may list no people where they worked then. */
        person: z.strictObject({ id: personId, name: z.string().optional() }).optional(),
        course: z.string().optional(),
      }),
    ),
    cursor: cursor.optional(),
  }),
};

export const countShortfall = {
  params,
  query: z.strictObject({ cursor: cursor.optional() }),
  /** Of some people: ask again with the cursor, and add up. */
  answer: z.strictObject({
    day,
    /** At work, with and without a registration that asks for hours. */
    people: z.int(),
    unregistered: z.int(),
    /** By the last day of their registration periods. */
    ends: z.array(z.strictObject({ until: day, registered: z.int(), short: z.int(), missingMinutes: z.int() })),
    cursor: cursor.optional(),
  }),
};

export const givePopulation = {
  params,
  /** `people` of 0 takes back what was said of the day. */
  body: z.strictObject({
    request: requestId,
    version,
    from: day,
    people: z.int().min(0).max(2_000_000_000),
    source: z.string().trim().max(200),
  }),
  answer: z.strictObject({ version }),
};
