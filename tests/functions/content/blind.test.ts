import { describe, expect, test } from 'vitest';
import { faultsOf, recordBlind, sheets } from '../../../functions/content/blind.ts';
import { isReviewed } from '../../../functions/content/review.ts';
import { bankOf, multiple, single } from './builders.ts';

const draft = { state: 'draft', blind: [] } as const;
const bank = bankOf(single({ review: { ...draft, blind: [] } }), multiple({ review: { ...draft, blind: [] } }));

test('a reader gets every question of a file without key, why, explanation and source', () => {
  const [[name, asked] = []] = [...sheets(bank)];
  expect(name).toBe('junior-comprehensive-jc18-04');
  expect(asked).toHaveLength(2);
  expect(asked?.[0]?.options[0]).toEqual({ id: 'A', text: '接纳' });
  expect(JSON.stringify(asked)).not.toMatch(/"(key|why|explanation|source|review)"/);
});

describe('recording blind answers', () => {
  test('marks an item as reviewed when the answer is the key in any order', () => {
    const { bank: after, disagreements } = recordBlind(bank, { 'jc04-101': ['C', 'A', 'B'] }, '2026-11-23');
    const item = after.files[0]?.items[1];
    expect(disagreements).toEqual([]);
    expect(item?.review).toEqual({
      state: 'reviewed',
      blind: [
        {
          picked: ['A', 'B', 'C'],
          agreed: true,
          on: '2026-11-23',
          version: 1,
          of: expect.stringMatching(/^[0-9a-f]{20}$/),
        },
      ],
    });
    expect(item !== undefined && isReviewed(item)).toBe(true);
    expect(after.files[0]?.items[0]).toBe(bank.files[0]?.items[0]);
  });

  test('keeps an item a draft when the answer differs, and reports it', () => {
    const { bank: after, disagreements } = recordBlind(bank, { 'jc04-001': ['D'] }, '2026-11-23');
    expect(disagreements.map((d) => [d.item.id, d.picked])).toEqual([['jc04-001', ['D']]]);
    expect(after.files[0]?.items[0]?.review).toMatchObject({
      state: 'draft',
      blind: [{ agreed: false, picked: ['D'] }],
    });
  });

  test('keeps earlier readers, and counts the same answer of the same day once', () => {
    const first = recordBlind(bank, { 'jc04-001': ['D'] }, '2026-11-22').bank;
    const second = recordBlind(first, { 'jc04-001': ['B'] }, '2026-11-23').bank;
    const again = recordBlind(second, { 'jc04-001': ['B'] }, '2026-11-23').bank;
    expect(again).toEqual(second);
    expect(second.files[0]?.items[0]?.review).toMatchObject({
      state: 'reviewed',
      blind: [{ picked: ['D'] }, { picked: ['B'] }],
    });
  });
});

test('answers to unknown items and with unknown letters are named', () => {
  expect(faultsOf(bank, { 'jc04-999': ['A'], 'jc04-001': ['E'], 'jc04-101': ['E'] })).toEqual([
    'There is no item jc04-999 in the bank.',
    'jc04-001 has no option E.',
  ]);
});
