import { expect, expectTypeOf, it } from 'vitest';
import type { Answer, Input } from '../../../functions/contract/index.ts';
import { problemCodes, problems } from '../../../functions/contract/problems.ts';
import {
  audienceOf,
  audiences,
  methodAndPath,
  type RouteName,
  type RoutesOf,
  routes,
} from '../../../functions/contract/routes.ts';
import { shapes } from '../../../functions/contract/shapes.ts';
import type { Batch } from '../../../functions/domain/practice/journal.ts';
import { isAnswering } from '../../../functions/entry/function-entry.ts';
import { manifest } from '../../../functions/entry/manifest.ts';

const names = Object.keys(routes) as RouteName[];

it('has a shape for every route and a route for every shape', () => {
  expect(Object.keys(shapes).sort()).toEqual([...names].sort());
});

it.each(names)('puts %s under an audience, with its parameters, query or body in its shape', (name) => {
  const { method, path } = methodAndPath(name);
  expect(`${method} ${path}`).toBe(routes[name]);
  expect(audiences).toContain(audienceOf(path));
  const shape: { params?: { shape: object }; query?: unknown; body?: unknown } = shapes[name] as never;
  expect(Object.keys(shape.params?.shape ?? {}).map((param) => `:${param}`)).toEqual(path.match(/:\w+/g) ?? []);
  expect(shape.body !== undefined, 'a write takes a body, a read takes a query').toBe(method === 'POST');
  expect(shape.query !== undefined).toBe(method === 'GET');
});

it('has one method and path for each route', () => {
  expect(new Set(Object.values(routes)).size).toBe(names.length);
});

it.each([
  ['/api/public/me', 'public'],
  ['/api/candidate/people/x/batches', 'candidate'],
  ['/api/account/people/x', 'account'],
  ['/api/accounts/x', undefined],
  ['/api/staff/units/x', 'staff'],
  ['/api/candidates/x', undefined],
  ['/api/public', undefined],
  ['/practice/', undefined],
])('knows the audience of %s: %s', (path, audience) => {
  expect(audienceOf(path)).toBe(audience);
});

it('deploys one function for each audience', () => {
  expect(
    manifest
      .filter(isAnswering)
      .map((entry) => entry.audience)
      .sort(),
  ).toEqual([...audiences].sort());
});

it('says what every problem means, in a sentence', () => {
  expect(problemCodes).toEqual(Object.keys(problems));
  for (const code of problemCodes) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(problems[code]).toMatch(/^[A-Z].*\.$/);
  }
});

it('speaks of a batch as the domain does', () => {
  expectTypeOf<Input<'addBatch'>['body']>().branded.toEqualTypeOf<Batch>();
  expectTypeOf<Answer<'listBatches'>['batches']>().branded.toEqualTypeOf<Batch[]>();
  expectTypeOf<Input<'listBatches'>['body']>().toBeUndefined();
  expectTypeOf<RoutesOf<'documents'>>().toEqualTypeOf<
    'issueCompletions' | 'listCompletions' | 'changeCompletion' | 'completionFile' | 'courseCompletionsFile'
  >();
});
