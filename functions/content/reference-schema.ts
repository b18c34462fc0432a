// What the bank's reference data may hold: papers, syllabus trees, the registry of statutes, the exam calendar, the release's settings, and by what
// mock papers are made and judged.
import * as z from 'zod';
import { PAPER_FORMS } from '../domain/papers/blueprint.ts';
import { day } from './schema.ts';

const named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const chapterId = z.string().regex(/^[a-z]+\d\d-\d\d$/, 'must be a chapter id as jc18-04');

/** One paper of the exam. `questions` is how many of each kind the paper has; minutes as on the paper. */
const subject = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  level: z.enum(['junior', 'intermediate', 'senior']),
  name: named,
  form: z.enum(['objective', 'essay']),
  minutes: z.int().min(1),
  questions: z.discriminatedUnion('known', [
    z.strictObject({ known: z.literal(true), single: z.int().min(0), multiple: z.int().min(0), essay: z.int().min(0) }),
    z.strictObject({ known: z.literal(false), note: z.string().min(1) }),
  ]),
});

export const subjectsFile = z.strictObject({ subjects: z.array(subject) });

const chapter = z.strictObject({
  id: chapterId,
  number: z.int().min(1),
  name: named,
  /** Marks on the paper the weights were taken from. */
  weight: z.exactOptional(z.number().positive()),
  verified: z.boolean(),
  /** Ids of the chapters of the next edition it became, where known. */
  becomes: z.array(chapterId),
});

/** The tree of one paper. `verified`: somebody compared it with the official text. Weights are given for all chapters or for none. */
const tree = z
  .strictObject({
    verified: z.boolean(),
    source: z.string().min(1),
    weights: z.exactOptional(z.string().min(1)),
    chapters: z.array(chapter),
  })
  .refine(
    ({ chapters }) => new Set(chapters.map((c) => c.weight === undefined)).size < 2,
    'weights: all chapters or none',
  )
  .refine(({ chapters }) => new Set(chapters.map((c) => c.id)).size === chapters.length, 'a chapter id is used twice');

/** One edition of the syllabus, in force for the exams of the years `from` … `to`; a side that is not given is open or not known. */
export const syllabusFile = z.strictObject({
  edition: z.string().regex(/^\d{4}$/),
  exams: z.strictObject({ from: z.exactOptional(z.int()), to: z.exactOptional(z.int()) }),
  source: z.string().min(1),
  subjects: z.record(z.string(), tree),
});

/** One version of a statute. `until` is its last day in force; `doubt` is what is not established about it. */
const statute = z.strictObject({
  name: z.string().min(1),
  version: day,
  body: z.string().min(1),
  effective: day,
  until: z.exactOptional(day),
  /** The lowest and the highest article number; the lowest is 1 unless said. */
  firstArticle: z.exactOptional(z.int().min(1)),
  articles: z.int().min(1),
  note: z.exactOptional(z.string().min(1)),
  doubt: z.exactOptional(z.string().min(1)),
});

export const statutesFile = z.strictObject({ statutes: z.array(statute) });

const sitting = z.strictObject({
  year: z.int(),
  days: z.exactOptional(z.array(day).min(1)),
  source: z.string().min(1),
});

export const examsFile = z.strictObject({ sittings: z.array(sitting) });

/** `lawAsOf`: law questions follow the law in force on this day. `edition`: the syllabus edition the bank's chapters follow. */
export const releaseConfig = z.strictObject({ lawAsOf: day, edition: z.string().regex(/^\d{4}$/) });

const count = z.exactOptional(z.int().min(1));

/** What a mock paper is made of. A blueprint that was released stays for ever as it is, for attempts name it: another year's exam is another one. */
const blueprint = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*-\d+$/),
    form: z.enum(PAPER_FORMS),
    answered: z.enum(['objective', 'essay']),
    counts: z.strictObject({ single: count, multiple: count, case: count, design: count }),
    minutes: z.int().min(1),
  })
  .refine(
    ({ answered, counts }) =>
      Object.keys(counts).length > 0 &&
      (answered === 'objective' ? !(counts.case ?? counts.design) : !(counts.single ?? counts.multiple)),
    'counts: single and multiple for an objective paper, case and design for an essay paper',
  );

export const blueprintsFile = z
  .strictObject({ blueprints: z.array(blueprint) })
  .refine(({ blueprints }) => new Set(blueprints.map((b) => b.id)).size === blueprints.length, 'an id is used twice');

/** `mark` in half-points. A local line names its regions, a national one has none. */
const passLine = z
  .strictObject({
    year: z.int(),
    level: z.enum(['junior', 'intermediate', 'senior']),
    subject: z.exactOptional(z.string().regex(/^[a-z]+(-[a-z]+)*$/)),
    mark: z.int().min(1),
    scope: z.enum(['national', 'local']),
    regions: z.exactOptional(z.array(z.string().regex(/^\d{2,12}$/)).min(1)),
    verified: z.boolean(),
    source: z.string().min(1),
  })
  .refine(({ scope, regions }) => (scope === 'local') === (regions !== undefined), 'regions: for a local line alone');

export const passLinesFile = z.strictObject({ passLines: z.array(passLine) });

export type Subject = z.output<typeof subject>;
export type Chapter = z.output<typeof chapter>;
export type Tree = z.output<typeof tree>;
export type Syllabus = z.output<typeof syllabusFile>;
export type Statute = z.output<typeof statute>;
export type ReleaseConfig = z.output<typeof releaseConfig>;
