import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../../../../functions/domain/figures/indicators.ts';
import { niceTop } from '../../../../../site/src/islands/staff/charts/line-chart.tsx';
import { addressOf, placeFrom } from '../../../../../site/src/islands/staff/figures/route.ts';
import { added } from '../../../../../site/src/islands/staff/figures/shortfall.tsx';
import { ASKED, laggingOf } from '../../../../../site/src/islands/staff/figures/shown.ts';

const TODAY = '2026-11-24';

it('the first screen asks for indicators that are known, in one request', () => {
  const known = new Set(INDICATORS.map(({ id }) => id));
  expect(ASKED.filter((id) => !known.has(id))).toEqual([]);
  expect(ASKED.length).toBeLessThanOrEqual(80);
});

describe('the address', () => {
  it('holds all that is chosen, and is read back', () => {
    const place = placeFrom(
      '?unit=u-1&year=2025&from=4&to=6&boundaries=newest&share=true&id=passed&sort=change&descending=true&view=facts',
      TODAY,
    );
    expect(place).toEqual({
      ...{ unit: 'u-1', months: { year: 2025, from: 4, to: 6 }, boundaries: 'newest', share: true },
      ...{ id: 'passed', sort: 'change', descending: true, view: 'facts' },
    });
    expect(placeFrom(new URL(addressOf(place), 'https://x.example').search, TODAY)).toEqual(place);
  });

  it('leaves out what cannot be read: this year up to now, by the first figure', () => {
    expect(placeFrom('?unit=../x&year=20&from=9&to=3&id=nobody&sort=up', TODAY)).toEqual({
      ...{ months: { year: 2026, from: 1, to: 11 }, boundaries: 'then', share: false },
      ...{ id: 'certified-rate', sort: 'value', descending: false, view: 'overview' },
    });
    expect(placeFrom('?year=2024', TODAY).months).toEqual({ year: 2024, from: 1, to: 12 });
  });
});

describe('who lags', () => {
  const row = (name: string, n: number, of?: number) => ({
    unit: { id: name, name },
    now: of === undefined ? { n } : { n, of },
    last: null,
  });

  it('is below the mean of counts, or below the share of the whole', () => {
    const counts = [row('a', 1), row('b', 9), row('c', 2)];
    expect(laggingOf(counts, { n: 12 })).toMatchObject({ line: { n: 4 }, below: 2 });
    expect(laggingOf(counts, { n: 12 })?.lowest.map(({ unit }) => unit.name)).toEqual(['a', 'c']);
    const rates = [row('a', 1, 10), row('b', 9, 10), row('c', 0, 0)];
    expect(laggingOf(rates, { n: 10, of: 20 })).toMatchObject({ below: 1, lowest: [{ unit: { name: 'a' } }] });
  });

  it('is nobody where there is nothing to compare', () => {
    expect(laggingOf([row('a', 1)], { n: 1 })).toBeUndefined();
    expect(laggingOf([row('a', 1), row('b', 2)], null)).toBeUndefined();
  });
});

it('parts of a shortfall add up by their deadline', () => {
  const end = { until: '2027-06-30', registered: 2, short: 1, missingMinutes: 90 };
  const part = { people: 3, unregistered: 1, ends: [end] };
  const other = { ...end, until: '2026-12-31' };
  expect(added(added({ people: 0, unregistered: 0, ends: [] }, part), { ...part, ends: [other, end] })).toEqual({
    ...{ people: 6, unregistered: 2 },
    ends: [other, { until: '2027-06-30', registered: 4, short: 2, missingMinutes: 180 }],
  });
});

it.each([
  [0, 1],
  [0.93, 1],
  [7, 10],
  [1200, 2000],
  [2000, 2000],
  [21, 25],
])('an axis for %f goes up to %f', (value, top) => {
  expect(niceTop(value)).toBeCloseTo(top);
});
