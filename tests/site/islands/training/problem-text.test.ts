// Every refusal that the door and enrolling know has a sentence of its own, in both languages.
import { expect, it } from 'vitest';
import { DOOR_REFUSALS } from '../../../../functions/domain/door/decide.ts';
import { needsSignIn, problemText } from '../../../../site/src/islands/training/problem-text.ts';
import { en } from '../../../../site/src/words/en.ts';
import { trainingEn } from '../../../../site/src/words/en-training.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { trainingZh } from '../../../../site/src/words/zh-training.ts';

it.each([
  ['Chinese', { words: zh, t: trainingZh }],
  ['English', { words: en, t: trainingEn }],
])('each of the door’s refusals has its own sentence in %s', (_, said) => {
  const sentences = DOOR_REFUSALS.map((reason) => problemText({ code: 'refused', reason }, said));
  expect(new Set(sentences).size).toBe(DOOR_REFUSALS.length);
  expect(sentences).not.toContain(said.words.problems.refused);
});

it('tells codes by the training pages’ own words first, and by the common ones else', () => {
  const said = { words: zh, t: trainingZh };
  expect(problemText({ code: 'offline' }, said)).toBe(trainingZh.problems.offline);
  expect(problemText({ code: 'conflict' }, said)).toBe(zh.problems.conflict);
});

it('knows when a sign-in helps', () => {
  const codes = ['not_signed_in', 'session_expired', 'refused'] as const;
  expect(codes.map((code) => needsSignIn({ code }))).toEqual([true, true, false]);
});
