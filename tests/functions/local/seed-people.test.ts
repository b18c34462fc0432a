// The plan of the demo world against the figures of the four towns, before anything is written.
import { describe, expect, test } from 'vitest';
import { plannedPeople } from '../../../functions/local/seed-people.ts';
import { county, prefecture } from '../../../functions/local/seed-places.ts';
import type { PlannedPerson } from '../../../functions/local/seed-plan.ts';
import { plannedTrees } from '../../../functions/local/seed-units.ts';

const trees = plannedTrees();
const units = trees.flatMap((tree) => tree.units);
const people = plannedPeople(trees);
const NAME = /^(社工|社区工作者|网格员|督导|志愿者|工作人员)\d{3}$/;

function provinceOf({ unit }: PlannedPerson): string {
  return trees.find((tree) => tree.units.some(({ id }) => id === unit))?.name ?? '';
}

describe('the plan', () => {
  test('is the same whenever it is made', () => {
    expect(plannedTrees()).toEqual(trees);
    expect(plannedPeople(plannedTrees())).toEqual(people);
  });

  test('gives everything an id of its own, which the contract takes', () => {
    for (const ids of [units.map(({ id }) => id), people.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z][0-9A-Za-z_-]{7,63}$/);
    }
  });

  test('is about twelve hundred people, named by what they are and a number within their province', () => {
    expect(people.length).toBeGreaterThan(1000);
    expect(people.length).toBeLessThan(1250);
    for (const { begins } of people) expect(begins.name).toMatch(NAME);
    const named = people.map((person) => `${provinceOf(person)} ${person.begins.name}`);
    expect(new Set(named).size).toBe(named.length);
  });

  test('gives an identity number to those who need one for a certificate, and to nobody else', () => {
    for (const { begins, steps } of people) {
      expect(begins.idNumber !== undefined).toBe(steps.some(({ kind }) => kind === 'certificate'));
    }
    const phones = people.map(({ begins }) => begins.phone);
    expect(new Set(phones).size).toBe(people.length);
  });

  test('puts nobody to work before their unit was opened', () => {
    const opened = new Map(units.map(({ id, day }) => [id, day]));
    for (const { unit, begins } of people) expect(begins.from >= (opened.get(unit) ?? '9')).toBe(true);
  });
});

describe('the places', () => {
  test('share the stations of 九江 out over its 13 counties, each near its part', () => {
    const { above, counties } = prefecture('360400', 192);
    expect(above.map(({ name }) => name)).toEqual(['江西省', '九江市']);
    expect(counties).toHaveLength(13);
    expect(counties.reduce((sum, { townships }) => sum + townships.length, 0)).toBe(192);
    for (const { townships } of counties) expect(townships.length).toBeGreaterThan(4);
  });

  test('are the towns of the other provinces, without farms and development zones', () => {
    const namesOf = (code: string, only?: string[]) =>
      county(code, only).counties.flatMap(({ townships }) => townships.map(({ name }) => name));
    expect(namesOf('340523')).toHaveLength(9);
    expect(namesOf('340523')).toContain('历阳镇');
    expect(namesOf('450124')).toHaveLength(11);
    expect(namesOf('654201', ['654201202'])).toEqual(['阿西尔达斡尔民族乡']);
  });

  test('a county that is not there is named', () => {
    expect(() => county('369999')).toThrow('369999');
  });
});
