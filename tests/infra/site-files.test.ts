// What the stack knows of the built site's files.
import { expect, test } from 'vitest';
import { fileHash, pageFiles } from '../../infra/site-files.ts';
import { placeholderBuild } from './templates.ts';

test('the pages are listed by their paths, without what stands under a content hash', () => {
  const { site } = placeholderBuild();
  expect(pageFiles(site)).toEqual(['/404.html', '/index.html', '/practice/index.html']);
  expect(pageFiles(`${site}/`)).toEqual(pageFiles(site));
});

test('a page’s hash follows its content', () => {
  const { site } = placeholderBuild();
  expect(fileHash(site, '/index.html')).toMatch(/^[0-9a-f]{64}$/);
  expect(fileHash(site, '/index.html')).not.toBe(fileHash(site, '/404.html'));
});
