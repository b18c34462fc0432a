import { expect, test } from 'vitest';
import { coverage } from '../../../../functions/content/checks/coverage.ts';
import { file, refs, singles } from '../builders.ts';

function findings(four: number, five: number): ReturnType<typeof coverage> {
  const fifth = file(singles(five), { path: 'junior-comprehensive/05.json', chapter: 'jc18-05' });
  return coverage({ files: [file(singles(four)), fifth] }, refs());
}

test('chapters in proportion to their weights pass', () => {
  expect(findings(30, 10)).toEqual([]);
});

test('a chapter may be off by 40 % of its share, or by two items', () => {
  expect(findings(26, 14)).toEqual([]);
  expect(findings(5, 3)).toEqual([]);
});

test('a chapter with far more than its share is an error', () => {
  expect(findings(25, 15)).toMatchObject([
    {
      level: 'error',
      message: expect.stringContaining('jc18-05 小组工作方法 has 15 items; its weight asks for about 10 of 40'),
    },
  ]);
});

test('a chapter without any item is an error, however small its share', () => {
  expect(findings(4, 0)).toMatchObject([
    { level: 'error', message: expect.stringContaining('jc18-05 小组工作方法 has 0 items') },
  ]);
});

test('a subject without questions, or without a tree, is not judged', () => {
  expect(coverage({ files: [] }, refs())).toEqual([]);
  expect(coverage({ files: [file(singles(3), { subject: 'law-and-policy' })] }, refs())).toEqual([]);
});
