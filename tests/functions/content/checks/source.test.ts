import { describe, expect, test } from 'vitest';
import { source } from '../../../../functions/content/checks/source.ts';
import type { Item } from '../../../../functions/content/schema.ts';
import { bankOf, refs, single } from '../builders.ts';

function findings(over: Partial<Extract<Item['source'], { type: 'statute' }>>): ReturnType<typeof source> {
  const from = {
    type: 'statute',
    statute: '治安管理处罚法',
    version: '2025-06-27',
    article: '第十九条',
    ...over,
  } as const;
  return source(bankOf(single({ source: from })), refs());
}

describe('a statute', () => {
  test('in a registered version that has the article and is in force passes', () => {
    expect(findings({})).toEqual([]);
    expect(findings({ article: '第一百四十四条、第一条' })).toEqual([]);
    expect(findings({ statute: '民法典·继承编', version: '2020-05-28', article: '第一千一百一十九条' })).toEqual([]);
  });

  test.each([
    ['an unknown name', { statute: '治安处罚法' }, '《治安处罚法》 is not in statutes.json'],
    ['an unknown version', { version: '2024-01-01' }, 'registered: 2012-10-26, 2025-06-27'],
    ['an article that is not written as one', { article: '第19条' }, 'write it as 第十二条'],
    ['an article past the last', { article: '第一百四十五条' }, '第一条 to 第一百四十四条'],
    [
      'an article before the first of a part',
      { statute: '民法典·继承编', version: '2020-05-28', article: '第十条' },
      '第一千一百一十九条 to',
    ],
    ['a version replaced by then', { version: '2012-10-26' }, 'was in force until 2025-12-31'],
    ['a law not yet in force', { statute: '医疗保障法', version: '2026-08-28' }, 'comes into force on 2027-01-01'],
  ])('with %s is an error', (_name, over, message) => {
    expect(findings(over)).toMatchObject([{ level: 'error', message: expect.stringContaining(message) }]);
  });

  test('registered with a doubt is a warning', () => {
    expect(findings({ statute: '旧办法', version: '2019-03-02' })).toMatchObject([{ level: 'warning' }]);
  });
});

test('a known syllabus edition passes, an unknown one is an error', () => {
  expect(source(bankOf(single()), refs())).toEqual([]);
  const strange = single({ source: { type: 'syllabus', edition: '2007', point: '自决' } });
  expect(source(bankOf(strange), refs())).toMatchObject([
    { level: 'error', message: expect.stringContaining('known are 2018') },
  ]);
});
