// Batches of a bureau: applications that are shown to the public together, slice by slice; and what subsidies come to, by rule, state and unit.
import * as z from 'zod';
import { STATES } from '../../domain/subsidies/application.ts';
import { SLICE_MOST } from '../../domain/subsidies/batch.ts';
import { requestId } from '../common.ts';
import { day, personId, unitId, version } from '../staff/forms.ts';
import { year } from './forms.ts';
import { applicationId, batchId, move, row, rule, ruleId, state } from './subsidies-forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const ofBatch = z.strictObject({ unit: unitId, batch: batchId });

const batch = z.strictObject({
  batch: batchId,
  rule: ruleId,
  version,
  from: day,
  last: day,
  /** When it was begun by whom. */
  byName: z.string().optional(),
  count: z.int(),
  cents: z.int(),
});

export const listSubsidyBatches = {
  params: ofUnit,
  query: z.strictObject({ year }),
  answer: z.strictObject({ batches: z.array(batch), rules: z.array(rule), today: day }),
};

/** `from`: the day on which the list is put up; `last`: its last day, no sooner than the rule allows. */
export const addSubsidyBatch = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, rule: ruleId, from: day, last: day }),
  answer: z.strictObject({ batch: batchId, version }),
};

export const readSubsidyBatch = {
  params: ofBatch,
  query: z.strictObject({}),
  answer: z.strictObject({
    batch,
    /** Those that stand on it now; what was taken back or refused since stands apart. */
    rows: z.array(row),
    gone: z.array(row),
    rule,
    deskName: z.string(),
    decides: z.boolean(),
    today: day,
  }),
};

/** `list`: put on it · `publish`: the notice is over and nobody has objected · `pay`: paid on a day, by whoever pays. */
export const moveSubsidyBatch = {
  params: ofBatch,
  body: z.strictObject({
    request: requestId,
    moving: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('list') }),
      z.strictObject({ move: z.literal('publish') }),
      z.strictObject({ move: z.literal('pay'), day }),
    ]),
    applications: z
      .array(z.strictObject({ person: personId, application: applicationId, version }))
      .min(1)
      .max(SLICE_MOST),
  }),
  answer: z.strictObject({
    /** In the order of the applications; each is judged by itself. `changed`: it is no longer what the caller saw. */
    outcomes: z.array(
      z.strictObject({
        application: applicationId,
        outcome: z.enum(['done', 'changed', 'refused']),
        reason: z
          .enum(['subsidy-state', 'subsidy-own', 'subsidy-four-eyes', 'subsidy-amount', 'subsidy-batch'])
          .optional(),
        state: state.optional(),
      }),
    ),
    move,
  }),
};

const sums = z.array(z.strictObject({ rule: ruleId, state: z.enum(STATES), applications: z.int(), cents: z.int() }));

/** By the year of the application. Counted from the stream: what was done this minute may be missing. */
export const readSubsidyTotals = {
  params: ofUnit,
  query: z.strictObject({ year }),
  answer: z.strictObject({
    unit: unitId,
    name: z.string(),
    /** The unit with all below it. */
    all: sums,
    /** The units right below it, each with all below it; those without any application are left out. */
    below: z.array(z.strictObject({ unit: unitId, name: z.string(), sums })),
    /** Those of the unit itself. */
    own: sums,
    rules: z.array(rule),
    today: day,
  }),
};
