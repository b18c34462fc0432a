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
  const a = { name: 'a', on: '2026-11-22' };
  const b = { name: 'b', on: '2026-11-23' };

  test('marks an item as reviewed when two readers picked the key, in any order', () => {
    const once = recordBlind(bank, { 'jc04-101': ['C', 'A', 'B'] }, a);
    expect(once.bank.files[0]?.items[1]?.review?.state).toBe('draft');
    const { bank: after, disagreements } = recordBlind(once.bank, { 'jc04-101': ['A', 'B', 'C'] }, b);
    const item = after.files[0]?.items[1];
    expect(disagreements).toEqual([]);
    const answer = { picked: ['A', 'B', 'C'], agreed: true, version: 1, of: expect.stringMatching(/^[0-9a-f]{20}$/) };
    expect(item?.review).toEqual({
      state: 'reviewed',
      blind: [
        { ...answer, reader: 'a', on: a.on },
        { ...answer, reader: 'b', on: b.on },
      ],
    });
    expect(item !== undefined && isReviewed(item)).toBe(true);
    expect(after.files[0]?.items[0]).toBe(bank.files[0]?.items[0]);
  });

  test('keeps an item a draft when an answer differs, and reports it with the reader’s note', () => {
    const answers = { 'jc04-001': { picked: ['D'], note: '两个选项都说得通' } };
    const { bank: after, disagreements } = recordBlind(recordBlind(bank, { 'jc04-001': ['B'] }, a).bank, answers, b);
    expect(disagreements.map((d) => [d.item.id, d.picked])).toEqual([['jc04-001', ['D']]]);
    expect(after.files[0]?.items[0]?.review).toMatchObject({
      state: 'draft',
      blind: [{ agreed: true }, { agreed: false, picked: ['D'], note: '两个选项都说得通' }],
    });
  });

  test('takes what a reader says again instead of what they said', () => {
    const first = recordBlind(bank, { 'jc04-001': ['D'] }, a).bank;
    const again = recordBlind(first, { 'jc04-001': ['B'] }, { ...a, on: '2026-11-23' }).bank;
    expect(again.files[0]?.items[0]?.review?.blind).toMatchObject([{ reader: 'a', picked: ['B'], on: '2026-11-23' }]);
  });
});

test('answers to unknown items and with unknown letters are named', () => {
  expect(faultsOf(bank, { 'jc04-999': ['A'], 'jc04-001': ['E'], 'jc04-101': ['E'] })).toEqual([
    'There is no item jc04-999 in the bank.',
    'jc04-001 has no option E.',
  ]);
});
