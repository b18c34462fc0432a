import { expect, it } from 'vitest';
import { choicesOf } from '../../../../functions/domain/statistics/distractors.ts';
import { addTo, type Sums, sumsOf } from '../../../../functions/domain/statistics/item-sums.ts';

const question = { options: ['A', 'B', 'C', 'D'].map((id) => ({ id })), key: ['B'] };

function sat(picked: string[], earned: number, possible = 100): Sums {
  return sumsOf({ earned: 0, possible: 2, rest: { earned, possible }, picked });
}

const sum = (...all: Sums[]) => all.reduce(addTo, {});

it('tells of each option how many chose it and how those did in the rest', () => {
  const table = choicesOf(question, sum(sat(['B'], 80), sat(['B'], 60), sat(['C'], 20), sat([], 40)));
  expect(table.options).toEqual([
    { id: 'A', isKey: false, chosen: 0, share: 0, rest: undefined },
    { id: 'B', isKey: true, chosen: 2, share: 0.5, rest: 0.7 },
    { id: 'C', isKey: false, chosen: 1, share: 0.25, rest: 0.2 },
    { id: 'D', isKey: false, chosen: 0, share: 0, rest: undefined },
  ]);
  expect(table).toMatchObject({ blank: 1, rest: 0.5 });
});

it('measures each form of paper by its own rest', () => {
  const [{ rest } = {}] = choicesOf(question, sum(sat(['A'], 10, 20)), sum(sat(['A'], 180, 200))).options;
  expect(rest).toBeCloseTo(0.7, 12);
});

it('of nobody has no shares', () => {
  const table = choicesOf(question, {});
  expect(table).toMatchObject({ blank: 0, rest: undefined });
  expect(table.options.every(({ chosen, share, rest }) => chosen === 0 && share === 0 && rest === undefined)).toBe(
    true,
  );
});
