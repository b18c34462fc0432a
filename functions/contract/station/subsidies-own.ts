// Subsidies as whoever applies for them sees them: the rules (for guests too), what the record says, one's applications.
import * as z from 'zod';
import { requestId } from '../common.ts';
import { day, personId, unitId, version } from '../staff/forms.ts';
import { application, applicationId, cents, claimant, level, months, rule, ruleId, state } from './subsidies-forms.ts';

const ofPerson = z.strictObject({ person: personId });

/** The rules that hold today, for guests too. */
export const listSubsidyRules = {
  query: z.strictObject({}),
  answer: z.strictObject({ rules: z.array(rule), today: day }),
};

export const readOwnSubsidies = {
  params: ofPerson,
  query: z.strictObject({}),
  answer: z.strictObject({
    today: day,
    /** Where the person works: whether there is a bureau above that decides, and by which rules it may. */
    units: z.array(
      z.strictObject({ unit: unitId, name: z.string(), deskName: z.string().optional(), rules: z.array(ruleId) }),
    ),
    /** What the record says for each level, and what was paid by each rule, in cents. */
    recorded: z.partialRecord(level, claimant),
    received: z.record(z.string(), cents),
    /** The latest first. */
    applications: z.array(application),
    /** Entries of rules that applications were made by and that hold no longer. */
    rules: z.array(rule),
  }),
};

const made = z.strictObject({ application: applicationId, state, version });

export const applySubsidy = {
  params: ofPerson,
  body: z.strictObject({
    request: requestId,
    rule: ruleId,
    level,
    unit: unitId,
    months: months.optional(),
    answers: claimant,
  }),
  answer: made,
};

export const moveOwnSubsidy = {
  params: z.strictObject({ person: personId, application: applicationId }),
  body: z.strictObject({
    request: requestId,
    version,
    moving: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('resubmit'), answers: claimant }),
      z.strictObject({ move: z.literal('withdraw') }),
    ]),
  }),
  answer: made,
};
