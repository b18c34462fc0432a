// Attempts at mock papers on the wire: start, go on, save, pause, hand in. No key, no explanation and no mark is named here: what is not named is not sent.
import * as z from 'zod';
import { instant, requestId } from '../common.ts';
import {
  answered,
  asked,
  attemptHead,
  attemptId,
  device,
  essayText,
  factor,
  mode,
  number,
  optionId,
  paperForm,
  paperId,
  personId,
  seq,
  standing,
  subjectId,
  written,
} from './forms.ts';

const region = z.string().regex(/^[1-9]\d{1,11}$/, 'must be the code of a division');

/** The most changes in one request: whoever comes back with more sends more than one. */
const CHANGES_MOST = 100;

const sitting = z.strictObject({
  ...attemptHead.shape,
  asked: z.array(asked),
  answers: z.array(answered),
  texts: z.array(written),
});

export const startAttempt = {
  params: z.strictObject({ person: personId }),
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('on-demand'),
      request: requestId,
      device,
      subject: subjectId,
      form: paperForm,
      mode,
      factor,
      region: region.optional(),
    }),
    z.strictObject({ kind: z.literal('set'), request: requestId, device, paper: paperId, region: region.optional() }),
  ]),
  /** `lacking` alone when the bank has too few questions for it: nothing was started. */
  answer: z.strictObject({
    attempt: sitting.optional(),
    lacking: z.array(z.strictObject({ kind: z.string(), wanted: z.int(), have: z.int() })).optional(),
    /** How many of its questions one was asked before, for the bank has no more new ones. */
    repeated: z.int().optional(),
  }),
};

export const readAttempt = {
  params: z.strictObject({ attempt: attemptId }),
  query: z.strictObject({}),
  answer: sitting,
};

/** The device that asks writes from now on; the one before is told with its next answer. */
export const holdAttempt = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject({ device }),
  answer: sitting,
};

const change = z.strictObject({
  n: number,
  seq,
  picked: z.array(optionId).max(10),
  flagged: z.boolean(),
  /** Seconds that the question was on the screen so far. */
  spentS: z.int().min(0).max(86_400),
});

const writing = z.strictObject({ n: number, part: z.string().regex(/^\d{1,2}$/), seq, text: essayText });

const changes = {
  device,
  answers: z.array(change).max(CHANGES_MOST),
  texts: z.array(writing).max(20),
};

const late = z.enum(['made-after-deadline', 'received-after-grace', 'received-after-hand-in', 'voided']);

/** What became of a change, under its own number. `superseded`: a newer one stands there. `late`: it is kept and does not count. */
const outcome = z.strictObject({
  n: number,
  part: z.string().optional(),
  seq,
  outcome: z.enum(['counted', 'superseded', 'late', 'unknown-question']),
  reason: late.optional(),
});

export const saveAnswers = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject(changes),
  answer: z.strictObject({ ...standing, outcomes: z.array(outcome) }),
};

export const moveAttempt = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject({ kind: z.enum(['pause', 'resume']), device }),
  answer: z.strictObject(standing),
};

/** Hands in, with what is not sent yet. Again: the same. */
export const submitAttempt = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject(changes),
  answer: z.strictObject({ ...standing, outcomes: z.array(outcome) }),
};

/** A paper taken along: its questions under a key, and the token that opens them without a network. */
export const prepareOffline = {
  params: z.strictObject({ person: personId }),
  body: z.strictObject({ request: requestId, device, subject: subjectId, form: paperForm, factor }),
  answer: z.strictObject({
    prepared: z
      .strictObject({
        attempt: attemptId,
        subject: subjectId,
        form: paperForm,
        minutes: z.int(),
        questions: z.int(),
        /** AES-256-GCM: 12 bytes of nonce, then the cipher text of the questions as JSON with its tag; base64url. */
        sealed: z.string(),
        /** `<base64url of JSON>.<signature of the server>`; the JSON: { attempt, person, key, until }. */
        token: z.string(),
        /** After this it is no longer taken. */
        until: instant,
      })
      .optional(),
    lacking: z.array(z.strictObject({ kind: z.string(), wanted: z.int(), have: z.int() })).optional(),
  }),
};

/** What was done without a network. The times are the device's own word: the result says so. Again: the same. */
export const uploadOffline = {
  params: z.strictObject({ attempt: attemptId }),
  body: z.strictObject({
    ...changes,
    token: z.string().max(2_000),
    /** Milliseconds from its start to its end, by the device's clock that only goes forward. */
    tookMs: z.int().min(0).max(86_400_000),
  }),
  answer: z.strictObject({ ...standing, outcomes: z.array(outcome) }),
};
