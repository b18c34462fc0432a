// The forms of exam records: papers and what came of them, states, what may be done, and what of the papers still counts.
import * as z from 'zod';
import { EXAM_STATES, SAID_KINDS } from '../../domain/exams/record.ts';
import { EXAM_STEPS } from '../../domain/exams/standing.ts';
import { instant, line as text } from '../common.ts';
import { evidence, level } from '../ledger/forms.ts';
import { day, personId, unitId } from '../staff/forms.ts';

export { evidence, level };

/** The year of an exam. */
export const examYear = z.int().min(2008).max(2100);

/** The same in an address. */
export const yearText = z
  .string()
  .regex(/^20\d\d$/, 'must be a year')
  .transform(Number);

/** A paper of a level, by the id of its subject. */
export const subject = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a subject');

/**
 * What became of a paper. `registered`: not sat yet · `absent` · `sat`: the result is not known · `passed` by the national line · `passed-local`: by the
 * line of the place alone · `failed`; or the marks, in half-points, which the pass lines judge.
 */
export const said = z.union([
  z.strictObject({ kind: z.enum(SAID_KINDS) }),
  z.strictObject({ kind: z.literal('marks'), marks: z.int().min(0).max(200) }),
]);

export const papers = z
  .array(z.strictObject({ subject, result: said }))
  .min(1)
  .max(5);

/** 考点、考区 as it stands on the admission ticket. */
export const site = text(60);

/** 准考证号. */
export const ticket = z.string().regex(/^[0-9A-Za-z-]{4,30}$/, 'must be the number of an admission ticket');

/** The county or city where the exam is sat, by its code: its pass line may be a lower one. */
export const region = z.string().regex(/^[1-9]\d{5}(\d{3})?$/, 'must be the code of a division');

/** `declared`: nobody has confirmed it yet · `withdrawn`: it was a mistake, and counts nowhere. */
export const examState = z.enum(EXAM_STATES);

export const examMove = z.enum(['confirm', 'refuse', 'withdraw']);

/** How far somebody came with a level in a year; each step holds those before it, but that a level passed in a year needs no sitting of all papers. */
export const examStep = z.enum(EXAM_STEPS);

/** How a paper stands by the pass lines; missing while there is no result, or no line to judge by. */
const verdict = z.enum(['national', 'local', 'failed']);

/** What was said at one time: all papers of the entry as they stood then. */
export const sayings = {
  papers: z.array(z.strictObject({ subject, result: said, verdict: verdict.optional(), line: z.int().optional() })),
  site: z.string().optional(),
  ticket: z.string().optional(),
  region: z.string().optional(),
};

const who = { at: instant, by: personId, byName: z.string().optional(), why: z.string().optional() };

/** A fact of an entry, in the order they came. `how`: by oneself, by staff, by a list that was imported. */
const fact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('said'),
    ...who,
    how: z.enum(['own', 'staff', 'import']),
    ...sayings,
    evidence: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  }),
  z.strictObject({ kind: z.literal('confirmed'), ...who }),
  z.strictObject({ kind: z.literal('refused'), ...who }),
  z.strictObject({ kind: z.literal('withdrawn'), ...who }),
]);

/** A person's exam of a level in a year. */
export const entry = z.strictObject({
  year: z.int(),
  level,
  state: examState,
  /** What holds: what was said last and not refused; of an entry of which all was refused or withdrawn, what was said last. */
  ...sayings,
  /** What was confirmed last, where it is not what holds: somebody has said other things since. */
  confirmed: z.strictObject(sayings).optional(),
  /** The subjects of which the confirmed result and what was said since contradict each other. */
  conflicts: z.array(subject),
  step: examStep.optional(),
  /** Where the person worked at the time: the units that count it, by name. */
  units: z.array(z.strictObject({ unit: unitId, unitName: z.string() })),
  facts: z.array(fact),
  /** What the caller may do now. `put`: say something else. */
  moves: z.array(z.enum(['put', 'confirm', 'refuse', 'withdraw'])),
});

const counted = z.strictObject({
  subject,
  year: z.int(),
  scope: z.enum(['national', 'local']),
  /** The last exam year with which it counts together. */
  until: z.int(),
});

/** What of a level's papers counts, by one scope. */
const course = z.strictObject({
  /** The year in which the level was passed. */
  passed: z.int().optional(),
  /** Passed papers that count for the next exam. */
  counts: z.array(counted),
  /** To be sat next to pass the level; empty once it is passed. */
  next: z.array(subject),
});

/** The pass cycle of a level on the day: 初级 one year, 中级 two consecutive years, rolling, 高级 one paper. */
export const cycle = z.strictObject({
  level,
  subjects: z.array(subject),
  /** Years that papers may lie apart, both counted: 1 or 2. */
  span: z.int(),
  /** The exam that is planned for: this year's until its last day, then the next. */
  year: z.int(),
  national: course,
  /** With papers passed by a local line; only where there are any. It holds in that place alone. */
  local: course.optional(),
  /** Passed once and of no more use. */
  expired: z.array(counted),
  /** Sat, and the result is not known. */
  waiting: z.array(z.strictObject({ subject, year: z.int() })),
  /** 高级: the last year of the proof (合格证明) with which one goes into the review (评审). */
  proofUntil: z.int().optional(),
  /** Whether all that decides was confirmed. */
  confirmed: z.boolean(),
});

export const certificate = z.strictObject({ level, number: z.string(), issued: day });
