// The names behind a step of the funnel on the wire: of a unit and of every unit below it, page by page.
import * as z from 'zod';
import { FUNNEL_STEPS } from '../../domain/exams/funnel.ts';
import { cursor, day, personId, unitId } from '../staff/forms.ts';
import { examStep, level, yearText } from './forms.ts';

export const listSteps = {
  params: z.strictObject({ unit: unitId }),
  query: z.strictObject({
    step: z.enum(FUNNEL_STEPS),
    /** Of the exam, and of the training; what is of today takes no notice of it. Missing: the exam that is planned for. */
    year: yearText.optional(),
    /** Missing: any. Of `target` and `trained` there is none. */
    level: level.optional(),
    /** Those who work there today and are not at the step: whom there is yet to win. */
    missing: z.literal('true').optional(),
    cursor: cursor.optional(),
  }),
  /** Unit by unit, a unit before those below it, in each by person. Who is counted at two units stands at both. A page may hold few, and none, and still go on. */
  answer: z.strictObject({
    day,
    year: z.int(),
    people: z.array(
      z.strictObject({
        person: personId,
        /** Empty for somebody whose account was deleted. */
        name: z.string(),
        unit: unitId,
        unitName: z.string(),
        /** Whether they work there today. */
        present: z.boolean(),
        /** Their exams of the year, as this unit counts them. */
        exams: z.array(z.strictObject({ level, step: examStep, confirmed: z.boolean() })),
        /** The levels of the certificates of whoever works there today. */
        certificates: z.array(level),
      }),
    ),
    cursor: cursor.optional(),
  }),
};
