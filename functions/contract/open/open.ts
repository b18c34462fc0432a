// Open data on the wire: the units that a key reaches, their figures by indicator and months, and their frozen reports. Counts alone, of nobody by name.
import * as z from 'zod';
import { indicatorId, periodQuery } from '../bureau/forms.ts';
import { hash, placed, reportId, reportRow, values } from '../bureau/report-forms.ts';
import { instant } from '../common.ts';
import { day, unitId } from '../staff/forms.ts';

/** The key's unit first, and what lies below it today. `next`: where the list goes on. */
export const openUnits = {
  query: z.strictObject({ after: unitId.optional() }),
  answer: z.strictObject({ units: z.array(placed), next: unitId.optional(), today: day }),
};

/** Units of one request. */
const UNITS_MOST = 50;

const list = (item: z.ZodType<string, string>, most: number) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most));

/** Of one unit or some, with all below each. Counts, and shares with what they are of. */
export const openFigures = {
  query: z
    .strictObject({
      ...periodQuery,
      units: list(unitId, UNITS_MOST).optional(),
      indicators: list(indicatorId, 60).optional(),
    })
    .refine(({ from, to }) => Number(from) <= Number(to), { message: 'must not be before `from`', path: ['to'] }),
  answer: z.strictObject({
    asOf: instant,
    year: z.int(),
    from: z.int(),
    to: z.int(),
    /** Indicator → the rule by which it is counted. */
    rules: z.record(indicatorId, z.string()),
    figures: z.array(z.strictObject({ unit: unitId, values })),
  }),
};

const ofUnit = z.strictObject({ unit: unitId });

/** The frozen reports of a unit for a year. */
export const openReports = {
  params: ofUnit,
  query: z.strictObject({ year: z.string().regex(/^20\d\d$/, 'must be a year') }),
  answer: z.strictObject({ reports: z.array(reportRow.extend({ hash })) }),
};

/** `text` is byte for byte what was signed: its SHA-256 is `hash`. */
export const openReport = {
  params: z.strictObject({ unit: unitId, edition: reportId }),
  query: z.strictObject({}),
  answer: z.strictObject({ report: reportRow.extend({ hash }), text: z.string() }),
};
