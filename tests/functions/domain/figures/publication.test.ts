import { describe, expect, it } from 'vitest';
import { toldFigures, toldRows } from '../../../../functions/domain/figures/publication.ts';

const figure = (id: string, now: number, last = 0) => ({ id, now: { n: now }, last: { n: last } });

describe('a unit’s figures for the public', () => {
  it('hide a small part of a whole and the one that would betray it, year by year', () => {
    const told = toldFigures([
      figure('passed', 40, 20),
      figure('passed:junior', 30, 20),
      figure('passed:intermediate', 7),
      figure('passed:senior', 3),
    ]);
    expect(told.map(({ now, last }) => [now?.n, last?.n])).toEqual([
      [40, 20],
      [30, 20],
      [undefined, 0],
      [undefined, 0],
    ]);
    expect(told[2]).toMatchObject({ hidden: { now: true, last: false } });
  });

  it('hide a share of which few are left, and nothing that counts no people', () => {
    const rate = { id: 'certified-rate', now: { n: 37, of: 40 }, last: { n: 20, of: 40 } };
    expect(toldFigures([rate, figure('sessions', 2)])).toEqual([
      { ...rate, now: null, hidden: { now: true, last: false } },
      figure('sessions', 2),
    ]);
  });
});

it('a ranking hides rows until none follows from the whole', () => {
  const rows = [
    figure('passed', 21),
    figure('passed', 0),
    figure('passed', 2),
    figure('passed', 6),
    figure('passed', 13),
  ];
  expect(toldRows('passed', rows).map(({ now }) => now?.n)).toEqual([21, 0, undefined, undefined, 13]);
  expect(toldRows('sessions', rows)).toEqual(rows);
});
