import { describe, expect, test } from 'vitest';
import { agreementOf, isReviewed, reviewFault, wordsHash } from '../../../functions/content/review.ts';
import type { Item } from '../../../functions/content/schema.ts';
import { single } from './builders.ts';

type Answer = { reader: string; picked: string[]; agreed: boolean; version: number };

function read(state: 'draft' | 'reviewed', ...answers: Answer[]): Item {
  const of = wordsHash(single());
  return single({ version: 2, review: { state, blind: answers.map((a) => ({ ...a, on: '2026-11-20', of })) } });
}

const yes = (reader: string, over: Partial<Answer> = {}): Answer => ({
  ...{ reader, picked: ['B'], agreed: true, version: 2 },
  ...over,
});
const no = (reader: string): Answer => ({ reader, picked: ['C'], agreed: false, version: 2 });

describe('an item', () => {
  test('is reviewed when two readers of its words picked the key', () => {
    expect(isReviewed(read('reviewed', yes('a'), yes('b')))).toBe(true);
    expect(isReviewed(read('reviewed', no('a'), yes('a'), yes('b')))).toBe(true);
  });

  test('is reviewed against a third reader only where it is said why the key stands', () => {
    const item = read('reviewed', yes('a'), yes('b'), no('c'));
    expect(reviewFault(item)).toMatch(/picked C, the key is B/);
    const blind = item.review?.blind ?? [];
    expect(isReviewed({ ...item, review: { state: 'reviewed', blind, stands: '题干已说明先后。' } })).toBe(true);
  });

  test.each([
    ['nobody has read it', read('draft'), /No blind answer to version 2/],
    ['only an older version was read', read('reviewed', yes('a', { version: 1 })), /No blind answer to version 2/],
    ['one reader alone has read it', read('reviewed', yes('a')), /1 of 2 independent readers/],
    ['one reader has read it twice', read('reviewed', yes('a'), yes('a')), /1 of 2 independent readers/],
    ['a reader disagrees', read('reviewed', yes('a'), no('b')), /picked C, the key is B/],
    [
      'the key was changed after the reading',
      read('reviewed', yes('a', { picked: ['D'] }), yes('b')),
      /does not fit the key any more/,
    ],
    [
      'its words were changed after the reading',
      { ...read('reviewed', yes('a'), yes('b')), stem: '社会工作者小陈另外问了一个问题，他这样做体现的是（　　）。' },
      /words were changed/,
    ],
    ['it is still marked as a draft', read('draft', yes('a'), yes('b')), /the state is draft/],
  ])('is not reviewed when %s', (_when, item, fault) => {
    expect(reviewFault(item)).toMatch(fault);
    expect(isReviewed(item)).toBe(false);
  });
});

test('agreement counts every reader once, of the words as they are', () => {
  const changed = { ...read('reviewed', yes('a')), stem: '社会工作者小陈另外问了一个问题，他这样做体现的是（　　）。' };
  const items = [read('draft', yes('a'), no('b')), read('draft', no('a'), yes('a')), changed];
  expect(agreementOf(items)).toEqual({ readings: 3, agreed: 2 });
});
