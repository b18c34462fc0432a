// What a file of essays may hold: cases and programme designs with their points and model answers. Strict, as a question file is.
// The editor's JSON Schema (essay-file.schema.json) is emitted from here.
import * as z from 'zod';
import type { Essay } from '../domain/questions/essay.ts';
import { day, envelope, source, text, versionNumber } from './schema.ts';

const marks = z.int().min(1).meta({ description: 'In half-points: 2 are one mark.' });

const point = z.strictObject({
  id: z.string().regex(/^[a-z]$/, 'must be one small letter'),
  text: text.meta({ description: 'What an answer must say to earn the marks.' }),
  possible: marks,
});

const part = z.strictObject({
  id: z.string().regex(/^[1-9]$/, 'must be a number as "1"'),
  text: text.meta({ description: 'One question about the material, without its number.' }),
  possible: marks,
  points: z.array(point),
  model: z.string().meta({ description: 'An answer that earns all the points, in their order.' }),
});

const reading = z.strictObject({
  agreed: z.boolean().meta({ description: 'Whether the points and the model answer follow from the material.' }),
  on: day,
  version: z.int().min(1).meta({ description: 'The version of the essay that was read.' }),
  of: z
    .string()
    .regex(/^[0-9a-f]{20}$/)
    .meta({
      description:
        'The hash of material, questions, points and model answers: an edit afterwards asks for a new reading.',
    }),
  note: z.exactOptional(text),
});

/** One essay as an author writes it: a domain Essay and the record of its second reader. */
export const essayItem = z.strictObject({
  id: z.string().regex(/^[a-z]{2}\d\d-\d{3}$/, 'must be an id as ip05-501'),
  version: versionNumber,
  kind: z.enum(['case', 'design']),
  stem: text.meta({ description: 'The material.' }),
  parts: z.array(part),
  explanation: z.string(),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  source,
  review: z.exactOptional(z.strictObject({ state: z.enum(['draft', 'reviewed']), readings: z.array(reading) })),
});

/** A whole file of essays: those of one chapter. */
export const essayFile = z.strictObject({ ...envelope, essays: z.array(essayItem) });

/** The same file with its essays unread, so that one broken essay does not hide the others. */
export const essayFileEnvelope = z.strictObject({ ...envelope, essays: z.array(z.unknown()) });

export type EssayFile = z.output<typeof essayFile>;
export type EssayItem = z.output<typeof essayItem>;
export type Reading = z.output<typeof reading>;

/** The essay as it is released: named field by field, so the record of its reading stays behind. */
export function toEssay(from: EssayItem): Essay {
  const { id, version, kind, stem, parts, explanation, difficulty, source } = from;
  return { id, version, kind, stem, parts, explanation, difficulty, source };
}
