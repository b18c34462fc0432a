import { expect, test } from 'vitest';
import { pathParts } from '../../../functions/local/static-path.ts';

test.each([
  ['/', []],
  ['/practice', ['practice']],
  ['/practice/', ['practice']],
  ['/_astro/a.b.js', ['_astro', 'a.b.js']],
  ['/%E7%BB%83%E4%B9%A0/', ['练习']],
  ['/a%20b', ['a b']],
  ['/a...b', ['a...b']],
])('%s names %j', (path, parts) => {
  expect(pathParts(path)).toEqual(parts);
});

test.each([
  '/..',
  '/../secret',
  '/a/../../secret',
  '/%2e%2e/secret',
  '/%2E%2E%2fsecret',
  '/..%5csecret',
  '/a\\..\\secret',
  '/.git/config',
  '/a/.env',
  '/./a',
  '//evil.example',
  '/a//b',
  '/a%00.html',
  '/%',
  '/%ff',
  '/%252e%252e%2fx',
  'practice',
  '',
])('%s names nothing', (path) => {
  expect(pathParts(path)).toBeUndefined();
});
