// The forms that the routes of mock papers share: ids, what a question shows without its key, what stands at one, how an attempt stands.
import * as z from 'zod';
import { ATTEMPT_STATES, FACTOR, MODES } from '../../domain/attempts/attempt.ts';
import { PAPER_FORMS } from '../../domain/papers/blueprint.ts';
import { instant } from '../common.ts';

/** When it began, in base 36, and an id: attempts sort by time. */
export const attemptId = z.string().regex(/^[0-9a-z]{9}-[0-9A-Za-z_-]{8,64}$/, 'must be an attempt id');
export const paperId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a paper id');
export const subjectId = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a subject id');
export const device = z.string().regex(/^[0-9A-Za-z_-]{8,40}$/, 'must be a device id');
export const personId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a person id');

export const paperForm = z.enum(PAPER_FORMS);
export const mode = z.enum(MODES);
export const attemptState = z.enum(ATTEMPT_STATES);
export const factor = z.int().min(FACTOR.usual).max(FACTOR.most);
export const itemKind = z.enum(['single', 'multiple', 'case', 'design']);
export const optionId = z.string().regex(/^[A-Z]$/, 'must be an option');
export const halfPoints = z.int().min(0).max(10_000);
export const named = z.strictObject({ zh: z.string(), en: z.string() });

/** The number of a question on its paper, from 1. */
export const number = z.int().min(1).max(200);

/** Milliseconds since the start, by the device's estimate of the server's clock: 60 days at most. */
export const seq = z.int().min(0).max(5_184_000_000);

/** Marks and line ends, and no other sign that hides or turns text. */
export const essayText = z.string().max(6_000);

/** A question without its key. */
export const asked = z.strictObject({
  n: number,
  id: z.string(),
  version: z.int(),
  kind: itemKind,
  stem: z.string(),
  /** In the order in which this attempt shows them; none for a question that is answered in words. */
  options: z.array(z.strictObject({ id: optionId, text: z.string() })),
  /** The questions about the material, for one that is answered in words. */
  parts: z.array(z.strictObject({ id: z.string(), text: z.string(), possible: halfPoints })).optional(),
});

/** What stands at a question. */
export const answered = z.strictObject({
  n: number,
  seq,
  picked: z.array(optionId).max(10),
  flagged: z.boolean(),
  spentS: z.int(),
});

export const written = z.strictObject({ n: number, part: z.string(), seq, text: z.string() });

/** How an attempt stands: all that a clock and a page need. */
export const standing = {
  attempt: attemptId,
  state: attemptState,
  startedAt: instant,
  deadline: instant,
  pausedAt: instant.optional(),
  endedAt: instant.optional(),
  graceMs: z.int(),
  /** Which device writes it. */
  holder: device,
  now: instant,
} as const;

/** An attempt as its own list and its page show it. */
export const attemptHead = z.strictObject({
  ...standing,
  subject: subjectId,
  form: paperForm,
  blueprint: z.string(),
  paper: paperId.optional(),
  title: z.string().optional(),
  mode,
  factor,
  offline: z.boolean(),
  questions: z.int(),
});
