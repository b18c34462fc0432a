// Set papers on the wire: what can be scheduled, scheduling, looking, changing.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { halfPoints, named, paperForm, paperId, subjectId } from '../mock/forms.ts';
import { unitId, version, why } from '../staff/forms.ts';
import { after, group, keyed, lacking, may, namedGroup, phase, plan, written } from './forms.ts';

const ofUnit = z.strictObject({ unit: unitId });
const ofPaper = z.strictObject({ paper: paperId });

/** What a unit can schedule today. */
export const listPaperForms = {
  params: ofUnit,
  query: z.strictObject({}),
  answer: z.strictObject({
    subjects: z.array(
      z.strictObject({
        id: subjectId,
        level: z.enum(['junior', 'intermediate', 'senior']),
        name: named,
        forms: z.array(
          z.strictObject({
            form: paperForm,
            blueprint: z.string(),
            answered: z.enum(['objective', 'essay']),
            counts: z.record(z.string(), z.int()),
            minutes: z.int(),
            /** What the bank lacks for it; empty: it can be scheduled. */
            lacking,
          }),
        ),
      }),
    ),
    /** The usual grace in milliseconds, unless one says otherwise. */
    graceMs: z.int(),
    now: instant,
  }),
};

const row = z.strictObject({
  paper: paperId,
  title: z.string(),
  group: namedGroup,
  subject: subjectId,
  form: paperForm,
  mode: plan.mode,
  opensAt: instant,
  closesAt: instant,
  minutes: z.int(),
  questions: z.int(),
  answered: z.enum(['objective', 'essay']),
  phase,
  results: plan.results,
  /** Whether those who sat it can see their marks. */
  released: z.boolean(),
});

export const listSetPapers = {
  params: ofUnit,
  query: z.strictObject({ cursor: after.optional() }),
  /** Those that the unit has set, the latest opening first; also those for the courses of the unit and for units below. */
  answer: z.strictObject({ papers: z.array(row), cursor: after.optional(), now: instant }),
};

export const setPaper = {
  params: ofUnit,
  body: z.strictObject({
    request: requestId,
    group,
    ...plan,
    /** The blueprint's own when missing; and the usual grace. */
    minutes: plan.minutes.optional(),
    graceMs: plan.graceMs.optional(),
  }),
  answer: written,
};

export const readSetPaper = {
  params: ofPaper,
  query: z.strictObject({}),
  answer: z.strictObject({
    ...row.shape,
    unit: unitId,
    unitName: z.string(),
    subjectName: named,
    blueprint: z.string(),
    graceMs: z.int(),
    /** The most extra time that anybody has, in percent. */
    factorMost: z.int(),
    shuffle: z.boolean(),
    review: plan.review,
    ranking: plan.ranking,
    counts: z.record(z.string(), z.int()),
    possible: halfPoints,
    /** What its questions were drawn by: the same seed and bank give the same paper. */
    seed: z.int(),
    releasedAt: instant.optional(),
    cancelled: z.strictObject({ at: instant, why: z.string() }).optional(),
    createdAt: instant,
    /** When the last who may start has ended: results and review `after-close` open then. */
    allOverAt: instant,
    may,
    version,
    now: instant,
  }),
};

/** The questions with their keys. Reading them leaves a line in the audit. */
export const readPaperQuestions = {
  params: ofPaper,
  query: z.strictObject({}),
  answer: z.strictObject({ questions: z.array(z.strictObject({ n: z.int(), ...keyed.shape })), now: instant }),
};

const write = { request: requestId, version };

/** A change of a plan: what is missing stays. Another subject or form draws the questions anew, as `redraw` does. */
const planChange = z.strictObject(plan).partial();

export const changeSetPaper = {
  params: ofPaper,
  body: z.discriminatedUnion('kind', [
    /** Before it opens. */
    z.strictObject({ kind: z.literal('edit'), ...write, plan: planChange, redraw: z.boolean().optional() }),
    /** While it is open, and after: those who have not started get longer. */
    z.strictObject({ kind: z.literal('close-later'), ...write, closesAt: instant, why: why.optional() }),
    /** Results that are released by hand: now. */
    z.strictObject({ kind: z.literal('release'), ...write }),
    /** Nobody can start any more; who sits it may finish. */
    z.strictObject({ kind: z.literal('cancel'), ...write, why }),
  ]),
  answer: written,
};
