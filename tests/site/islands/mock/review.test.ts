// The review: which questions a filter lets through, letters by place, what the wrong book keeps, and marks for words.
import { describe, expect, it } from 'vitest';
import { type Given, givenIn, leftOut, marksBody, sumOf } from '../../../../site/src/islands/mock/essay-marks.ts';
import { linesIn, toneOf } from '../../../../site/src/islands/mock/lines.ts';
import { asShown, forBook } from '../../../../site/src/islands/mock/review-shown.ts';
import { addressOf, fitting, viewFrom } from '../../../../site/src/islands/mock/review-view.ts';
import type { Head, Result } from '../../../../site/src/islands/mock/wire.ts';
import { line, past, reviewed } from './made.ts';

const { earned: _e, possible: _p, marking: _m, regraded: _r, ...head }: Head & Record<string, unknown> = past();
const result = {
  lines: [
    line(1),
    line(2, { verdict: 'wrong', earned: 0, chapter: 'one-2' }),
    line(3, { verdict: 'partial', earned: 1 }),
    line(4, { verdict: 'blank', picked: [], earned: 0 }),
  ],
} as unknown as Result;

describe('a filter', () => {
  const opened = { result, flagged: new Set([1, 4]) };
  const numbers = (filter: string, chapter = 'all') =>
    fitting(viewFrom(new URLSearchParams({ show: filter, chapter })), opened);

  it('lets through the questions of a verdict, of a chapter, or those that were flagged', () => {
    expect(numbers('all')).toEqual([1, 2, 3, 4]);
    expect(numbers('wrong')).toEqual([2]);
    expect(numbers('partial')).toEqual([3]);
    expect(numbers('blank')).toEqual([4]);
    expect(numbers('flagged')).toEqual([1, 4]);
    expect(numbers('all', 'one-2')).toEqual([2]);
    expect(numbers('partial', 'one-2')).toEqual([]);
  });

  it('stands in the address, and whatever is not one of the choices is the usual one', () => {
    const view = { filter: 'wrong', chapter: 'one-2', n: 2 } as const;
    expect(viewFrom(new URLSearchParams(addressOf(view, 'attempt-1')))).toEqual(view);
    expect(viewFrom(new URLSearchParams('show=none&n=-3'))).toEqual({ filter: 'all', chapter: 'all', n: 1 });
  });
});

describe('a reviewed question', () => {
  it('names options by their place on the screen, the key and the answer with them', () => {
    const { question, picked, latePicked } = asShown(reviewed(), { picked: ['B', 'C'], latePicked: ['E'] });
    expect(question.options.map(({ id, text }) => [id, text])).toEqual([
      ...[['A', '选项C'] as const, ['B', '选项A'] as const, ['C', '选项B'] as const],
      ...[['D', '选项E'] as const, ['E', '选项D'] as const],
    ]);
    expect(question.key).toEqual(['A', 'B']);
    expect(picked).toEqual(['A', 'C']);
    expect(latePicked).toEqual(['D']);
  });

  it('goes into the wrong book under its own letters; what is answered in words does not', () => {
    const kept = forBook({ head: head as Head, questions: [reviewed(), reviewed({ id: 'q-2', kind: 'case' })] });
    expect(
      kept.map(({ id, subject, key, options }) => [id, subject, key, options.map((one) => one.id).join('')]),
    ).toEqual([['q-1', 'one', ['A', 'C'], 'ABCDE']]);
  });

  it('is coloured as an answer card is; a credited one is right, words by what they earned', () => {
    expect(toneOf(line(1, { verdict: 'credited' }))).toBe('right');
    expect(toneOf(line(1, { verdict: 'marked', earned: 1 }))).toBe('partial');
    expect(toneOf(line(1, { verdict: 'marked', earned: 0 }))).toBe('wrong');
    expect(toneOf(line(1, { verdict: 'unmarked' }))).toBe('none');
    expect(linesIn({ lines: [line(1, { latePicked: ['A'] })] })[0]).not.toHaveProperty('latePicked');
  });
});

describe('marks for words', () => {
  const points = ['a', 'b'].map((id) => ({ id, text: `点${id}`, possible: 4 }));
  const part = (id: string, given: Record<string, number>) => ({
    ...{ id, text: `问${id}`, possible: 8, model: '参考', points, written: '', given },
  });
  const essay = (n: number, given: Record<string, number>) =>
    reviewed({ n, kind: 'case', options: [], key: [], parts: [part('1', given), part('2', {})] });

  it('sum up, and say how many points have none', () => {
    const given: Given = { '1': { a: 3, b: undefined }, '2': { a: 4 } };
    expect(sumOf(given)).toBe(7);
    expect(leftOut(essay(1, {}), given)).toBe(2);
    expect(givenIn(essay(1, { a: 2 }))).toEqual({ '1': { a: 2 }, '2': {} });
  });

  it('are sent with those of the other questions; what is not given is not sent', () => {
    const questions = [essay(1, { a: 1 }), essay(2, { a: 2, b: 3 }), reviewed({ n: 3 })];
    expect(marksBody(questions, 1, { '1': { a: 4, b: undefined }, '2': { a: 0 } })).toEqual({
      '1': { '1': { a: 4 }, '2': { a: 0 } },
      '2': { '1': { a: 2, b: 3 } },
    });
  });
});
