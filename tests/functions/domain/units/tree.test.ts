import { describe, expect, it } from 'vitest';
import {
  ancestorsOn,
  childrenFrom,
  childrenOn,
  indexOf,
  isWithin,
  subtreeOn,
  TreeFault,
} from '../../../../functions/domain/units/tree.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';
import { unit } from './builders.ts';

const DAY = '2026-05-01';

function upFrom(units: readonly Unit[], id: string, day = DAY): string[] {
  const { units: byId } = indexOf(units);
  return ancestorsOn((i) => byId.get(i), id, day);
}

/** The fault that a call ends in. */
function faultOf(call: () => unknown): Pick<TreeFault, 'fault' | 'unit' | 'day'> | undefined {
  try {
    call();
  } catch (error) {
    if (error instanceof TreeFault) return { fault: error.fault, unit: error.unit, day: error.day };
    throw error;
  }
  return undefined;
}

describe('a municipality without a middle level', () => {
  const units = [
    unit('beijing'),
    unit('haidian', 'beijing'),
    unit('zhongguancun', 'haidian'),
    unit('yanqing', 'beijing'),
  ];

  it('has its districts directly below it', () => {
    expect(childrenOn(indexOf(units), 'beijing', DAY)).toEqual(['haidian', 'yanqing']);
    expect(upFrom(units, 'zhongguancun')).toEqual(['zhongguancun', 'haidian', 'beijing']);
  });

  it('stands in one forest with a province that has one', () => {
    const all = [...units, unit('jiangxi'), unit('jiujiang', 'jiangxi'), unit('xiushui', 'jiujiang')];
    expect(childrenOn(indexOf(all), null, DAY)).toEqual(['beijing', 'jiangxi']);
    expect(subtreeOn(indexOf(all), 'jiangxi', DAY)).toEqual(['jiangxi', 'jiujiang', 'xiushui']);
  });
});

describe('ids that begin one another', () => {
  const units = [unit('root'), unit('11', 'root'), unit('110', 'root'), unit('1', '110'), unit('1101', '11')];

  it('are told apart', () => {
    const index = indexOf(units);
    const lookup = (id: string) => index.units.get(id);
    expect(subtreeOn(index, '11', DAY)).toEqual(['11', '1101']);
    expect(subtreeOn(index, '110', DAY)).toEqual(['110', '1']);
    expect(isWithin(lookup, { unit: '110', ancestor: '11', day: DAY })).toBe(false);
    expect(isWithin(lookup, { unit: '1101', ancestor: '110', day: DAY })).toBe(false);
    expect(isWithin(lookup, { unit: '1', ancestor: '110', day: DAY })).toBe(true);
    expect(isWithin(lookup, { unit: '11', ancestor: '11', day: DAY })).toBe(true);
  });
});

describe('a unit outside its life', () => {
  const units = [
    unit('root'),
    unit('gone', 'root', { closed: '2024-01-01' }),
    unit('next', 'root', { opened: '2027-01-01' }),
  ];

  it('has no ancestors, no children and no subtree', () => {
    const index = indexOf(units);
    expect(upFrom(units, 'gone')).toEqual([]);
    expect(upFrom(units, 'next')).toEqual([]);
    expect(childrenOn(index, 'root', DAY)).toEqual([]);
    expect(subtreeOn(index, 'gone', DAY)).toEqual([]);
    expect(subtreeOn(index, 'unknown', DAY)).toEqual([]);
  });

  it('keeps its past, and is foreseen', () => {
    const index = indexOf(units);
    expect(upFrom(units, 'gone', '2023-12-31')).toEqual(['gone', 'root']);
    expect(childrenOn(index, 'root', '2023-12-31')).toEqual(['gone']);
    expect(childrenFrom(index, 'root', DAY)).toEqual(['next']);
    expect(childrenFrom(index, 'root', '2023-12-31')).toEqual(['gone', 'next']);
  });
});

describe('broken data', () => {
  it.each<[string, Unit[], string, string]>([
    ['an unknown unit', [], 'a', 'a'],
    ['an unknown parent', [unit('a', 'b'), unit('b', 'lost')], 'a', 'b'],
    ['a closed parent', [unit('a', 'b'), unit('b', null, { closed: '2024-01-01' })], 'a', 'a'],
    ['a parent that is not opened yet', [unit('a', 'b'), unit('b', null, { opened: '2027-01-01' })], 'a', 'a'],
    ['no parent entry', [unit('a', 'b'), unit('b', null, { parents: [] })], 'a', 'b'],
  ])('with %s ends in an error that names the unit', (_, units, from, at) => {
    expect(faultOf(() => upFrom(units, from))).toEqual({ fault: 'broken-link', unit: at, day: DAY });
  });

  it('with a cycle ends in an error, up and down', () => {
    const units = [unit('a', 'b'), unit('b', 'c'), unit('c', 'b'), unit('self', 'self')];
    expect(faultOf(() => upFrom(units, 'a'))).toEqual({ fault: 'cycle', unit: 'c', day: DAY });
    expect(faultOf(() => upFrom(units, 'self'))).toEqual({ fault: 'cycle', unit: 'self', day: DAY });
    expect(faultOf(() => subtreeOn(indexOf(units), 'b', DAY))).toEqual({ fault: 'cycle', unit: 'b', day: DAY });
  });

  it('says in words what, where and when', () => {
    expect(() => upFrom([unit('a', 'lost')], 'a')).toThrow('broken-link at unit a on 2026-05-01');
  });
});

describe('a province of 6,000 units', () => {
  const cities = Array.from({ length: 11 }, (_, i) => unit(`city-${i}`, 'province'));
  const counties = Array.from({ length: 100 }, (_, i) => unit(`county-${i}`, `city-${i % 11}`));
  const towns = Array.from({ length: 5888 }, (_, i) => unit(`town-${i}`, `county-${i % 100}`));
  const units = [unit('province'), ...cities, ...counties, ...towns];

  it('is the sum of its cities, each the sum of its counties', () => {
    const index = indexOf(units);
    const size = (id: string) => subtreeOn(index, id, DAY).length;
    expect(size('province')).toBe(6000);
    expect(cities.map((c) => size(c.id)).reduce((a, b) => a + b, 1)).toBe(6000);
    expect(counties.map((c) => size(c.id)).reduce((a, b) => a + b, 12)).toBe(6000);
    expect(childrenOn(index, 'county-87', DAY)).toHaveLength(59);
    expect(childrenOn(index, 'county-88', DAY)).toHaveLength(58);
  });
});
