// The import of a list of people on the wire: a slice of its rows at a time, first dry, then written. The answer says of each line what
// becomes of it, and holds nothing of anybody who is registered elsewhere.
import * as z from 'zod';
import { COLUMNS } from '../../domain/imports/column-names.ts';
import { CHANGED_FIELDS, REFUSALS } from '../../domain/imports/decide.ts';
import { EDUCATIONS } from '../../domain/people/person.ts';
import { day, personId, unitId } from './forms.ts';

/** Rows of one request: a transaction each, well within a function's time. */
const ROWS_MOST = 100;

const row = z.strictObject({
  /** Where it stands in the file. */
  line: z.int().min(1).max(2_000_000),
  unit: unitId,
  /** What names and numbers must be is the domain's to say, line by line. */
  name: z.string().max(200),
  phone: z.string().max(40).optional(),
  idNumber: z.string().max(40).optional(),
  post: z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']),
  /** Missing: not on the establishment for somebody new, as it is for somebody known. */
  established: z.boolean().optional(),
  education: z.enum(EDUCATIONS).optional(),
  isSocialWorkMajor: z.boolean().optional(),
  /** The first day in post; the request's `day` for somebody new when missing. */
  from: day.optional(),
  /** One certificate, added to those that are known or brought up to date. */
  certificate: z
    .strictObject({
      level: z.enum(['junior', 'intermediate', 'senior']),
      number: z.string().max(60),
      issued: day,
      registered: day.optional(),
      registrationFrom: day.optional(),
      registrationTo: day.optional(),
    })
    .optional(),
});

export const importPeople = {
  params: z.strictObject({ unit: unitId }),
  body: z.strictObject({
    /** Look only: nothing is written. */
    dry: z.boolean(),
    day,
    rows: z.array(row).min(1).max(ROWS_MOST),
  }),
  answer: z.strictObject({
    /** One for each row, in its order. */
    lines: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['new', 'same', 'changed', 'refused']),
        /** What changes, or changed. */
        fields: z.array(z.enum(CHANGED_FIELDS)).optional(),
        /**
         * Why it is refused. `invalid`: a cell that the checks do not let pass, `column` says which · `not-your-unit`: not there, or not yours ·
         * `unit-not-open`: it has closed, or will · `duplicate`: the number stands in another row of the same request · `changed-meanwhile`:
         * somebody else was at it at the same time.
         */
        reason: z
          .enum([...REFUSALS, 'invalid', 'not-your-unit', 'unit-not-open', 'duplicate', 'changed-meanwhile'])
          .optional(),
        column: z.enum(COLUMNS).optional(),
        /** Who is registered and stands against it, for whoever may read them; missing for everybody else. */
        person: personId.optional(),
      }),
    ),
  }),
};
