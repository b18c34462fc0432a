import { expect, it } from 'vitest';
import * as standIn from '../../../functions/local/bundle-json-schema.ts';

it('lets shapes be built, and says what is missing when a JSON Schema is asked for after all', () => {
  const { createToJSONSchemaMethod: method, createStandardJSONSchemaMethod: standard } = standIn;
  for (const late of [method(), standard(), standIn.toJSONSchema, standIn.process]) expect(late).toThrow('JSON Schema');
});
