import { expect, it } from 'vitest';
import { countTexts, halfPointsOf, leftText, meanText } from '../../../../../site/src/islands/staff/papers/figures.ts';
import { papersZh as w } from '../../../../../site/src/words/zh-papers.ts';

it('takes marks as they are typed, with halves, up to the most', () => {
  expect(['0', '1.5', ' 3 ', '3．5', '4', '2.', '2.0'].map((text) => halfPointsOf(text, 8))).toEqual([
    0, 3, 6, 7, 8, 4, 4,
  ]);
});

it('takes nothing for a mark that is none', () => {
  expect(['', '-1', '4.5', '1.3', '1e1', '五'].map((text) => halfPointsOf(text, 8))).toEqual(Array(6).fill(undefined));
});

it('tells means with one decimal, and a missing one as a dash', () => {
  expect([meanText(128.4), meanText(131), meanText(undefined)]).toEqual(['64.2', '65.5', '—']);
});

it('rounds what is left up: a second is a minute', () => {
  expect([leftText(1, w), leftText(60_000, w), leftText(3_660_001, w)]).toEqual(['1 分钟', '1 分钟', '1 小时 2 分']);
});

it('names kinds in the order of the paper, without those it has none of', () => {
  expect(countTexts({ multiple: 20, single: 60, case: 0 }, w)).toEqual(['单选题 60 题', '多选题 20 题']);
});
