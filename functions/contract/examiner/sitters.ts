// Those who sit a set paper, on the wire: the live board, their marks, extra time, taking an attempt back, and marks for what was answered in words.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import { attemptId, attemptState, essayText, factor, halfPoints, itemKind, paperId } from '../mock/forms.ts';
import { essayMarks } from '../mock/results.ts';
import { personId, unitId, version, why } from '../staff/forms.ts';
import { after } from './forms.ts';

const ofPaper = z.strictObject({ paper: paperId });
const ofSitter = z.strictObject({ paper: paperId, person: personId });

const who = { person: personId, name: z.string(), unit: unitId.optional(), unitName: z.string().optional() };

/** Where the board goes on: within a tree of units that is some steps deep. */
const place = z.string().regex(/^[gs]\.[0-9A-Za-z_-]{0,2000}$/, 'must be a cursor of this list');

/** The group, a page at a time, with how far each is. Somebody with several places in a unit's group may come more than once. */
export const watchPaper = {
  params: ofPaper,
  query: z.strictObject({ cursor: place.optional() }),
  answer: z.strictObject({
    rows: z.array(
      z.strictObject({
        ...who,
        factor,
        /** `absent`: has not started. */
        state: z.enum(['absent', ...attemptState.options]),
        attempt: attemptId.optional(),
        startedAt: instant.optional(),
        deadline: instant.optional(),
        endedAt: instant.optional(),
        /** Questions with an answer that has arrived; while it is open. */
        answered: z.int().optional(),
        lastSavedAt: instant.optional(),
        /** How often another device went on writing. */
        deviceChanges: z.int().optional(),
        /** Attempts of this person that were taken back. */
        voided: z.int(),
      }),
    ),
    questions: z.int(),
    /** With the first page: of all who have started. */
    counts: z.strictObject({ started: z.int(), open: z.int(), ended: z.int() }).optional(),
    cursor: place.optional(),
    now: instant,
  }),
};

export const giveExtraTime = {
  params: ofSitter,
  /** `factor`: percent of the usual time in all. Before the start any; while it is sat only more. */
  body: z.strictObject({ request: requestId, factor, why }),
  /** `deadline`: the new one of an attempt that is open. */
  answer: z.strictObject({ factor, deadline: instant.optional() }),
};

export const voidAttempt = {
  params: ofSitter,
  body: z.strictObject({ request: requestId, attempt: attemptId, why }),
  answer: z.strictObject({ attempt: attemptId, state: attemptState }),
};

export const listResults = {
  params: ofPaper,
  query: z.strictObject({ cursor: after.optional() }),
  /** Everybody who has started, by person; also for taking along. */
  answer: z.strictObject({
    results: z.array(
      z.strictObject({
        ...who,
        attempt: attemptId.optional(),
        state: attemptState.optional(),
        factor,
        startedAt: instant.optional(),
        endedAt: instant.optional(),
        earned: halfPoints.optional(),
        possible: halfPoints.optional(),
        marking: z.enum(['done', 'waiting']).optional(),
        /** Key corrections that changed the marks, the latest last. */
        regrades: z.array(z.strictObject({ at: instant, before: halfPoints, after: halfPoints })),
        /** Attempts that were taken back, with the reason of each. */
        voided: z.array(z.strictObject({ attempt: attemptId, at: instant, why: z.string() })),
      }),
    ),
    cursor: after.optional(),
    now: instant,
  }),
};

/** The name is left out unless it is asked for: marks are better given without it. `script` is what such a paper is called instead. */
const names = z.enum(['yes', 'no']).optional();
const script = { person: personId, script: z.string(), name: z.string().optional() };
const marking = z.enum(['done', 'waiting']);

export const listEssays = {
  params: ofPaper,
  query: z.strictObject({ names, cursor: after.optional() }),
  /** The attempts that are over, those that wait for marks and those that have them. */
  answer: z.strictObject({
    scripts: z.array(
      z.strictObject({ ...script, marking, earned: halfPoints, possible: halfPoints, endedAt: instant }),
    ),
    cursor: after.optional(),
    now: instant,
  }),
};

export const readEssays = {
  params: ofSitter,
  query: z.strictObject({ names }),
  answer: z.strictObject({
    ...script,
    attempt: attemptId,
    marking,
    earned: halfPoints,
    possible: halfPoints,
    questions: z.array(
      z.strictObject({
        n: z.int(),
        id: z.string(),
        version: z.int(),
        kind: itemKind,
        stem: z.string(),
        parts: z.array(
          z.strictObject({
            id: z.string(),
            text: z.string(),
            possible: halfPoints,
            model: z.string(),
            points: z.array(z.strictObject({ id: z.string(), text: z.string(), possible: halfPoints })),
            written: essayText,
            /** What was given for each point so far. */
            given: z.record(z.string(), halfPoints),
          }),
        ),
      }),
    ),
    /** When marks were given last. */
    markedAt: instant.optional(),
    version,
    now: instant,
  }),
};

/** Marks by question, part and point; a question is marked when all its points have marks. */
export const markEssays = {
  params: ofSitter,
  body: z.strictObject({ request: requestId, version, marks: essayMarks }),
  answer: z.strictObject({ earned: halfPoints, possible: halfPoints, marking, version }),
};
