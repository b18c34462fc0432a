// Why something about one's own data failed: a sentence for what can happen here, and the common one for the rest.
import { describe, expect, it } from 'vitest';
import { isSignedOut, problemText } from '../../../../site/src/islands/profile/problem.tsx';
import { en } from '../../../../site/src/words/en.ts';
import { profileEn } from '../../../../site/src/words/en-profile.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { profileZh } from '../../../../site/src/words/zh-profile.ts';

const languages = { zh: { words: zh, t: profileZh }, en: { words: en, t: profileEn } };

describe.each(['zh', 'en'] as const)('a problem (%s)', (lang) => {
  const said = languages[lang];
  const { words, t } = said;

  it('is told by the rule that refuses', () => {
    expect(problemText({ code: 'refused', reason: 'spent' }, said)).toBe(t.reasons.spent);
    expect(problemText({ code: 'refused', reason: 'has-own-record' }, said)).toBe(t.reasons['has-own-record']);
  });

  it('is told in general where the rule is none that can stand against it here', () => {
    expect(problemText({ code: 'refused', reason: 'cycle' }, said)).toBe(words.problems.refused);
    expect(problemText({ code: 'busy' }, said)).toBe(words.problems.busy);
  });

  it('promises no answers that are kept: there are none here', () => {
    expect(problemText({ code: 'offline' }, said)).toBe(t.problems.offline);
    expect(problemText({ code: 'offline' }, said)).not.toBe(words.problems.offline);
  });
});

it('has the same sentences in both languages', () => {
  expect(Object.keys(profileEn.reasons).sort()).toEqual(Object.keys(profileZh.reasons).sort());
  expect(Object.keys(profileEn.problems).sort()).toEqual(Object.keys(profileZh.problems).sort());
});

it('tells an ended session from other problems', () => {
  expect((['not_signed_in', 'session_expired', 'not_found'] as const).map((code) => isSignedOut({ code }))).toEqual([
    true,
    true,
    false,
  ]);
});
