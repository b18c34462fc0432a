import { expect, it } from 'vitest';
import { spanOf } from '../../../../../../functions/domain/door/codes.ts';
import { type Code, isShort, merged, shownAt } from '../../../../../../site/src/islands/staff/training/door/codes.ts';

const FIRST = 178_000_000;
const START = FIRST * 10_000;
const codes: Code[] = [0, 1, 2, 3].map((i) => {
  return { step: FIRST + i, ...spanOf(FIRST + i), digits: `00000${i}`, link: `link ${i}` };
});

it('shows the code of its ten seconds, and how long it stays', () => {
  expect(shownAt(codes, START + 2_500)).toEqual({ code: codes[0], left: 8 });
  expect(shownAt(codes, START + 10_000)).toMatchObject({ code: codes[1], left: 10 });
});

it('never shows a code before its time, whatever was fetched ahead', () => {
  expect(shownAt(codes, START - 1)).toBeUndefined();
});

it('shows the last code without a network as long as it is taken, and then none', () => {
  expect(shownAt(codes, START + 65_000)).toMatchObject({ code: codes[3], left: 0 });
  expect(shownAt(codes, START + 70_000)).toMatchObject({ code: codes[3] });
  expect(shownAt(codes, START + 70_001)).toBeUndefined();
});

it('asks for more two steps before it runs out', () => {
  expect(isShort(codes, START + 20_000)).toBe(false);
  expect(isShort(codes, START + 20_001)).toBe(true);
  expect(isShort([], START)).toBe(true);
});

it('holds each step once and drops what nobody takes any more', () => {
  const kept = merged(codes.slice(0, 3), codes.slice(1), START + 45_000);
  expect(kept.map(({ step }) => step - FIRST)).toEqual([1, 2, 3]);
});
