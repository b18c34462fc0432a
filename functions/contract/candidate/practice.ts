// The practice journal on the wire: batches go up, batches come down; and reports of faulty questions.
import * as z from 'zod';
import { BATCH_MOST, NOTE_MOST, STAMPS, STREAK } from '../../domain/practice/journal.ts';

const questionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be a question id');
const personId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a person id');
const deviceId = z.string().regex(/^[0-9A-Za-z_-]{8,40}$/, 'must be a device id');
const profileId = z.string().regex(/^[a-z0-9-]{1,20}$/, 'must be the id of a scoring profile');
const instant = z.iso.datetime({ precision: 3 });
/** When an entry was made: an instant that text order and four digits of a year can hold, also with milliseconds added to it. */
const stamp = instant
  .refine((it) => it >= STAMPS.first && it <= STAMPS.last, `must be from ${STAMPS.first} to ${STAMPS.last}`)
  .meta({ description: `From ${STAMPS.first} to ${STAMPS.last}.` });
const SEQUENCE_MOST = 9_999_999;
const sequence = z.int().min(1).max(SEQUENCE_MOST);
const halfPoints = z.int().min(0).max(200);

const answer = z
  .strictObject({
    kind: z.literal('answer'),
    at: stamp,
    question: questionId,
    version: z.int().min(1).max(9999),
    profile: profileId,
    picked: z.array(z.string().regex(/^[A-Z]$/)).max(26),
    earned: halfPoints,
    possible: halfPoints.min(1),
  })
  .refine((it) => it.earned <= it.possible, { path: ['earned'], error: 'must not be more than possible' });

const stamped = z.discriminatedUnion('kind', [
  answer,
  z.strictObject({
    kind: z.literal('mark'),
    at: stamp,
    question: questionId,
    mark: z.enum(['flag', 'favourite', 'dismissed']),
    on: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('note'), at: stamp, question: questionId, text: z.string().max(NOTE_MOST) }),
  z.strictObject({
    kind: z.literal('setting'),
    at: stamp,
    name: z.literal('streak'),
    value: z.int().min(STREAK.min).max(STREAK.max),
  }),
]);

const batch = z
  .strictObject({ device: deviceId, first: sequence, entries: z.array(stamped).min(1).max(BATCH_MOST) })
  .refine((it) => it.first + it.entries.length - 1 <= SEQUENCE_MOST, {
    path: ['first'],
    error: `the last entry's number must be at most ${SEQUENCE_MOST}`,
  });

export const addBatch = {
  params: z.strictObject({ person: personId }),
  body: batch,
  answer: z.strictObject({
    /** `same`: it was stored already, and this changed nothing. */
    stored: z.enum(['new', 'same']),
    /** Everything up to this sequence number of the device is stored. */
    through: sequence,
    now: z.iso.datetime(),
  }),
};

export const listBatches = {
  params: z.strictObject({ person: personId }),
  /** What the caller holds already: `device.seq` for each device, joined by commas. */
  query: z.strictObject({
    known: z
      .string()
      .max(4000)
      .regex(/^([0-9A-Za-z_-]{8,40}\.\d{1,7})(,[0-9A-Za-z_-]{8,40}\.\d{1,7})*$/, 'must be device.seq, joined by commas')
      .optional(),
  }),
  answer: z.strictObject({
    batches: z.array(batch),
    /** Whether there is more than fits into one answer; ask again with what has come. */
    more: z.boolean(),
    now: z.iso.datetime(),
  }),
};

export const reportQuestion = {
  params: z.strictObject({ question: questionId }),
  body: z.strictObject({
    /** Made by the device, so that sending twice reports once. */
    id: z.string().regex(/^[0-9A-Za-z_-]{8,40}$/),
    version: z.int().min(1).max(9999),
    reason: z.enum(['key', 'stem', 'options', 'explanation', 'outdated', 'other']),
    text: z.string().max(NOTE_MOST),
    at: instant,
  }),
  answer: z.strictObject({ stored: z.enum(['new', 'same']) }),
};
