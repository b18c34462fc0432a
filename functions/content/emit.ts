// The JSON Schemas of question files and of files of essays, for editors: emitted from schema.ts and essay-schema.ts, never written by hand.
// Run this file to write it anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { prettyJson } from './canonical.ts';
import { essayFile } from './essay-schema.ts';
import { questionFile } from './schema.ts';

/** Where the emitted schemas stand, and what each says, as it is committed. */
export const schemas: readonly { path: string; text: () => string }[] = [
  { path: at('question-file'), text: () => emit('A question file of the bank', questionFile) },
  { path: at('essay-file'), text: () => emit('A file of essays of the mock bank', essayFile) },
];

function at(name: string): string {
  return join(import.meta.dirname, `${name}.schema.json`);
}

function emit(title: string, schema: z.ZodType): string {
  const emitted = { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
  return prettyJson(emitted, (value) => Array.isArray(value) && value.every((entry) => typeof entry !== 'object'));
}

if (import.meta.main) for (const { path, text } of schemas) writeFileSync(path, text());
