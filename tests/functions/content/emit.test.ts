import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemas } from '../../../functions/content/emit.ts';

const [questions, essays] = schemas.map(({ text }) => JSON.parse(text()));

test.each(schemas)(
  '$path is what the schemas say (node functions/content/emit.ts writes it anew)',
  ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text());
  },
);

test('the JSON Schema refuses unknown fields and allows $schema', () => {
  expect(questions).toMatchObject({ additionalProperties: false, required: ['subject', 'chapter', 'items'] });
  expect(questions.properties.$schema).toEqual({ type: 'string' });
  expect(questions.properties.items.items.additionalProperties).toBe(false);
  expect(essays).toMatchObject({ additionalProperties: false, required: ['subject', 'chapter', 'essays'] });
  expect(essays.properties.essays.items.additionalProperties).toBe(false);
});
