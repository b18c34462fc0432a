import { describe, expect, test } from 'vitest';
import { balanced } from '../../../functions/content/balance.ts';
import { keyBalance } from '../../../functions/content/checks/key-balance.ts';
import { isReviewed } from '../../../functions/content/review.ts';
import type { Item } from '../../../functions/content/schema.ts';
import { bankOf, multiples, options, singles } from './builders.ts';

const skewed = [
  ...singles(30, (i) => ({ key: ['A'], options: options(`对${i}`, '甲', '乙', '丙') })),
  ...multiples(12, (i) => ({ key: i % 2 === 0 ? ['A', 'B'] : ['A', 'B', 'C'] })),
];

/** What an item says, whatever the letters: each text, its why and whether it is right. */
function meaning(item: Item): unknown {
  const said = item.options.map((o) => [o.text, o.why, item.key.includes(o.id)]);
  return { ...item, key: [], review: undefined, options: said.sort() };
}

describe('balancing', () => {
  const result = balanced(skewed);

  test('spreads the right letters evenly', () => {
    expect(keyBalance(bankOf(...skewed))).not.toEqual([]);
    expect(keyBalance(bankOf(...result))).toEqual([]);
  });

  test('changes no item but the order of its options', () => {
    expect(result.map(meaning)).toEqual(skewed.map(meaning));
    for (const item of result)
      expect(item.options.map((o) => o.id).join('')).toBe(item.kind === 'single' ? 'ABCD' : 'ABCDE');
  });

  test('takes the blind answers along', () => {
    expect(result.filter((item) => !isReviewed(item))).toEqual([]);
    const older = {
      reader: 'a',
      picked: ['D'],
      agreed: false,
      on: '2026-11-01',
      version: 1,
      of: '0123456789abcdef0123',
    };
    const [item] = balanced([{ ...(skewed[0] as Item), version: 2, review: { state: 'draft', blind: [older] } }]);
    expect(item?.review?.blind).toEqual([older]);
  });

  test('changes nothing the second time, in whatever order the items come', () => {
    expect(balanced(result)).toEqual(result);
    expect(balanced(skewed.toReversed())).toEqual(result.toReversed());
  });
});
