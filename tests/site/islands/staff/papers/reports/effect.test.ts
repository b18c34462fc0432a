import { expect, it } from 'vitest';
import type { Keyed } from '../../../../../../site/src/islands/staff/papers/item-card.tsx';
import { effectText, keyFault } from '../../../../../../site/src/islands/staff/papers/reports/effect.ts';
import type { Item } from '../../../../../../site/src/islands/staff/papers/statistics/items.ts';
import { papersZh as w } from '../../../../../../site/src/words/zh-papers.ts';

const single = { id: 'q', version: 2, kind: 'single', key: ['A'] } as unknown as Keyed;
const multiple = { ...single, kind: 'multiple', key: ['A', 'C'] } as Keyed;
const counted = {
  ...{ asked: 40, facility: 0.25 },
  options: [
    { id: 'A', chosen: 10 },
    { id: 'B', chosen: 25 },
  ],
} as unknown as Item;
const faults = w.corrections.faults;

it('lets a key be corrected to another that the question can have', () => {
  expect(keyFault({ kind: 'key', key: ['B'] }, single, w)).toBeUndefined();
  expect(keyFault({ kind: 'key', key: [] }, single, w)).toBe(faults.none);
  expect(keyFault({ kind: 'key', key: ['A', 'B'] }, single, w)).toBe(faults.single);
  expect(keyFault({ kind: 'key', key: ['B'] }, multiple, w)).toBe(faults.multiple);
  expect(keyFault({ kind: 'key', key: ['C', 'A'] }, multiple, w)).toBe(faults.same);
  expect(keyFault({ kind: 'credit', key: [] }, single, w)).toBeUndefined();
});

it('holds the last correction for the key that would be the same', () => {
  const corrected = { ...single, correction: { key: ['B'], credited: false } } as unknown as Keyed;
  expect(keyFault({ kind: 'key', key: ['B'] }, corrected, w)).toBe(faults.same);
  expect(keyFault({ kind: 'key', key: ['A'] }, corrected, w)).toBeUndefined();
});

it('says how many gain and how many lose by another key of a single question', () => {
  const text = effectText({ kind: 'key', key: ['B'] }, { item: single, counted }, w);
  expect(text).toContain(w.corrections.gains(25));
  expect(text).toContain(w.corrections.losses(10));
});

it('says how many get full marks by a credit, and no number where none is known', () => {
  expect(effectText({ kind: 'credit', key: [] }, { item: single, counted }, w)).toContain(w.corrections.credit(30));
  expect(effectText({ kind: 'credit', key: [] }, { item: single, counted: undefined }, w)).toBe(
    w.corrections.tell(2, 0),
  );
});
