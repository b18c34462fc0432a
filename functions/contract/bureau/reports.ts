// Reports on the wire: those of a unit, one of them whole, what is done to it, and who of the units below has sent theirs.
import * as z from 'zod';
import { REPORT_MOVES } from '../../domain/reports/report.ts';
import { instant, requestId } from '../common.ts';
import { day, personId, unitId, version, why } from '../staff/forms.ts';
import { namedUnit } from './forms.ts';
import {
  adjustment,
  expected,
  hash,
  months,
  placed,
  reportId,
  reportRow,
  selection,
  template,
  values,
} from './report-forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const ofReport = z.strictObject({ unit: unitId, edition: reportId });
const year = z.string().regex(/^20\d\d$/, 'must be a year');

/** Those of a year, the newest months first. Whoever may not make reports sees those that are frozen. */
export const listReports = {
  params: ofUnit,
  query: z.strictObject({ year }),
  answer: z.strictObject({
    unit: namedUnit,
    reports: z.array(reportRow),
    /** What each template brings along. */
    templates: z.record(template, z.strictObject({ indicators: z.array(z.string()), levels: z.int() })),
    may: z.strictObject({ make: z.boolean(), expect: z.boolean(), keepKeys: z.boolean() }),
    today: day,
  }),
};

/** Begins a draft, or the next edition of what was frozen. */
export const beginReport = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, template, months, ...selection }),
  answer: z.strictObject({ report: reportId, version: z.int() }),
};

const step = z.strictObject({
  move: z.enum(['begin', ...REPORT_MOVES]),
  at: instant,
  by: personId,
  byName: z.string().optional(),
  why: z.string().optional(),
});

export const readReport = {
  params: ofReport,
  query: z.strictObject({}),
  answer: z.strictObject({
    unit: namedUnit,
    report: reportRow,
    version: z.int(),
    ...selection,
    made: z.strictObject({ cutOff: instant, hash, at: instant, by: personId }).optional(),
    /** What was made, byte for byte what is hashed: JSON of `Content` (domain/reports/content.ts). */
    text: z.string().optional(),
    /** The figures of now, from counters, for the units that are shown. */
    live: z.strictObject({
      asOf: instant,
      units: z.array(placed),
      figures: z.array(z.strictObject({ unit: unitId, values })),
    }),
    /** What differs between what was made and now. */
    adjustments: z.array(adjustment),
    steps: z.array(step),
    sentTo: namedUnit.optional(),
    /** The newer edition that stands in this one's place. */
    replacedBy: reportId.optional(),
    /** What the caller may do. */
    moves: z.array(z.enum(REPORT_MOVES)),
    today: day,
  }),
};

/** How far a count has come that takes more than one request: ask again with the same instant. */
const progress = z.strictObject({ done: z.literal(false), at: instant, units: z.int(), of: z.int() });

/** Makes the figures of a draft from all that was known at an instant. Without one: ten minutes ago, to the minute. */
export const makeFigures = {
  params: ofReport,
  body: z.strictObject({ request: requestId, version, cutOff: instant.optional() }),
  answer: z.discriminatedUnion('done', [
    progress,
    z.strictObject({ done: z.literal(true), version: z.int(), hash, cutOff: instant }),
  ]),
};

/** Makes them again from the same instant, to see whether the same bytes come out; and what has become another since. */
export const recountReport = {
  params: ofReport,
  body: z.strictObject({ at: instant.optional() }),
  answer: z.discriminatedUnion('done', [
    progress,
    z.strictObject({
      done: z.literal(true),
      equal: z.boolean(),
      hash,
      asOf: instant,
      adjustments: z.array(adjustment),
    }),
  ]),
};

export const moveReport = {
  params: ofReport,
  body: z.strictObject({
    request: requestId,
    version,
    moving: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('edit'), ...selection }),
      z.strictObject({ move: z.literal('sign'), hash }),
      z.strictObject({ move: z.literal('countersign'), hash }),
      z.strictObject({ move: z.literal('reopen'), why }),
      z.strictObject({ move: z.literal('send') }),
      z.strictObject({ move: z.literal('receive') }),
      z.strictObject({ move: z.literal('return'), why }),
      z.strictObject({ move: z.literal('drop') }),
    ]),
  }),
  answer: z.strictObject({ state: reportRow.shape.state, version: z.int() }),
};

const monthText = z.string().regex(/^([1-9]|1[0-2])$/, 'must be a month, 1 to 12');

/** Who of the units below has sent theirs, and when. */
export const readBoard = {
  params: ofUnit,
  query: z.strictObject({ template: expected, year, from: monthText, to: monthText }),
  answer: z.strictObject({
    unit: namedUnit,
    template: expected,
    months,
    due: day,
    /** The rules of when reports are due, and how often they were changed. */
    rules: z.array(z.strictObject({ template: expected, from: day, days: z.int() })),
    version: z.int(),
    lines: z.array(
      z.strictObject({
        unit: namedUnit,
        standing: z.enum(['missing', 'sent', 'received', 'returned']),
        report: reportId.optional(),
        firstOn: day.optional(),
        late: z.int(),
      }),
    ),
    mayExpect: z.boolean(),
    today: day,
  }),
};

/** Says that from a day on reports are due so many days after their months. */
export const setDue = {
  params: ofUnit,
  body: z.strictObject({ request: requestId, version, template: expected, from: day, days: z.int().min(0).max(180) }),
  answer: z.strictObject({ version: z.int() }),
};
