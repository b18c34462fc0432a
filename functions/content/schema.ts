// What a question file of the bank may hold. Strict: a field nobody named is a mistake, not an extension.
// The editor's JSON Schema (question-file.schema.json) is emitted from here.
import * as z from 'zod';
import type { Question } from '../domain/questions/question.ts';

/** A calendar day, `2026-12-31`. */
export const day = z.iso.date('must be a day as 2026-12-31');

const optionId = z.string().regex(/^[A-Z]$/, 'must be one capital letter');
export const text = z.string().trim().min(1, 'must not be empty');
const chapterId = z.string().regex(/^[a-z]+\d\d-\d\d$/, 'must be a chapter id as jc18-04');

const option = z.strictObject({
  id: optionId.meta({ description: 'A to D in a single, A to E in a multiple.' }),
  text,
  why: z
    .string()
    .meta({ description: 'One sentence: why this option is right or wrong, naming no option by its letter.' }),
});

export const source = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('statute'),
    statute: text.meta({ description: 'The name as in statutes.json.' }),
    version: day.meta({ description: 'The day this version was adopted or last amended, as in statutes.json.' }),
    article: text.meta({ description: '第一千零七十七条; several are joined by 、.' }),
  }),
  z.strictObject({
    type: z.literal('syllabus'),
    edition: z.string().regex(/^\d{4}$/, 'must be the year of a syllabus edition'),
    point: text,
  }),
]);

/** What a reader is called in the records: no person's name. */
export const readerName = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be a short name in small letters');

const blindAnswer = z.strictObject({
  reader: readerName.meta({ description: 'Which reader: two answers of one reader are one reading.' }),
  picked: z.array(optionId).meta({ description: 'What an independent reader answered without seeing the key.' }),
  agreed: z.boolean(),
  on: day,
  version: z.int().min(1).meta({ description: 'The version of the item that was read.' }),
  of: z
    .string()
    .regex(/^[0-9a-f]{20}$/)
    .meta({ description: 'The hash of the words that were read: an edit afterwards asks for a new reading.' }),
  note: z.exactOptional(text),
});

const review = z.strictObject({
  state: z.enum(['draft', 'reviewed']),
  blind: z.array(blindAnswer),
  changed: z
    .exactOptional(text)
    .meta({ description: 'What was mended after readers differed from the key or noted something, and why.' }),
  stands: z
    .exactOptional(text)
    .meta({ description: 'Why the key stands although a reader of these very words picked otherwise.' }),
});

export const versionNumber = z
  .int()
  .min(1)
  .max(9999)
  .meta({ description: 'Counts up whenever the text, the options or the key change after a release.' });

/** One question as an author writes it: a domain Question and the record of its blind review. */
export const item = z.strictObject({
  id: z.string().regex(/^[a-z]{2}\d\d-\d{3}$/, 'must be an id as jc04-001'),
  version: versionNumber,
  kind: z.enum(['single', 'multiple']),
  stem: z.string().trim().min(12, 'must ask something: at least 12 characters'),
  options: z.array(option),
  key: z.array(optionId).meta({ description: "The right options' letters, in alphabetical order." }),
  explanation: z.string(),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  source,
  unverified: z.exactOptional(z.literal(true)).meta({
    description:
      'The legal facts in it could not be checked against a text: kept out of mock papers, and said where it is shown.',
  }),
  review: z.exactOptional(review),
});

export const envelope = {
  $schema: z.exactOptional(z.string()),
  subject: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a subject id as law-and-policy'),
  chapter: chapterId,
};

/** A whole question file: the questions of one chapter. */
export const questionFile = z.strictObject({ ...envelope, items: z.array(item) });

/** The same file with its items unread, so that one broken item does not hide the others. */
export const questionFileEnvelope = z.strictObject({ ...envelope, items: z.array(z.unknown()) });

export type Item = z.output<typeof item>;
export type QuestionFile = z.output<typeof questionFile>;

/** The question as it is released: named field by field, so the review record stays behind. */
export function toQuestion(from: Item): Question {
  const { id, version, kind, stem, options, key, explanation, difficulty, source, unverified } = from;
  const question = { id, version, kind, stem, options, key, explanation, difficulty, source };
  return unverified ? { ...question, unverified } : question;
}
