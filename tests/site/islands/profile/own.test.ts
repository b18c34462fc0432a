// What the lines of one's own record say.
import { describe, expect, it } from 'vitest';
import { keepers, type Own, spanText, studiesText } from '../../../../site/src/islands/profile/own.ts';
import { en } from '../../../../site/src/words/en.ts';
import { profileEn } from '../../../../site/src/words/en-profile.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { profileZh } from '../../../../site/src/words/zh-profile.ts';

const said = { words: zh, t: profileZh };

describe('a line', () => {
  it('names the last day of a span, not the first one after it', () => {
    expect(spanText({ from: '2026-01-01', to: '2026-06-01' }, said)).toBe('2026年1月1日 至 2026年5月31日');
    expect(spanText({ from: '2026-01-01' }, said)).toBe('2026年1月1日 起');
    expect(spanText({ from: '2026-01-01', to: undefined }, { words: en, t: profileEn })).toMatch(/^since /);
  });

  it('says what was studied, and nothing where nothing is known', () => {
    expect(studiesText({ education: 'bachelor', isSocialWorkMajor: true }, profileZh)).toBe('本科（社会工作专业）');
    expect(studiesText({ education: 'bachelor', isSocialWorkMajor: false }, profileZh)).toBe('本科');
    expect(studiesText({}, profileZh)).toBeUndefined();
  });
});

describe('whom to ask', () => {
  const work = (unitName: string, from: string, to?: string): Own['employments'][number] => ({
    ...{ unit: unitName, unitName, post: 'social-worker', established: false, from },
    ...(to && { to }),
  });

  it('are the units of today, each once', () => {
    const employments = [
      work('former', '2020-01-01', '2022-01-01'),
      work('now', '2022-01-01', '2027-01-01'),
      work('now', '2023-01-01'),
      work('other', '2023-01-01'),
      work('later', '2027-01-01'),
    ];
    expect(keepers({ employments }, '2026-11-23')).toEqual(['now', 'other']);
  });
});
