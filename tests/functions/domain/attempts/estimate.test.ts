import { describe, expect, it } from 'vitest';
import { estimate } from '../../../../functions/domain/attempts/estimate.ts';
import type { ResultLine } from '../../../../functions/domain/attempts/result.ts';
import { drawer } from '../../../../functions/domain/practice/shuffle.ts';

const official = { counts: { single: 60, multiple: 20 } };
const full = { single: 2, multiple: 4 };

function line(kind: 'single' | 'multiple', earned: number): ResultLine {
  const possible = full[kind];
  return { n: 1, id: 'q', version: 1, kind, chapter: 'c', picked: [], verdict: 'right', earned, possible, spentS: 0 };
}

/** A paper of so many questions by somebody who knows a share of them. */
function paper(share: number, seed: number, { single, multiple } = official.counts): ResultLine[] {
  const chance = drawer(seed);
  return [
    ...Array.from({ length: single }, () => line('single', chance() < share ? 2 : 0)),
    ...Array.from({ length: multiple }, () => line('multiple', chance() < share ? 4 : 0)),
  ];
}

describe('an estimate', () => {
  it('says nothing of a kind of which too little is known', () => {
    expect(estimate(paper(0.7, 1, { single: 20, multiple: 4 }), official, full)).toBeUndefined();
    expect(estimate([], official, full)).toBeUndefined();
  });

  it('holds the mark of the next paper about 95 times of 100', () => {
    let held = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const share = 0.3 + (seed % 7) / 10;
      const next = paper(share, seed + 10_000).reduce((sum, { earned }) => sum + earned, 0);
      const guess = estimate(paper(share, seed), official, full);
      if (guess !== undefined && guess.low <= next && next <= guess.high) held += 1;
    }
    expect(held).toBeGreaterThan(400 * 0.92);
    expect(held).toBeLessThan(400 * 0.995);
  });

  it('is surer with more papers, and never certain', () => {
    const width = (lines: ResultLine[]) => {
      const { low = 0, high = 0 } = estimate(lines, official, full) ?? {};
      return high - low;
    };
    const short = width(paper(0.6, 5, { single: 20, multiple: 5 }));
    const one = width(paper(0.6, 5));
    const three = width([...paper(0.6, 5), ...paper(0.6, 6), ...paper(0.6, 7)]);
    expect(short).toBeGreaterThan(one);
    expect(one).toBeGreaterThan(three);
    expect(width(paper(1, 5))).toBeGreaterThan(0);
  });

  it('stays within the paper, in whole half-points', () => {
    for (const share of [0, 1]) {
      const { marks, low, high, questions } = estimate(paper(share, 3), official, full) ?? {};
      for (const value of [marks, low, high]) expect(Number.isInteger(value)).toBe(true);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(200);
      expect(questions).toBe(80);
    }
  });
});
