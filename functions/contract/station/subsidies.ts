// Applications for subsidies as the unit and the bureau see them: the queue, one of them with the rule's conditions, and what is done to it.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { cursor, day, personId, unitId, version, why } from '../staff/forms.ts';
import { year } from './forms.ts';
import { application, applicationId, assessment, cents, row, rule, state } from './subsidies-forms.ts';

const one = z.strictObject({ person: personId, application: applicationId });

/** Those of a unit; of a bureau that decides: all that it decides about. */
export const listSubsidies = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    state: state.optional(),
    /** What is over, of a year; what is under way when missing. */
    year: year.optional(),
    cursor: cursor.optional(),
  }),
  answer: z.strictObject({
    /** What was applied for first first. */
    applications: z.array(row),
    cursor: z.string().optional(),
    rules: z.array(rule),
    /** Whether the unit is a bureau that decides, and the caller may; its name is printed on lists. */
    decides: z.boolean(),
    name: z.string(),
    today: day,
  }),
};

export const readSubsidy = {
  params: one,
  query: z.strictObject({}),
  answer: z.strictObject({
    name: z.string(),
    application,
    rule,
    /** As of the day of the application, by the record of now and what was typed. */
    assessment,
    /** Whether the record says something else now than when it was handed in. */
    recordChanged: z.boolean(),
    /** Cents that were paid by this rule before, and what is left of its cap. */
    received: cents,
    room: cents.optional(),
    at: instant,
    today: day,
  }),
};

export const moveSubsidy = {
  params: one,
  body: z.strictObject({
    request: requestId,
    version,
    moving: z.discriminatedUnion('move', [
      /** What it comes to, where it is another amount than was worked out. */
      z.strictObject({ move: z.literal('check'), cents: cents.optional() }),
      z.strictObject({ move: z.literal('return'), why }),
      z.strictObject({ move: z.literal('refuse'), why }),
      z.strictObject({ move: z.literal('object'), why }),
      z.strictObject({ move: z.literal('dismiss'), why }),
    ]),
  }),
  answer: z.strictObject({ state, version }),
};
