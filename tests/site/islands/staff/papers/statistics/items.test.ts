import { expect, it } from 'vitest';
import {
  filtered,
  flagsIn,
  type Item,
  indexText,
  inOrder,
  itemSheets,
  NO_FILTER,
} from '../../../../../../site/src/islands/staff/papers/statistics/items.ts';
import { papersZh as w } from '../../../../../../site/src/words/zh-papers.ts';

const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, version: 1, kind: 'single', chapter: 'c1', asked: 40, blank: 0, options: [], flags: [], reports: 0 },
  ...more,
});
const items = [
  item('a', { facility: 0.9, n: 3 }),
  item('b', { flags: [{ reason: 'too-easy' }], facility: 0.97, n: 1 }),
  item('c', {
    flags: [{ reason: 'negative-discrimination' }, { reason: 'reported' }],
    facility: 0.1,
    discrimination: -12,
    n: 2,
  }),
  item('d', { kind: 'multiple', chapter: 'c2', n: 4 }),
];
const ids = (some: readonly Item[]) => some.map(({ id }) => id).join('');

it('puts the gravest flags first, and what has no figure last', () => {
  expect(ids(inOrder(items, 'flags'))).toBe('cbad');
  expect(ids(inOrder(items, 'facility'))).toBe('cabd');
  expect(ids(inOrder(items, 'n'))).toBe('bcad');
});

it('filters by flag, chapter and kind', () => {
  expect(ids(filtered(items, NO_FILTER))).toBe('abcd');
  expect(ids(filtered(items, { ...NO_FILTER, flag: 'any' }))).toBe('bc');
  expect(ids(filtered(items, { ...NO_FILTER, flag: 'none' }))).toBe('ad');
  expect(ids(filtered(items, { ...NO_FILTER, flag: 'reported' }))).toBe('c');
  expect(ids(filtered(items, { ...NO_FILTER, chapter: 'c2', kind: 'multiple' }))).toBe('d');
});

it('counts how many questions have a flag', () => {
  expect(flagsIn([...items, item('e', { flags: [{ reason: 'reported' }] })])[0]).toEqual({ flag: 'reported', n: 2 });
});

it('tells an index as a whole number with a minus that is one', () => {
  expect([indexText(-12.4), indexText(31.6), indexText(undefined)]).toEqual(['−12', '32', '—']);
});

it('takes questions and their options along, a column for each head', () => {
  const one = item('a', { facility: 0.625, options: [{ id: 'A', isKey: true, chosen: 25, share: 0.625 }] });
  const sheets = itemSheets([one], { name: '一模', chapters: [], lang: 'zh', w });
  for (const { head, rows } of sheets) expect(rows[0]).toHaveLength(head.length);
  expect(sheets[0].rows[0]).toContain(62.5);
});
