// A unit's past as a list of events.
import { describe, expect, it } from 'vitest';
import { historyOf, holdersOn, unitsIn } from '../../../../../site/src/islands/staff/units/history.ts';
import { unitRead } from '../units.ts';

const full = unitRead({
  names: [
    { from: '2021-01-01', value: '旧名' },
    { from: '2023-05-01', value: '新名' },
  ],
  parents: [
    { from: '2021-01-01', value: 'p1' },
    { from: '2024-01-01', value: null },
  ],
  posts: [
    { post: 'head', person: 'person-1', name: '甲', from: '2021-03-01', to: '2023-05-01' },
    { post: 'head', person: 'person-2', from: '2023-05-01' },
  ],
  closed: '2026-12-31',
  successors: ['u9'],
});

describe('a unit’s history', () => {
  it('tells everything that happened, the latest first', () => {
    expect(historyOf(full).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2026-12-31 closed',
      '2024-01-01 moved',
      '2023-05-01 appointed',
      '2023-05-01 relieved',
      '2023-05-01 renamed',
      '2021-03-01 appointed',
      '2021-01-01 opened',
    ]);
  });

  it('names the name before and after, and the units it went into', () => {
    const history = historyOf(full);
    expect(history).toContainEqual({ kind: 'renamed', day: '2023-05-01', before: '旧名', name: '新名' });
    expect(history[0]).toEqual({ kind: 'closed', day: '2026-12-31', successors: ['u9'] });
  });

  it('speaks of the units it was below and of those it went into', () => {
    expect(unitsIn(full)).toEqual(['p1', 'u9']);
  });

  it('is one event for a unit to which nothing has happened', () => {
    expect(historyOf(unitRead())).toEqual([{ kind: 'opened', day: '2021-01-01', name: '旧名' }]);
  });
});

describe('who holds a post', () => {
  it.each([
    ['2021-02-28', []],
    ['2021-03-01', ['person-1']],
    ['2023-04-30', ['person-1']],
    ['2023-05-01', ['person-2']],
  ])('on %s', (day, people) => {
    expect(holdersOn(full, day).map(({ person }) => person)).toEqual(people);
  });
});
