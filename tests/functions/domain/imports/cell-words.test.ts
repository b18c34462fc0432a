import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EDUCATION_WORDS,
  educationOf,
  isBlank,
  POST_WORDS,
  postOf,
  readDay,
  yesOrNo,
} from '../../../../functions/domain/imports/cell-words.ts';
import { addDays } from '../../../../functions/domain/time.ts';

describe('a day', () => {
  it.each([
    ['2024-03-01', '2024-03-01'],
    ['2024/3/1', '2024-03-01'],
    ['2024.3.1', '2024-03-01'],
    ['2024年3月1日', '2024-03-01'],
    ['２０２４年３月１日', '2024-03-01'],
    [' 2024 年 3 月 1 日 ', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['2024-03-01 00:00:00', '2024-03-01'],
    ['2024/3/1 8:30', '2024-03-01'],
    ['2024-03-01T00:00:00.000Z', '2024-03-01'],
    ['45352', '2024-03-01'],
    ['45352.5', '2024-03-01'],
    ['20000', '1954-10-03'],
    ['2024-2-29', '2024-02-29'],
  ])('is read from %j', (text, day) => {
    expect(readDay(text)).toEqual({ ok: true, day });
  });

  it.each([
    ['', 'form'],
    ['3/1/2024', 'form'],
    ['24-3-1', 'form'],
    ['2024', 'form'],
    ['至今', 'form'],
    ['去年三月', 'form'],
    ['123456', 'form'],
    ['2024年3月', 'part'],
    ['2024.03', 'part'],
    ['2024-02-30', 'calendar'],
    ['2023-02-29', 'calendar'],
    ['20241301', 'calendar'],
    ['2024/0/1', 'calendar'],
  ])('is not %j: %s', (text, reason) => {
    expect(readDay(text)).toEqual({ ok: false, reason });
  });

  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 79_999 }), (serial) => {
        const day = addDays('1899-12-30', serial);
        const [y, m, d] = day.split('-').map(Number);
        for (const text of [day, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, day.replaceAll('-', ''), String(serial)]) {
          expect(readDay(text)).toEqual({ ok: true, day });
        }
      }),
    );
  });
});

describe('a word', () => {
  it.each([
    ['社会工作者', 'social-worker'],
    ['专职 社工', 'social-worker'],
    ['网格员', 'grid-worker'],
    ['头雁', 'supervisor'],
    ['义工', 'volunteer'],
    ['volunteer', 'volunteer'],
    ['站长', undefined],
    ['', undefined],
  ])('%j is the post %s', (text, post) => {
    expect(postOf(text)).toBe(post);
  });

  it.each([
    ['本科', 'bachelor'],
    ['研究生', 'master'],
    ['高中（中专）', 'secondary'],
    ['高中／中专', 'secondary'],
    ['大专', 'college'],
    ['初中', undefined],
  ])('%j is the degree %s', (text, education) => {
    expect(educationOf(text)).toBe(education);
  });

  it.each([
    ['是', true],
    ['在编', true],
    ['√', true],
    ['TRUE', true],
    ['否', false],
    ['无', false],
    ['编制外', false],
    ['0', false],
    ['也许', undefined],
  ])('%j answers %s', (text, answer) => {
    expect(yesOrNo(text)).toBe(answer);
  });

  it('means one thing alone', () => {
    for (const words of [POST_WORDS, EDUCATION_WORDS]) {
      const all = Object.values(words).flat();
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

it.each(['', ' ', '　', '-', '——', '／', '无', 'N/A'])('%j says nothing', (text) => {
  expect(isBlank(text)).toBe(true);
});
