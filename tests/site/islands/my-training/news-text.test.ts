import { describe, expect, it } from 'vitest';
import { type News, newsTexts } from '../../../../site/src/islands/my-training/news-text.ts';
import { en } from '../../../../site/src/words/en.ts';
import { trainingEn } from '../../../../site/src/words/en-training.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { trainingZh } from '../../../../site/src/words/zh-training.ts';

const before: News['changes'][number]['after'] = {
  ...{ id: 'course-a-001', form: 'on-site', state: 'planned' },
  ...{ startsAt: '2026-05-23T01:00:00.000Z', endsAt: '2026-05-23T04:00:00.000Z' },
  place: { division: '360400', address: '一号教室' },
};
const said = { words: zh, t: trainingZh };
const texts = (...changes: News['changes']) => newsTexts({ upTo: 2, at: before.startsAt, changes }, said);

describe('the sentences of news', () => {
  it('say when and where it is now, and was', () => {
    const after = {
      ...before,
      ...{ startsAt: '2026-05-24T06:00:00.000Z', endsAt: '2026-05-24T09:00:00.000Z' },
      place: { division: '360400', address: '二号教室' },
    };
    expect(texts({ news: ['time', 'place'], before, after })).toEqual([
      '时间改为 2026年5月24日（周日） 14:00–17:00（原来 2026年5月23日（周六） 09:00–12:00）。',
      '2026年5月24日（周日） 14:00–17:00 这一场的地点改为「二号教室」（原来「一号教室」）。',
    ]);
  });

  it('name a session that has a name, and tell a new link from a new place', () => {
    const after = { ...before, title: '第一讲', link: 'https://example.cn/room' };
    expect(texts({ news: ['place'], before, after })).toEqual([
      '第一讲　2026年5月23日（周六） 09:00–12:00 这一场的上课链接有变。',
    ]);
  });

  it('say what is off by the time one knows it by, and what is new', () => {
    const off = { ...before, state: 'cancelled' as const, startsAt: '2026-05-23T02:00:00.000Z' };
    expect(texts({ news: ['cancelled'], before, after: off }, { news: ['added'], after: before })).toEqual([
      '2026年5月23日（周六） 09:00–12:00 这一场已取消。',
      '新增一场：2026年5月23日（周六） 09:00–12:00。',
    ]);
  });

  it('say of a course that is off why, in English too', () => {
    const news = { upTo: 3, at: before.startsAt, cancelled: '台风', changes: [] };
    expect(newsTexts(news, said)).toEqual(['这个培训班已取消。原因：台风']);
    expect(newsTexts(news, { words: en, t: trainingEn })).toEqual(['This course is cancelled. Reason: 台风']);
  });
});
