import { describe, expect, test } from 'vitest';
import { isReviewed, reviewFault, wordsHash } from '../../../functions/content/review.ts';
import type { Item } from '../../../functions/content/schema.ts';
import { single } from './builders.ts';

function read(state: 'draft' | 'reviewed', ...answers: { picked: string[]; agreed: boolean; version: number }[]): Item {
  const of = wordsHash(single());
  return single({ version: 2, review: { state, blind: answers.map((a) => ({ ...a, on: '2026-11-20', of })) } });
}

const yes = { picked: ['B'], agreed: true, version: 2 };
const no = { picked: ['C'], agreed: false, version: 2 };

describe('an item', () => {
  test('is reviewed when its last blind answer to the current version agrees', () => {
    expect(isReviewed(read('reviewed', yes))).toBe(true);
    expect(isReviewed(read('reviewed', no, yes))).toBe(true);
  });

  test.each([
    ['nobody has read it', read('draft'), /No blind answer to version 2/],
    ['only an older version was read', read('reviewed', { ...yes, version: 1 }), /No blind answer to version 2/],
    ['the last reader disagreed', read('reviewed', yes, no), /picked C, the key is B/],
    [
      'the key was changed after the reading',
      read('reviewed', { ...yes, picked: ['D'] }),
      /does not fit the key any more/,
    ],
    [
      'its words were changed after the reading',
      { ...read('reviewed', yes), stem: '社会工作者小陈另外问了一个问题，他这样做体现的是（　　）。' },
      /words were changed/,
    ],
    ['it is still marked as a draft', read('draft', yes), /the state is draft/],
  ])('is not reviewed when %s', (_when, item, fault) => {
    expect(reviewFault(item)).toMatch(fault);
    expect(isReviewed(item)).toBe(false);
  });
});
