import { describe, expect, test } from 'vitest';
import { item, questionFile, toQuestion } from '../../../functions/content/schema.ts';
import { multiple, single } from './builders.ts';

describe('a question file', () => {
  test('holds items, and may name its schema', () => {
    const file = { subject: 'law-and-policy', chapter: 'lp18-01', items: [single(), multiple()] };
    expect(questionFile.safeParse(file).success).toBe(true);
    expect(questionFile.safeParse({ ...file, $schema: '../../question-file.schema.json' }).success).toBe(true);
  });

  test('refuses a field nobody named, at every depth', () => {
    const good = single();
    expect(
      questionFile.safeParse({ subject: 'law-and-policy', chapter: 'lp18-01', items: [], author: 'x' }).success,
    ).toBe(false);
    expect(item.safeParse({ ...good, tags: [] }).success).toBe(false);
    expect(item.safeParse({ ...good, source: { ...good.source, page: 3 } }).success).toBe(false);
    expect(item.safeParse({ ...good, options: good.options.map((o) => ({ ...o, right: true })) }).success).toBe(false);
  });

  test.each([
    ['an id of another form', { id: 'JC-1' }],
    ['a version of zero', { version: 0 }],
    ['a kind that the paper does not have', { kind: 'essay' }],
    ['a statute without a version', { source: { type: 'statute', statute: '慈善法', article: '第一条' } }],
    [
      'a day that does not exist',
      { source: { type: 'statute', statute: '慈善法', version: '2023-02-30', article: '第一条' } },
    ],
  ])('refuses %s', (_name, over) => {
    expect(item.safeParse({ ...single(), ...over }).success).toBe(false);
  });
});

test('a released question leaves the review record behind', () => {
  const question = toQuestion(single());
  expect(question).not.toHaveProperty('review');
  expect(question).toMatchObject({ id: 'jc04-001', key: ['B'], source: { edition: '2018' } });
});
