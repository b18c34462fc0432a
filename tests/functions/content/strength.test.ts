import { describe, expect, test } from 'vitest';
import type { Bank } from '../../../functions/content/bank.ts';
import { type Bars, loadBars } from '../../../functions/content/bars.ts';
import { disjointPapers, shortfalls, strengths } from '../../../functions/content/strength.ts';
import { BLUEPRINTS } from '../../support/mock-bank.ts';
import {
  bankOf,
  refs as baseRefs,
  essay,
  essayFileOf,
  folderWith,
  multiples,
  options,
  single,
  singles,
} from './builders.ts';

const refs = baseRefs({ blueprints: [...BLUEPRINTS] });
const none: Bank = { files: [] };
const stem = (kind: string) => (i: number) => ({
  stem: `${kind}第${i}题：社会工作者在第${i * 7}天遇到的情形是（　　）。`,
});

function mockOf(single: number, multiple: number): Bank {
  return bankOf(...singles(single, stem('单选')), ...multiples(multiple, stem('多选')));
}

const bars: Bars = {
  items: { 'junior-comprehensive': 2 },
  papers: 1,
  essays: { 'intermediate-practice': { case: 1, design: 0 } },
  agreement: 0.98,
  difficulty: { share: 0.333, tolerance: 0.7 },
  lengthDifference: 2,
};

describe('papers that share no item', () => {
  test('are as many as the scarcer kind allows', () => {
    expect(disjointPapers(mockOf(120, 40).files, refs, 'junior-comprehensive')).toBe(2);
    expect(disjointPapers(mockOf(120, 39).files, refs, 'junior-comprehensive')).toBe(1);
    expect(disjointPapers(mockOf(59, 40).files, refs, 'junior-comprehensive')).toBe(0);
  });

  test('are made of reviewed items alone', () => {
    const items = singles(60, (i) =>
      i === 0 ? { ...stem('单选')(i), review: { state: 'draft', blind: [] } } : stem('单选')(i),
    );
    expect(disjointPapers(bankOf(...items, ...multiples(20)).files, refs, 'junior-comprehensive')).toBe(0);
  });
});

test('papers that share no item are made of verified items alone', () => {
  const items = singles(60, (i) => (i === 0 ? { ...stem('单选')(i), unverified: true } : stem('单选')(i)));
  expect(disjointPapers(bankOf(...items, ...multiples(20)).files, refs, 'junior-comprehensive')).toBe(0);
});

describe('the strength of a subject', () => {
  test('tells both banks apart and counts what is outdated, unverified and alike', () => {
    const old = { type: 'statute', statute: '治安管理处罚法', version: '2012-10-26', article: '第一条' } as const;
    const practice = bankOf(single(), single({ id: 'jc04-002', source: old, unverified: true }));
    const [subject] = strengths({ practice, mock: bankOf(single({ id: 'jc04-501' })), essays: [] }, refs);
    expect(subject).toMatchObject({ practice: 2, mock: 1, reviewed: 3, outdated: 1, unverified: 1, alike: 2 });
  });

  test('says how much longer right options are than wrong ones', () => {
    const item = single({ options: options('一二', '一二三四五六', '一二', '一二') });
    const [subject] = strengths({ practice: bankOf(item), mock: none, essays: [] }, refs);
    expect(subject?.lengthDifference).toBe(4);
  });
});

describe('below the bars', () => {
  const strong = {
    practice: bankOf(single(), single({ id: 'jc04-002', ...stem('练习')(1) })),
    mock: mockOf(60, 20),
    essays: [essayFileOf([essay()])],
  };

  test('is nothing when the banks are as strong as wanted', () => {
    expect(shortfalls(strong, refs, bars)).toEqual([]);
  });

  test.each<[string, Partial<Bars>, RegExp]>([
    ['too few items', { items: { 'junior-comprehensive': 83 } }, /reviewed items: 82 of 83/],
    ['a subject without any', { items: { 'law-and-policy': 1 } }, /law-and-policy has no items/],
    ['too few papers', { papers: 2 }, /full papers that share no item: 1 of 2/],
    ['too few cases', { essays: { 'intermediate-practice': { case: 2, design: 1 } } }, /cases: 1 of 2/],
    ['one difficulty alone', { difficulty: { share: 0.333, tolerance: 0.1 } }, /100 % of the items are easy/],
  ])('are %s', (_what, over, sentence) => {
    expect(shortfalls(strong, refs, { ...bars, ...over }).join('\n')).toMatch(sentence);
  });

  test('are readers who do not agree with the keys', () => {
    const item = single();
    const blind = (item.review?.blind ?? []).map((b) =>
      b.reader === 'b' ? { ...b, picked: ['C'], agreed: false } : b,
    );
    const doubtful = { ...item, review: { state: 'reviewed' as const, blind, stands: '有依据。' } };
    const banks = { ...strong, practice: bankOf(doubtful) };
    expect(shortfalls(banks, refs, { ...bars, agreement: 1 }).join('\n')).toMatch(/99 % of the blind readings picked/);
  });
});

test('bars that cannot be read are refused by name', () => {
  expect(() => loadBars(`${folderWith({ 'bars.json': '{}' })}/bars.json`)).toThrow(/bars\.json holds no bars/);
  expect(loadBars().papers).toBeGreaterThan(0);
});
