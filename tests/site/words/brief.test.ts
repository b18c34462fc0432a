// The brief in words, with the figures of the four towns that the product was conceived from.
import { describe, expect, it } from 'vitest';
import { briefOf } from '../../../functions/domain/reports/brief.ts';
import type { Figure, Values } from '../../../functions/domain/reports/content.ts';
import { briefEn } from '../../../site/src/words/en-brief.ts';
import { briefZh } from '../../../site/src/words/zh-brief.ts';

type Told = number | Figure | [now: number, last: number];

/** Figures of the year, and of the year before where two are given. */
function values(told: Record<string, Told>): Values {
  return Object.fromEntries(
    Object.entries(told).map(([id, said]) => {
      if (Array.isArray(said)) return [id, { now: { n: said[0] }, last: { n: said[1] } }];
      return [id, { now: typeof said === 'number' ? { n: said } : said, last: null }];
    }),
  );
}

const said = (told: Record<string, Told>) => {
  const statements = briefOf(values(told));
  return { zh: statements.map(briefZh.sentence), en: statements.map(briefEn.sentence) };
};

describe('the brief', () => {
  it('says of 九江 how many registered and passed, and what the rate is of', () => {
    const jiujiang = {
      ...{ registered: 4523, passed: 1085, 'pass-rate': { n: 1085, of: 4523 } },
      ...{ learnings: 52_000, activities: 40_212, served: 197_404 },
    };
    expect(said(jiujiang)).toEqual({
      zh: [
        '报考 4,523 人，通过 1,085 人，通过率 24%（按报名人数）。',
        '学习 52,000 人次（到场和看完网课都计）。',
        '开展服务活动 40,212 场，服务 197,404 人次（每场到场人数相加）。',
      ],
      en: [
        '4,523 registered for the exam, 1,085 passed, a pass rate of 24% of those registered.',
        '52,000 times of learning (attendances and lessons watched to the end).',
        'Service activities: 40,212, person-times served: 197,404 (those present at each added up).',
      ],
    });
  });

  it('says of 和县 how the passes compare with the year before', () => {
    expect(said({ registered: 453, passed: [150, 59], 'pass-rate': { n: 150, of: 453 } })).toEqual({
      zh: ['报考 453 人，通过 150 人，通过率 33%（按报名人数），通过人数比上年同期（59 人）增加 91 人，同比 +154%。'],
      en: [
        '453 registered for the exam, 150 passed, a pass rate of 33% of those registered, 91 more passes than the 59 of the year before (+154%).',
      ],
    });
  });

  it('says of 马山 who works there, who is certified, and what was held', () => {
    const mashan = {
      ...{ workers: 36, certified: 8, 'certified:junior': 7, 'certified:intermediate': 1 },
      ...{ 'certified-rate': { n: 8, of: 36 }, sessions: 3, attendances: 206 },
    };
    expect(said(mashan)).toEqual({
      zh: [
        '期末在岗社会工作人员 36 人，其中持证 8 人（初级 7 人、中级 1 人），持证率 22%（按在岗人数）。',
        '举办培训 3 场，参训 206 人次（每到一场记 1 人次）。',
      ],
      en: [
        '36 social workers in post at the end, 8 of them certified (7 junior, 1 intermediate), 22% of those in post.',
        'Sessions of training held: 3, 206 attendances (one for each session come to).',
      ],
    });
  });

  it('says of 塔城 how many households and persons are served', () => {
    expect(said({ households: 205, 'persons-served': 335 })).toEqual({
      zh: ['期末服务 205 户，335 人。'],
      en: ['Households served at the end: 205, persons: 335.'],
    });
  });
});

describe('a sentence', () => {
  it('is left out where nothing was, this year and last', () => {
    expect(said({ registered: 0, passed: [0, 0] }).zh).toEqual([]);
    expect(said({ registered: 0, passed: [0, 3] }).zh).toEqual([
      '报考 0 人，通过 0 人，通过人数比上年同期（3 人）减少 3 人，同比 −100%。',
    ]);
  });

  it('has no share of nothing, and no percentage of a year in which there was none', () => {
    expect(said({ registered: 5, passed: [2, 0], 'pass-rate': { n: 0, of: 0 } }).zh).toEqual([
      '报考 5 人，通过 2 人，通过人数比上年同期（0 人）增加 2 人。',
    ]);
    expect(said({ registered: 5, passed: [2, 2] }).zh[0]).toContain('通过人数与上年同期持平');
  });
});
