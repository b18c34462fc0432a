// What a station writes down of its work, on the wire: activities, funds, supervision and coverage; reading, adding, correcting, a list at once.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { day, personId, unitId, version, why } from '../staff/forms.ts';
import { coverage, month, recordId, work, workRow, year } from './forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const said = { at: instant, by: personId, why: z.string().optional() };

const record = z.strictObject({
  id: recordId,
  version: z.int(),
  /** Taken back: it counts nowhere. */
  voided: z.boolean(),
  work,
  ...said,
  /** Earlier versions, the first one first. */
  past: z.array(z.strictObject({ work, ...said })),
});

export const readWork = {
  params: ofUnit,
  query: z.strictObject({
    year,
    /** One month of it; the whole year when missing. */
    month: month.optional(),
  }),
  answer: z.strictObject({
    unit: unitId,
    name: z.string(),
    /** By day, the latest first. */
    records: z.array(record),
    coverage: z.strictObject({
      /** How often anything was said of any month: to be sent with what is said next. */
      version: z.int(),
      months: z.array(
        z.strictObject({ month, coverage, ...said, past: z.array(z.strictObject({ coverage, ...said })) }),
      ),
      /** What was said last before the year. */
      before: coverage.optional(),
    }),
    /** Names by id, of those who wrote and of those who took part in supervision. */
    names: z.record(z.string(), z.string()),
    /** Whether the caller may write. */
    keeps: z.boolean(),
    today: day,
  }),
};

const written = z.strictObject({ record: recordId, version: z.int() });

export const addWork = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, work }),
  answer: written,
};

/** A correction gives the record anew, whole; its type and its year stay. */
export const changeWork = {
  params: z.strictObject({ unit: unitId, record: recordId }),
  body: z.strictObject({
    request: requestId,
    year,
    version,
    why,
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('correct'), work }),
      z.strictObject({ kind: z.literal('void') }),
    ]),
  }),
  answer: written,
};

/** What was said of a month before is replaced with a reason. */
export const sayCoverage = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, version, month, coverage, why: why.optional() }),
  answer: z.strictObject({ version: z.int() }),
};

/** Rows of one request: they are written together, or none of them is. */
const ROWS_MOST = 50;

export const importWork = {
  params: ofUnit,
  body: z.strictObject({
    /** Look only: nothing is written. */
    dry: z.boolean(),
    rows: z.array(workRow).min(1).max(ROWS_MOST),
  }),
  answer: z.strictObject({
    /** One for each row, in its order. `same`: such an activity is there already, or stands in a row before. */
    lines: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['new', 'same', 'refused']),
        reason: z.enum(['work-future', 'work-outside', 'work-number']).optional(),
      }),
    ),
  }),
};
