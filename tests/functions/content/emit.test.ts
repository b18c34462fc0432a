import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emitSchema, schemaPath } from '../../../functions/content/emit.ts';

test('the committed JSON Schema is what schema.ts says (node functions/content/emit.ts writes it anew)', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(emitSchema());
});

test('the JSON Schema refuses unknown fields and allows $schema', () => {
  const schema = JSON.parse(emitSchema());
  expect(schema).toMatchObject({ additionalProperties: false, required: ['subject', 'chapter', 'items'] });
  expect(schema.properties.$schema).toEqual({ type: 'string' });
  expect(schema.properties.items.items.additionalProperties).toBe(false);
});
