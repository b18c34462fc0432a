// Why something failed, in words.
import { expect, it } from 'vitest';
import { problemText } from '../../../../site/src/islands/ledger/said.ts';
import { zh } from '../../../../site/src/words/zh.ts';
import { said } from './read.ts';

it('tells a refusal by its rule, and says of what did not arrive that it counts once', () => {
  expect(problemText({ code: 'refused', reason: 'entry-own' }, said)).toBe(said.w.reasons['entry-own']);
  expect(problemText({ code: 'refused', reason: 'list-full' }, said)).toBe(said.w.reasons['list-full']);
  expect(problemText({ code: 'offline' }, said)).toContain('只算一次');
  expect(problemText({ code: 'not_found' }, said)).toBe(zh.problems.not_found);
});
