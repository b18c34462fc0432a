// A unit's people and how far each is with the hours of their registration period, on the wire.
import * as z from 'zod';
import { day, personId, unitId } from '../staff/forms.ts';
import { figures, noLedger } from './forms.ts';

/** Where a list goes on: the last one of the page before. */
const after = z.string().regex(/^[0-9A-Za-z_.-]{8,130}$/, 'must be a cursor of this list');

const { source: _, ...shown } = figures;

export const listLedgers = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    /** Who works there on this day, and their period of it; today when missing. */
    day: day.optional(),
    /** Only those who lack hours; a page may then hold few, and none, and still go on. */
    short: z.literal('true').optional(),
    cursor: after.optional(),
  }),
  /** By person, in no other order: who has least time is found when all pages are there. */
  answer: z.strictObject({
    day,
    people: z.array(
      z.strictObject({
        person: personId,
        name: z.string(),
        /** The figures, or why there are none. */
        ledger: z.strictObject(shown).optional(),
        reason: noLedger.optional(),
        /** Entries that wait for a decision. */
        waiting: z.int(),
      }),
    ),
    /** Of everybody this page looked at, shown or not; those of all pages add up to the unit's. `registered` = `reached` + `short`. */
    sum: z.strictObject({
      people: z.int(),
      registered: z.int(),
      reached: z.int(),
      short: z.int(),
      unregistered: z.int(),
      waiting: z.int(),
    }),
    cursor: after.optional(),
  }),
};
