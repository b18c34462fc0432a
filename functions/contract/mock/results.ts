// What is known after an attempt: its result as far as it is released, keys and explanations when the policy says so, own marks, ranking.
import * as z from 'zod';
import { instant } from '../common.ts';
import { asked, attemptHead, attemptId, halfPoints, itemKind, number, optionId, paperId, personId } from './forms.ts';

const verdict = z.enum(['right', 'partial', 'wrong', 'blank', 'credited', 'unmarked', 'marked']);

const line = z.strictObject({
  n: number,
  id: z.string(),
  kind: itemKind,
  chapter: z.string(),
  picked: z.array(optionId),
  verdict,
  earned: halfPoints,
  possible: halfPoints,
  spentS: z.int(),
  late: z.enum(['made-after-deadline', 'received-after-grace', 'received-after-hand-in', 'voided']).optional(),
  /** With `late`: what came, and does not count. */
  latePicked: z.array(optionId).optional(),
});

const passLine = z.strictObject({
  year: z.int(),
  mark: halfPoints,
  scope: z.enum(['national', 'local']),
  verified: z.boolean(),
});

/** `waiting`: the result is not released yet, or an answer in words has no marks; then nothing else is said. */
export const readResult = {
  params: z.strictObject({ attempt: attemptId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    attempt: attemptHead,
    result: z
      .strictObject({
        earned: halfPoints,
        possible: halfPoints,
        marking: z.enum(['done', 'waiting']),
        lines: z.array(line),
        chapters: z.array(z.strictObject({ id: z.string(), name: z.strictObject({ zh: z.string(), en: z.string() }) })),
        passLines: z.array(passLine),
        regrades: z.array(z.strictObject({ at: instant, before: halfPoints, after: halfPoints })),
        /** Earlier results of the same subject that are released, newest first. */
        earlier: z.array(
          z.strictObject({
            attempt: attemptId,
            at: instant,
            earned: halfPoints,
            possible: halfPoints,
            offline: z.boolean(),
          }),
        ),
        /** Whether keys and explanations may be read. */
        review: z.boolean(),
        /** Whether one may give the marks for one's own words. */
        selfMarking: z.boolean(),
      })
      .optional(),
    /** When the result will be there, if that is known. */
    resultAt: instant.optional(),
    now: instant,
  }),
};

const source = z.union([
  z.strictObject({ type: z.literal('statute'), statute: z.string(), version: z.string(), article: z.string() }),
  z.strictObject({ type: z.literal('syllabus'), edition: z.string(), point: z.string() }),
]);

/** A question with all that is known of it. */
const reviewed = z.strictObject({
  ...asked.shape,
  chapter: z.string(),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  key: z.array(optionId),
  /** One's group is still to sit a paper with this question: its key and all that tells it are left out until nobody can any more. */
  withheld: z.boolean(),
  /** Everybody gets full marks. */
  credited: z.boolean(),
  /** The key was corrected after somebody had been asked. */
  corrected: z.boolean(),
  options: z.array(z.strictObject({ id: optionId, text: z.string(), why: z.string() })),
  parts: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        possible: halfPoints,
        model: z.string(),
        points: z.array(z.strictObject({ id: z.string(), text: z.string(), possible: halfPoints })),
        /** One's own words. */
        written: z.string(),
        /** What was given for each point. */
        given: z.record(z.string(), halfPoints),
      }),
    )
    .optional(),
  explanation: z.string(),
  source,
});

export const readReview = {
  params: z.strictObject({ attempt: attemptId }),
  query: z.strictObject({}),
  answer: z.strictObject({ attempt: attemptId, questions: z.array(reviewed), now: instant }),
};

/** By question, part and point. */
export const essayMarks = z.record(z.string(), z.record(z.string(), z.record(z.string(), halfPoints)));

export const markOwn = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject({ marks: essayMarks }),
  answer: z.strictObject({
    earned: halfPoints,
    possible: halfPoints,
    marking: z.enum(['done', 'waiting']),
    now: instant,
  }),
};

export const listRanking = {
  params: z.strictObject({ paper: paperId }),
  query: z.strictObject({}),
  answer: z.strictObject({
    ranking: z.enum(['off', 'pseudonymous', 'named']),
    sat: z.int(),
    /** The first fifty, and one's own place with it. Equal marks share a place. */
    places: z.array(
      z.strictObject({ place: z.int(), name: z.string(), earned: halfPoints, possible: halfPoints, own: z.boolean() }),
    ),
    own: z.strictObject({ place: z.int(), name: z.string(), earned: halfPoints }).optional(),
    now: instant,
  }),
};

/** Questions of one's own reviews, for the wrong book on another device. Those that are not released to one are left out. */
export const readReviewed = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({
    questions: z.string().regex(/^[a-z0-9-]{1,64}(,[a-z0-9-]{1,64}){0,49}$/, 'must be question ids, joined by commas'),
  }),
  answer: z.strictObject({
    questions: z.array(
      z.strictObject({
        id: z.string(),
        version: z.int(),
        subject: z.string(),
        chapter: z.string(),
        kind: z.enum(['single', 'multiple']),
        stem: z.string(),
        options: z.array(z.strictObject({ id: optionId, text: z.string(), why: z.string() })),
        key: z.array(optionId),
        explanation: z.string(),
        difficulty: z.enum(['easy', 'medium', 'hard']),
        source,
      }),
    ),
    now: instant,
  }),
};

/**
 * One's own attempts, the newest first, to take out: what was asked, what stands at each question, what one wrote. Marks are there as far as they are
 * released; keys belong to the bank and are not.
 */
export const exportMock = {
  params: z.strictObject({ person: personId }),
  query: z.strictObject({
    /** The last attempt of the page before. */
    before: attemptId.optional(),
  }),
  answer: z.strictObject({
    attempts: z.array(
      z.strictObject({
        attempt: attemptHead,
        earned: halfPoints.optional(),
        possible: halfPoints.optional(),
        answers: z.array(
          z.strictObject({
            n: number,
            question: z.string(),
            version: z.int(),
            picked: z.array(optionId),
            flagged: z.boolean(),
            spentS: z.int(),
            at: instant,
            late: z.boolean(),
          }),
        ),
        texts: z.array(
          z.strictObject({
            n: number,
            question: z.string(),
            part: z.string(),
            text: z.string(),
            at: instant,
            late: z.boolean(),
          }),
        ),
      }),
    ),
    /** Whether there is more: ask again with the last one. */
    more: z.boolean(),
  }),
};
