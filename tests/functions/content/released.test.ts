import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../functions/content/bank.ts';
import { listed, readReleased, standingOf, writeReleased } from '../../../functions/content/released.ts';
import { mockSingle } from '../../support/mock-bank.ts';
import { folderWith } from './builders.ts';

function candidate(over: Parameters<typeof mockSingle>[0] = {}): Candidate {
  return { file: { path: 'a/04.json', subject: 'a' }, item: mockSingle(over), reviewed: true };
}

const list = listed([candidate({ version: 2 })], {});

describe('an item', () => {
  test.each([
    ['new', 'nobody released it', candidate({ id: 'jc04-777' })],
    ['listed', 'it is as it was released', candidate({ version: 2 })],
    [
      'edited',
      'a word changed under the same version',
      candidate({ version: 2, explanation: '另一种解析，说法变了。' }),
    ],
    ['edited', 'its chapter changed', candidate({ version: 2, chapter: 'jc18-05' })],
    ['edited', 'an older version came back', candidate({ version: 1 })],
    ['new', 'it changed and its version rose', candidate({ version: 3, explanation: '另一种解析，说法变了。' })],
  ])('is %s when %s', (standing, _when, at) => {
    expect(standingOf(at, list)).toBe(standing);
  });
});

describe('the list', () => {
  test('keeps what is not in the bank any more: its id is taken', () => {
    const later = listed([candidate({ id: 'jc04-777' })], list);
    expect(Object.keys(later)).toEqual(['jc04-501', 'jc04-777']);
  });

  test('is written by id, an item a line, and read as it was', () => {
    const folder = folderWith();
    const both = listed([candidate({ id: 'jc04-999' }), candidate({ id: 'jc04-500' })], list);
    writeReleased(folder, both);
    expect(readReleased(folder)).toEqual(both);
    const lines = readFileSync(join(folder, 'released.json'), 'utf8').trim().split('\n');
    expect(lines.map((line) => line.slice(0, 12).trim())).toEqual(['{', '"jc04-500"', '"jc04-501"', '"jc04-999"', '}']);
  });

  test('is empty where there is none, and refused where it holds something else', () => {
    expect(readReleased(folderWith())).toEqual({});
    expect(() => readReleased(folderWith({ 'released.json': '{ "jc04-501": 1 }' }))).toThrow(/is no list of released/);
  });
});
