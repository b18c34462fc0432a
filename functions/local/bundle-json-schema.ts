// Stands in for what zod makes JSON Schemas with inside the bundles: `z.toJSONSchema` writes files of the repository, and no function calls it.
// 16 kB that never run.

function missing(): never {
  throw new Error('a JSON Schema was asked for, and the bundle holds nothing to make one with');
}

/** zod's own names for what it would make them with. Shapes are built with the last two, which make nothing until they are called. */
export const allProcessors = {};
export const toJSONSchema = missing;
export const initializeContext = missing;
export const processSchema = missing;
export { processSchema as process };
export const extractDefs = missing;
export const finalize = missing;
export const handleUnrepresentable = missing;
export const createToJSONSchemaMethod = () => missing;
export const createStandardJSONSchemaMethod = () => missing;
