// The forms of subsidies: rules, what somebody brings to them, conditions with their verdicts, amounts with their arithmetic, applications with their steps.
import * as z from 'zod';
import { MOVES, STATES } from '../../domain/subsidies/application.ts';
import { CONDITIONS } from '../../domain/subsidies/conditions.ts';
import { instant } from '../common.ts';
import { day, personId, unitId, version } from '../staff/forms.ts';
import { month } from './forms.ts';

export const applicationId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be an application id');
export const batchId = z.string().regex(/^20\d{6}-[0-9A-Za-z_-]{8,64}$/, 'must be a batch id');
export const ruleId = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a rule id');
export const level = z.enum(['junior', 'intermediate', 'senior']);
export const state = z.enum(STATES);
export const move = z.enum(MOVES);
/** Up to 100,000 yuan: more than any of these pays. */
export const cents = z.int().min(0).max(10_000_000);
const post = z.enum(['social-worker', 'community-worker', 'grid-worker', 'supervisor', 'volunteer', 'other']);
const named = z.strictObject({ zh: z.string(), en: z.string() });
const unknown = z.literal('unknown');
const count = z.int().min(0).max(1_200);

/** As `SubsidyRule` of the domain. */
export const rule = z.strictObject({
  id: ruleId,
  place: z.strictObject({ code: z.string(), name: named }),
  name: named,
  kind: z.enum(['one-off', 'monthly']),
  amounts: z.partialRecord(level, z.int()),
  difference: z.union([z.boolean(), unknown]),
  cap: z.union([z.int(), z.literal('none'), unknown]),
  firstTime: z.enum(['level', 'ever', 'unclear', 'none', 'unknown']),
  registration: z.union([z.strictObject({ where: z.string() }), z.literal('none'), unknown]),
  service: z.union([
    z.strictObject({ months: z.int(), of: z.enum(['work', 'social-work']) }),
    z.literal('none'),
    unknown,
  ]),
  posts: z.union([z.array(post), z.literal('any'), unknown]),
  established: z.enum(['excluded', 'any', 'unknown']),
  appraisal: z.enum(['passed', 'none', 'unknown']),
  window: z.union([
    z.strictObject({ from: z.string(), last: z.string() }),
    z.strictObject({ months: z.int() }),
    z.literal('none'),
    unknown,
  ]),
  notice: z.union([z.strictObject({ days: z.int(), working: z.boolean() }), z.literal('none'), unknown]),
  payer: z.string(),
  from: z.string(),
  to: day.optional(),
  words: named,
  source: z.string(),
  verified: z.boolean(),
});

/** What somebody brings to a rule; as `Claimant` of the domain. */
export const claimant = z.strictObject({
  worksThere: z.boolean().optional(),
  issued: day.optional(),
  firstOfLevel: z.boolean().optional(),
  firstEver: z.boolean().optional(),
  registered: z.boolean().optional(),
  socialWorkMonths: count.optional(),
  workMonths: count.optional(),
  posts: z.array(post).max(20).optional(),
  established: z.boolean().optional(),
  appraised: z.boolean().optional(),
  received: cents.optional(),
  months: z.int().min(0).max(12).optional(),
});

/** At most a year at a time. */
export const months = z.strictObject({ from: month, count: z.int().min(1).max(12) });

const condition = z.strictObject({
  name: z.enum(CONDITIONS),
  verdict: z.enum(['met', 'unmet', 'missing', 'unknown']),
  asked: z.int().optional(),
  found: z.int().optional(),
  day: day.optional(),
});

const amount = z.union([
  z.strictObject({
    known: z.literal(true),
    cents,
    steps: z.array(z.strictObject({ name: z.enum(['base', 'months', 'less', 'capped']), by: z.int(), cents: z.int() })),
  }),
  z.strictObject({ known: z.literal(false), why: z.enum(['level', 'received']) }),
]);

export const assessment = z.strictObject({
  standing: z.enum(['likely', 'unlikely', 'incomplete']),
  conditions: z.array(condition),
  amount,
});

/** An application as it shows to its person and to whoever decides. */
export const application = z.strictObject({
  application: applicationId,
  person: personId,
  version,
  rule: ruleId,
  level,
  day,
  months: months.optional(),
  state,
  cents: cents.optional(),
  unit: unitId,
  unitName: z.string(),
  desk: unitId,
  deskName: z.string(),
  answers: claimant,
  recorded: claimant,
  /** The list it stands on, with its last day. */
  notice: z.strictObject({ batch: batchId, from: day, last: day }).optional(),
  steps: z.array(
    z.strictObject({
      move: z.enum(['apply', ...MOVES]),
      at: instant,
      /** Missing for the person themselves and for those who are not known any more. */
      byName: z.string().optional(),
      own: z.boolean(),
      why: z.string().optional(),
      cents: cents.optional(),
      day: day.optional(),
    }),
  ),
  /** What the caller may do. */
  moves: z.array(move),
});

/** A line of a list. */
export const row = z.strictObject({
  application: applicationId,
  person: personId,
  name: z.string(),
  version,
  unit: unitId,
  unitName: z.string(),
  rule: ruleId,
  level,
  day,
  state,
  cents: cents.optional(),
  batch: batchId.optional(),
  /** What the caller may do. */
  moves: z.array(move),
});
