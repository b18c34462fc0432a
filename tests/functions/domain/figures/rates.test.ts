import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticOf,
  changeOf,
  decimals,
  PER_TEN_THOUSAND,
  rateText,
  scaled,
} from '../../../../functions/domain/figures/rates.ts';

describe('a rate', () => {
  it('is rounded half away from nought, as bureaus print it', () => {
    expect(scaled({ n: 1085, of: 4523 }, 100)).toBe(24);
    expect(rateText({ n: 1085, of: 4523 })).toBe('24.0');
    expect(rateText({ n: 1, of: 8 })).toBe('12.5');
    expect(rateText({ n: 1, of: 2000 })).toBe('0.1');
    expect(scaled({ n: -1, of: 2000 }, 1000)).toBe(-1);
    expect(rateText({ n: 543, of: 980_000 }, PER_TEN_THOUSAND)).toBe('5.54');
  });

  it('of nothing is not 0 %', () => {
    expect(rateText({ n: 0, of: 0 })).toBeUndefined();
    expect(rateText({ n: 3 })).toBeUndefined();
    expect(changeOf({ now: { n: 0, of: 0 }, last: { n: 1, of: 2 } })).toEqual({ kind: 'unknown' });
  });

  it('is exact for counts of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 1, max: 2 ** 40 }), (n, of) => {
        const rounded = BigInt(scaled({ n, of }, 1000) as number);
        const doubled = 2n * (1000n * BigInt(n) - rounded * BigInt(of));
        expect(doubled >= -BigInt(of) && doubled < BigInt(of)).toBe(true);
      }),
    );
  });
});

describe('a change against last year', () => {
  it('of 150 against 59 is +154.2 %, and says how', () => {
    const compared = { now: { n: 150 }, last: { n: 59 } };
    expect(changeOf(compared)).toEqual({ kind: 'percent', difference: 91, tenths: 1542 });
    expect(arithmeticOf(compared)).toBe('(150 − 59) ÷ 59 = +154.2%');
  });

  it('falls, stays, and begins from nothing', () => {
    expect(arithmeticOf({ now: { n: 1 }, last: { n: 3 } })).toBe('(1 − 3) ÷ 3 = −66.7%');
    expect(arithmeticOf({ now: { n: 3 }, last: { n: 3 } })).toBe('(3 − 3) ÷ 3 = 0.0%');
    expect(changeOf({ now: { n: 4 }, last: { n: 0 } })).toEqual({ kind: 'from-none', difference: 4 });
    expect(arithmeticOf({ now: { n: 4 }, last: { n: 0 } })).toBe('4 − 0 = +4');
    expect(arithmeticOf({ now: null, last: { n: 3 } })).toBeUndefined();
  });

  it('of two rates is told in points, of what is shown', () => {
    const compared = { now: { n: 1, of: 3 }, last: { n: 1, of: 4 } };
    expect(changeOf(compared)).toEqual({ kind: 'points', steps: 83 });
    expect(arithmeticOf(compared)).toBe('33.3 − 25.0 = +8.3');
  });
});

it('a number of tenths is written with its nought', () => {
  expect(decimals(-5, 1)).toBe('−0.5');
  expect(decimals(0, 2)).toBe('0.00');
  expect(decimals(12, 0)).toBe('12');
});
