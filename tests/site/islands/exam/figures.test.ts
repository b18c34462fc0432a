// Figures of a paper under way.
import { expect, it } from 'vitest';
import { blankAt, type Stand } from '../../../../site/src/exam/rows.ts';
import { clockText, figuresOf, pickedAfter, warningBetween } from '../../../../site/src/islands/exam/figures.ts';

const MINUTE = 60_000;

it('writes the time as a clock, counting a second that has begun', () => {
  expect([0, 1, 59_001, 60_000, 3_599_500, 7_200_000].map(clockText)).toEqual([
    ...['00:00', '00:01', '01:00', '01:00', '1:00:00', '2:00:00'],
  ]);
});

it('warns once at each of 30, 10, 5 and 1 minutes, and after a sleep only of the nearest to the end', () => {
  expect(warningBetween(30 * MINUTE + 1, 30 * MINUTE)).toBe(30);
  expect(warningBetween(30 * MINUTE, 30 * MINUTE - 1)).toBeUndefined();
  expect(warningBetween(40 * MINUTE, 4 * MINUTE)).toBe(5);
  expect(warningBetween(2 * MINUTE, 59_000)).toBe(1);
});

it('picks one where one is chosen, and several in the order of their ids, each taken back by a second press', () => {
  expect(pickedAfter('single', ['A'], 'C')).toEqual(['C']);
  expect(pickedAfter('multiple', ['C'], 'A')).toEqual(['A', 'C']);
  expect(pickedAfter('multiple', ['A', 'C'], 'A')).toEqual(['C']);
});

it('takes a question in words for answered as soon as one part has words', () => {
  const stands: Stand[] = [
    { ...blankAt(1), picked: ['A'] },
    { ...blankAt(2), flagged: true },
    { ...blankAt(3, '1'), text: ' \n' },
    { ...blankAt(4, '2'), text: '先建立关系' },
  ];
  const at = (n: number, part = '') => stands.find((one) => one.n === n && one.part === part) ?? blankAt(n, part);
  const parts = ['1', '2'].map((id) => ({ id, text: '', possible: 10 }));
  const asked = [1, 2, 3, 4].map((n) => ({
    ...{ n, id: `q${n}`, version: 1, stem: '', options: [] },
    ...(n > 2 ? { kind: 'case' as const, parts } : { kind: 'single' as const }),
  }));
  expect(figuresOf({ at, sheet: { asked } as never })).toEqual({ answered: [1, 4], blank: [2, 3], flagged: [2] });
});
