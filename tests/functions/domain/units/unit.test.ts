import { describe, expect, it } from 'vitest';
import { existsOn, holdersOn, linksOf, nameOn, parentOn } from '../../../../functions/domain/units/unit.ts';
import { unit } from './builders.ts';

const station = unit('s', 'old', {
  closed: '2025-01-01',
  names: [
    { from: '2020-01-01', value: '涌泉乡社工站' },
    { from: '2023-07-01', value: '涌泉镇社工站' },
  ],
  parents: [
    { from: '2020-01-01', value: 'old' },
    { from: '2022-03-01', value: 'new' },
  ],
  posts: [
    { post: 'head', person: 'p1', from: '2020-01-01', to: '2021-01-01' },
    { post: 'head', person: 'p2', from: '2021-01-01' },
    { post: 'liaison', person: 'p3', from: '2021-06-01' },
    { post: 'liaison', person: 'p4', from: '2021-06-01', to: '2022-01-01' },
  ],
});

describe('a unit on a day', () => {
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2024-12-31', true],
    ['2025-01-01', false],
  ])('on %s is there: %s', (day, there) => {
    expect(existsOn(station, day)).toBe(there);
  });

  it('that is not closed is there on every later day', () => {
    expect(existsOn(unit('open'), '2999-12-31')).toBe(true);
  });

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', '涌泉乡社工站'],
    ['2023-06-30', '涌泉乡社工站'],
    ['2023-07-01', '涌泉镇社工站'],
    ['2030-01-01', '涌泉镇社工站'],
  ])('on %s is called %s', (day, name) => {
    expect(nameOn(station, day)).toBe(name);
  });

  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', 'old'],
    ['2022-02-28', 'old'],
    ['2022-03-01', 'new'],
    ['2025-01-01', undefined],
  ])('on %s lies below %s', (day, parent) => {
    expect(parentOn(station, day)).toBe(parent);
  });

  it('that is a root lies below null', () => {
    expect(parentOn(unit('root'), '2020-01-01')).toBeNull();
  });

  it('has its holders: each until the day that ends it, all until the unit ends', () => {
    expect(holdersOn(station, 'head', '2020-12-31')).toEqual(['p1']);
    expect(holdersOn(station, 'head', '2021-01-01')).toEqual(['p2']);
    expect(holdersOn(station, 'liaison', '2021-12-31')).toEqual(['p3', 'p4']);
    expect(holdersOn(station, 'liaison', '2022-01-01')).toEqual(['p3']);
    expect(holdersOn(station, 'deputy', '2022-01-01')).toEqual([]);
    expect(holdersOn(station, 'head', '2025-01-01')).toEqual([]);
  });

  it('lies below its parents in stretches that end where the next begins, or with the unit', () => {
    expect(linksOf(station)).toEqual([
      { unit: 's', parent: 'old', from: '2020-01-01', to: '2022-03-01' },
      { unit: 's', parent: 'new', from: '2022-03-01', to: '2025-01-01' },
    ]);
  });
});
