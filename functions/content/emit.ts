// The JSON Schema of a question file, for editors: emitted from schema.ts into question-file.schema.json, never written by hand.
// Run this file to write it anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { prettyJson } from './canonical.ts';
import { questionFile } from './schema.ts';

/** Where the emitted schema stands. */
export const schemaPath = join(import.meta.dirname, 'question-file.schema.json');

/** The schema as it is committed. */
export function emitSchema(): string {
  const schema = { title: 'A question file of the bank', ...z.toJSONSchema(questionFile, { target: 'draft-2020-12' }) };
  return prettyJson(schema, (value) => Array.isArray(value) && value.every((entry) => typeof entry !== 'object'));
}

if (import.meta.main) writeFileSync(schemaPath, emitSchema());
