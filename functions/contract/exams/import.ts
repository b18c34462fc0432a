// The import of a list of exam registrations or results on the wire: a slice of its rows at a time, first dry, then written. Rows are matched by identity
// number, by person or by phone and name; of somebody who is not of the caller's units the answer says no more than of nobody.
import * as z from 'zod';
import { EXAM_COLUMNS } from '../../domain/imports/exam-columns.ts';
import { personId, unitId, why } from '../staff/forms.ts';
import { examYear, level, papers, region, said, site, subject, ticket } from './forms.ts';

/** Rows of one request: a transaction each, well within a function's time. */
const ROWS_MOST = 100;

const row = z.strictObject({
  /** Where it stands in the file. */
  line: z.int().min(1).max(2_000_000),
  name: z.string().max(200),
  /** One of the three is needed. What numbers must be is the domain's to say, line by line. */
  idNumber: z.string().max(40).optional(),
  person: personId.optional(),
  phone: z.string().max(40).optional(),
  year: examYear,
  level,
  site: site.optional(),
  ticket: ticket.optional(),
  region: region.optional(),
  papers,
});

export const importExams = {
  params: z.strictObject({ unit: unitId }),
  body: z.strictObject({
    /** Look only: nothing is written. */
    dry: z.boolean(),
    /** Where a result that was confirmed is contradicted, the file's is taken, with this reason; missing: such a line is a conflict, and nothing is written. */
    replace: why.optional(),
    rows: z.array(row).min(1).max(ROWS_MOST),
  }),
  answer: z.strictObject({
    /** One for each row, in its order. */
    lines: z.array(
      z.strictObject({
        line: z.int(),
        /** `conflict`: the file contradicts what was confirmed, see `stands`. */
        outcome: z.enum(['new', 'same', 'changed', 'conflict', 'refused']),
        /** Whose exam it is. */
        person: personId.optional(),
        /** With `changed` and `conflict`: the papers that differ, and what stands there now; null: nothing yet. */
        stands: z.array(z.strictObject({ subject, result: said.nullable(), confirmed: z.boolean() })).optional(),
        /**
         * Why it is refused. `invalid`: a cell that the checks do not let pass, `column` says which · `unknown-person`: nobody of the caller's units has
         * this number · `name-differs`: the number is known under another name · `duplicate`: the person has another row of this year and level in the
         * request · `exam-future`: a result of an exam that is still to come · `changed-meanwhile`: somebody else was at it at the same time.
         */
        reason: z
          .enum([
            'invalid',
            'unknown-person',
            'name-differs',
            'duplicate',
            'exam-future',
            'list-full',
            'person-deleted',
            'own-record',
            'changed-meanwhile',
          ])
          .optional(),
        column: z.enum(EXAM_COLUMNS).optional(),
      }),
    ),
  }),
};
