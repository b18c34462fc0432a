// The forms of reports: which report, what is chosen of it, its figures.
import * as z from 'zod';
import { REPORT_STATES } from '../../domain/reports/report.ts';
import { EXPECTED, TEMPLATES } from '../../domain/reports/terms.ts';
import { instant } from '../common.ts';
import { unitId } from '../staff/forms.ts';
import { figure, indicatorId } from './forms.ts';

/** `2026-05.month.1`: months, template and edition. */
export const reportId = z
  .string()
  .regex(/^20\d\d(-(0[1-9]|1[0-2])){0,2}\.(month|quarter|year|own)\.[1-9]\d{0,2}$/, 'must be a report id');

export const template = z.enum(TEMPLATES);
export const expected = z.enum(EXPECTED);
const reportState = z.enum(REPORT_STATES);

const month = z.int().min(1).max(12);
export const months = z.strictObject({ year: z.int().min(2000).max(2099), from: month, to: month });

/** Figures of one report. */
const INDICATORS_MOST = 60;

/** What is chosen. `levels`: how many levels of units below are shown one by one. */
export const selection = {
  indicators: z.array(indicatorId).min(1).max(INDICATORS_MOST),
  levels: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  note: z.string().trim().max(1_000),
};

export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits');

/** By indicator: of the months, and of the same months of the year before; null: not known. */
export const values = z.record(indicatorId, z.strictObject({ now: figure.nullable(), last: figure.nullable() }));

export const placed = z.strictObject({ id: unitId, name: z.string(), parent: unitId.nullable() });

export const adjustment = z.strictObject({
  unit: unitId,
  indicator: indicatorId,
  frozen: figure.nullable(),
  now: figure.nullable(),
  difference: z.int().optional(),
  since: instant.optional(),
});

/** A report in a list. */
export const reportRow = z.strictObject({
  report: reportId,
  template,
  months,
  edition: z.int(),
  state: reportState,
  /** Of the last step. */
  at: instant,
  /** Of the facts it rests on; missing as long as it is a draft. */
  cutOff: instant.optional(),
});
