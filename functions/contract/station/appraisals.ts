// Appraisals on the wire: rounds of a bureau, the appraisals of a unit, one of them with its template, and what is done to it. Marks in half-points.
import * as z from 'zod';
import { MOVES, STATES } from '../../domain/appraisal/appraisal.ts';
import { CYCLES, EVIDENCE, FIGURES, GRADES } from '../../domain/appraisal/template.ts';
import { instant, requestId } from '../common.ts';
import { day, personId, unitId, version } from '../staff/forms.ts';
import { year } from './forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const appraisalId = z.string().regex(/^20\d{2}(-q[1-4])?\.[a-z][a-z0-9-]{0,39}$/, 'must be an appraisal id');
const templateId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a template id');
const quarter = z.int().min(1).max(4);
const term = z.strictObject({ year, quarter: quarter.optional() });
const state = z.enum(STATES);
const grade = z.enum(GRADES);
const text = z.strictObject({ zh: z.string(), en: z.string() });

const row = z.strictObject({
  appraisal: appraisalId,
  unit: unitId,
  name: z.string(),
  template: templateId,
  title: text,
  term,
  state,
  due: day,
  /** Of all points, in half-points; `total` and `grade` where the caller may see them. */
  most: z.int(),
  total: z.int().optional(),
  grade: grade.optional(),
});

/** Those of the unit itself, the latest term first. */
export const listAppraisals = {
  params: ofUnit,
  query: z.strictObject({ year }),
  answer: z.strictObject({ appraisals: z.array(row) }),
};

/** Those that the unit, a bureau, has opened for units below it: how far each is. */
export const listRounds = {
  params: ofUnit,
  query: z.strictObject({ year }),
  answer: z.strictObject({
    appraisals: z.array(row),
    /** What may be opened; empty for whoever may not open any. */
    templates: z.array(
      z.strictObject({
        id: templateId,
        title: text,
        source: text,
        cycle: z.enum(CYCLES),
        verified: z.boolean(),
        most: z.int(),
      }),
    ),
    today: day,
  }),
};

/** Units of one request. */
const UNITS_MOST = 25;

export const openAppraisals = {
  params: ofUnit,
  body: z.strictObject({ template: templateId, term, due: day, units: z.array(unitId).min(1).max(UNITS_MOST) }),
  /** In the order of the units. `there`: it was open already · `refused`: not there, or not the caller's to decide about. */
  answer: z.strictObject({
    outcomes: z.array(z.strictObject({ unit: unitId, outcome: z.enum(['opened', 'there', 'refused']) })),
  }),
};

const scores = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.int().min(0).max(1_000));
const note = z.string().trim().max(500);
const sheet = { scores, note };
const figures = z.partialRecord(z.enum(FIGURES), z.int());

export const readAppraisal = {
  params: z.strictObject({ unit: unitId, appraisal: appraisalId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    appraisal: row,
    version: z.int(),
    verified: z.boolean(),
    source: text,
    grades: z.array(z.strictObject({ grade, from: z.int() })),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        title: text,
        indicators: z.array(
          z.strictObject({
            id: z.string(),
            title: text,
            criteria: text,
            most: z.int(),
            evidence: z.enum(EVIDENCE),
            figure: z.strictObject({ name: z.enum(FIGURES), full: z.int() }).optional(),
          }),
        ),
      }),
    ),
    /** Counted now while it is open, and as it was when the unit gave its word after that; and the marks that follow. */
    counted: z.strictObject({ figures, proposed: scores, at: instant }),
    self: z.strictObject(sheet).optional(),
    /** Missing for the unit itself until it is published, as is all that follows. */
    visit: z.strictObject({ ...sheet, day }).optional(),
    decision: z.strictObject({ ...sheet, grade }).optional(),
    objection: z.string().optional(),
    settlement: z.strictObject({ ...sheet, grade }).optional(),
    steps: z.array(
      z.strictObject({
        move: z.enum(['open', ...MOVES]),
        at: instant,
        by: personId,
        byName: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
    /** What the caller may do. */
    moves: z.array(z.enum(MOVES)),
    /** Whether the next move is a decision that the caller, who made the visit, leaves to somebody else. */
    leftToOthers: z.boolean(),
    today: day,
  }),
};

export const moveAppraisal = {
  params: z.strictObject({ unit: unitId, appraisal: appraisalId }),
  body: z.strictObject({
    request: requestId,
    version,
    moving: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('score'), ...sheet }),
      z.strictObject({ move: z.literal('visit'), ...sheet, day }),
      z.strictObject({ move: z.literal('decide'), ...sheet, grade }),
      z.strictObject({ move: z.literal('settle'), ...sheet, grade }),
      z.strictObject({ move: z.literal('publish') }),
      z.strictObject({ move: z.literal('object'), note }),
      z.strictObject({ move: z.literal('withdraw'), note }),
    ]),
  }),
  answer: z.strictObject({ state, version: z.int() }),
};
