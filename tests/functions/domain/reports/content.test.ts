// What a report says: the same text for the same facts, the units it shows, and what has become another since.
import { describe, expect, it } from 'vitest';
import {
  adjustmentsOf,
  type Content,
  contentFrom,
  contentText,
  placedOn,
  placeOf,
  shownOf,
} from '../../../../functions/domain/reports/content.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';

const months = { year: 2026, from: 2, to: 2 };

function unit(id: string, parents: [string, string | null][], more: Partial<Unit> = {}): Unit {
  return {
    ...{
      id,
      kind: 'bureau',
      division: '360400',
      opened: '2020-01-01',
      successors: [],
      contacts: {},
      posts: [],
      version: 1,
    },
    names: [{ from: '2020-01-01', value: `名 ${id}` }],
    parents: parents.map(([from, value]) => ({ from, value })),
    ...more,
  };
}

const content: Content = {
  ...{ format: 1, unit: 'a', template: 'month', months, edition: 1, cutOff: '2026-03-02T00:00:00.000Z' },
  ...{ boundaries: 'then', indicators: ['x', 'y'], levels: 1, note: '', rules: { x: 'r', y: 'r' } },
  units: [{ id: 'a', name: '甲', parent: null }],
  figures: [
    { unit: 'a', values: { x: { now: { n: 3 }, last: null }, y: { now: { n: 1, of: 4 }, last: null } } },
    { unit: 'b', values: { x: { now: { n: 3 }, last: null }, y: { now: null, last: null } } },
  ],
};

describe('the text', () => {
  it('is the same whatever order things were put together in, and comes back as it was', () => {
    const turned = Object.fromEntries(Object.entries(content).reverse()) as unknown as Content;
    expect(contentText(turned)).toBe(contentText(content));
    expect(contentFrom(contentText(content))).toEqual(content);
    expect(contentText({ ...content, note: '另' })).not.toBe(contentText(content));
  });

  it('is none of ours in another format', () => {
    expect(() => contentFrom('{"format":2}')).toThrow(SyntaxError);
  });
});

describe('the units', () => {
  const units = [
    unit('a', [['2020-01-01', 'top']]),
    unit('b', [['2020-01-01', 'a']]),
    unit('left', [
      ['2020-01-01', 'a'],
      ['2026-02-01', 'z'],
    ]),
    unit('leaving', [
      ['2020-01-01', 'a'],
      ['2026-02-02', 'z'],
    ]),
    unit('coming', [
      ['2020-01-01', 'z'],
      ['2026-02-28', 'a'],
    ]),
    unit('late', [
      ['2020-01-01', 'z'],
      ['2026-03-01', 'a'],
    ]),
    unit('closed', [['2020-01-01', 'a']], { closed: '2026-02-01' }),
    unit('deep', [['2020-01-01', 'b']]),
  ];

  it('are shown that lay below on any day of the months, so many levels deep', () => {
    expect(shownOf(units, 'a', { levels: 0, months })).toEqual(['a']);
    expect(shownOf(units, 'a', { levels: 1, months })).toEqual(['a', 'b', 'coming', 'leaving']);
    expect(shownOf(units, 'a', { levels: 2, months })).toEqual(['a', 'b', 'coming', 'deep', 'leaving']);
  });

  it('lie where they lay on the last day, and what is above the first of them is not said', () => {
    const placed = new Map(placedOn(units, 'a', months).map(({ id, parent }) => [id, parent]));
    expect([...placed][0]).toEqual(['a', null]);
    expect([placed.get('leaving'), placed.get('coming'), placed.get('closed')]).toEqual(['z', 'a', 'a']);
  });

  it('are called as on that day', () => {
    const renamed = unit('a', [['2020-01-01', null]], {
      names: [
        { from: '2020-01-01', value: '旧名' },
        { from: '2026-03-01', value: '新名' },
      ],
    });
    expect(placedOn([renamed], 'a', months)[0]?.name).toBe('旧名');
  });
});

describe('adjustments', () => {
  it('are none while everything is the same', () => {
    const now = new Map(content.figures.map(({ unit, values }) => [unit, values]));
    expect(adjustmentsOf(content, now)).toEqual([]);
  });

  it('say what a figure was, what it is, by how much, and since when', () => {
    const now = new Map([
      ['a', { x: { now: { n: 3 }, last: null }, y: { now: { n: 2, of: 4 }, last: null } }],
      ['b', { x: { now: { n: 1 }, last: null }, y: { now: { n: 0, of: 1 }, last: null } }],
    ]);
    const since = new Map([[placeOf('a', 'y'), '2026-03-05T00:00:00.000Z']]);
    expect(adjustmentsOf(content, now, since)).toEqual([
      {
        ...{ unit: 'a', indicator: 'y', frozen: { n: 1, of: 4 }, now: { n: 2, of: 4 }, difference: 1 },
        since: '2026-03-05T00:00:00.000Z',
      },
      { unit: 'b', indicator: 'x', frozen: { n: 3 }, now: { n: 1 }, difference: -2 },
      { unit: 'b', indicator: 'y', frozen: null, now: { n: 0, of: 1 } },
    ]);
  });
});
