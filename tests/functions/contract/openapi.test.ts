import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApi, openApiText } from '../../../functions/contract/openapi.ts';
import { problemCodes } from '../../../functions/contract/problems.ts';
import { audienceOf, methodAndPath, type RouteName, routes } from '../../../functions/contract/routes.ts';

interface Operation {
  operationId: string;
  security: Record<string, string[]>[];
  parameters: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: object };
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

const document = openApi();
const names = Object.keys(routes) as RouteName[];

function operationOf(name: RouteName): Operation {
  const { method, path } = methodAndPath(name);
  const item = document.paths?.[path.replace(/:(\w+)/g, '{$1}')] as Record<string, Operation> | undefined;
  const operation = item?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${name} is not in the document`);
  return operation;
}

it('is what the file holds: after a change, run `node functions/contract/openapi.ts`', () => {
  const file = new URL('../../../functions/contract/openapi.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(openApiText());
});

it('is OpenAPI 3.1 and names every route once', () => {
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item as object));
  expect(operations.map((operation: Operation) => operation.operationId).sort()).toEqual([...names].sort());
});

it.each(names)('describes %s: its parameters, its body, its answers and its problems', (name) => {
  const { method, path } = methodAndPath(name);
  const operation = operationOf(name);
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  expect(inPath.map((parameter) => `:${parameter.name}`)).toEqual(path.match(/:\w+/g) ?? []);
  expect(inPath.every((parameter) => parameter.required)).toBe(true);
  expect(operation.requestBody !== undefined).toBe(method === 'POST');
  const { default: problem, ...successes } = operation.responses;
  expect(Object.keys(successes)).toEqual([['login', 'callback'].includes(name) ? '302' : '200']);
  expect(problem?.content?.['application/problem+json']?.schema.$ref).toBe('#/components/schemas/Problem');
});

it.each(names)('asks of %s a session, or a key, where its audience has one', (name) => {
  const audience = audienceOf(methodAndPath(name).path);
  const asked = audience === 'open' ? [{ key: [] }] : [{ session: [] }];
  expect(operationOf(name).security).toEqual(audience === 'public' ? [] : asked);
  expect(document.components?.securitySchemes?.key).toMatchObject({ type: 'http', scheme: 'bearer' });
  expect(document.components?.securitySchemes?.session).toMatchObject({ in: 'cookie', name: '__Host-session' });
});

it('names every problem code and what it means', () => {
  const problem = document.components?.schemas?.Problem as { properties?: { code?: { enum?: string[] } } } | undefined;
  const code = problem?.properties?.code;
  expect(code?.enum).toEqual(problemCodes);
  for (const each of problemCodes) expect(JSON.stringify(code)).toContain(each);
});

it('has no reference that leads nowhere', () => {
  const references = openApiText().match(/"\$ref": "([^"]+)"/g) ?? [];
  for (const reference of new Set(references)) expect(reference).toBe('"$ref": "#/components/schemas/Problem"');
});
