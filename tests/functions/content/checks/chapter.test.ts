import { expect, test } from 'vitest';
import { chapter, idPrefix } from '../../../../functions/content/checks/chapter.ts';
import { file, refs, single } from '../builders.ts';

function messages(over: Parameters<typeof file>[1], id = 'jc04-001'): string[] {
  return chapter({ files: [file([single({ id })], over)] }, refs()).map((f) => f.message);
}

test('a file in its place, with ids of its chapter, passes', () => {
  expect(messages({})).toEqual([]);
  expect(idPrefix('jc18-04')).toBe('jc04-');
});

test.each([
  ['an unknown subject', { subject: 'cooking' }, 'There is no subject cooking'],
  ['a chapter the tree does not have', { chapter: 'jc18-44' }, 'no chapter jc18-44 in the 2018 syllabus'],
  ['a chapter of a subject without a tree', { subject: 'law-and-policy' }, 'law-and-policy has no chapter jc18-04'],
  ['a file in the wrong place', { path: 'junior-comprehensive/4.json' }, 'belong into junior-comprehensive/04.json'],
])('%s is an error', (_name, over, message) => {
  expect(messages(over)[0]).toContain(message);
});

test('an id of another chapter is an error', () => {
  expect(messages({}, 'jc05-001')).toEqual(['Ids of jc18-04 begin with jc04-; renumber this one.']);
});
