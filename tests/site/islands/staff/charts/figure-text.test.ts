import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../../../../functions/domain/figures/indicators.ts';
import {
  arithmeticText,
  changeText,
  directionOf,
  measureOf,
  nameOf,
  numberText,
  partsText,
  ruleText,
  valueText,
} from '../../../../../site/src/islands/staff/charts/figure-text.ts';
import { indicatorsEn } from '../../../../../site/src/words/en-indicators.ts';
import { indicatorsZh } from '../../../../../site/src/words/zh-indicators.ts';

describe.each([
  ['zh', indicatorsZh],
  ['en', indicatorsEn],
])('in %s', (_lang, w) => {
  it('every indicator has a name of its own, a rule and a unit', () => {
    const names = INDICATORS.map(({ id }) => nameOf(w, id));
    expect(new Set(names).size).toBe(names.length);
    for (const { id, rule, measure } of INDICATORS) {
      const [base = '', ...part] = id.split(':');
      expect([id, w.names[base], w.rules[rule], w.measures[measure]]).not.toContain(undefined);
      if (part.length > 0) expect([id, w.parts[part.join(':')]]).not.toContain(undefined);
    }
  });
});

describe('a figure', () => {
  it.each([
    [{ n: 4523 }, 'people', '4,523 人'],
    [{ n: 1085, of: 4523 }, 'percent', '24.0%'],
    [{ n: 8, of: 40_000 }, 'per-10000', '2.00 人/万人'],
    [{ n: 5400 }, 'minutes', '120.0 学时'],
    [{ n: 12_000_050 }, 'cents', '120,000.50 元'],
    [{ n: 12_000_000 }, 'cents', '120,000 元'],
    [{ n: 0, of: 0 }, 'percent', '—'],
    [null, 'people', '—'],
  ] as const)('%j of %s reads %s', (figure, measure, text) => {
    expect(valueText(indicatorsZh, figure, measure)).toBe(text);
  });

  it('says of what it is a share', () => {
    expect(partsText({ n: 1085, of: 4523 })).toBe('1,085 ÷ 4,523');
    expect(partsText({ n: 3 })).toBe('');
    expect(numberText({ n: 1, of: 4 }, 'percent')).toBe('25.0');
    expect(ruleText(indicatorsZh, 'pass-rate:junior')).toContain('报名');
    expect(measureOf('subsidy-money')).toBe('cents');
  });
});

describe('a change', () => {
  const rate = { now: { n: 1, of: 2 }, last: { n: 1, of: 4 } };
  it('reads with its sign, and says how it is reckoned', () => {
    expect(changeText({ now: { n: 150 }, last: { n: 59 } }, 'people', '')).toBe('+154.2%');
    expect(changeText(rate, 'percent', ' 个百分点')).toBe('+25.0 个百分点');
    expect(changeText({ now: { n: 4 }, last: { n: 0 } }, 'people', '')).toBe('+4');
    expect(changeText({ now: null, last: { n: 0 } }, 'people', '')).toBe('—');
    const hours = { now: { n: 9000 }, last: { n: 4500 } };
    expect(arithmeticText(hours, 'minutes')).toBe('(200.0 − 100.0) ÷ 100.0 = +100.0%');
    expect(arithmeticText(rate, 'percent')).toBe('50.0 − 25.0 = +25.0');
    expect(directionOf(rate)).toBe('up');
    expect(directionOf({ now: { n: 0, of: 0 }, last: { n: 1, of: 4 } })).toBeUndefined();
  });
});
