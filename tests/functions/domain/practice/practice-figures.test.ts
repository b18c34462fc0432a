import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionsOf, type Part } from '../../../../functions/domain/figures/additions.ts';
import { chainsOf } from '../../../../functions/domain/figures/chains.ts';
import { peopleIn } from '../../../../functions/domain/participation/scopes.ts';
import { practicePieces, practiceSums } from '../../../../functions/domain/practice/practice-figures.ts';
import type { PractisedDay } from '../../../../functions/domain/practice/practised.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import { unit } from '../units/builders.ts';
import { parentsOn, wayUp } from '../units/oracle.ts';

const moving = (id: string, day: Day) =>
  unit(id, 'a', {
    parents: [
      { from: '2020-01-01', value: 'a' },
      { from: day, value: 'b' },
    ],
  });
const UNITS = [unit('root'), unit('a', 'root'), unit('b', 'root'), unit('stays', 'a'), moving('moves', '2026-03-12')];
const byId = new Map(UNITS.map((one) => [one.id, one]));
const lookup = (id: string) => byId.get(id);

type Figures = Record<string, Record<string, Record<string, number>>>;

function figuresOf(people: readonly (readonly PractisedDay[])[], parts: readonly Part[]): Figures {
  const found: Figures = {};
  for (const days of people) {
    for (const { unit: id, part, shelf, sums } of additionsOf(
      practicePieces({ days }, lookup),
      practiceSums,
      chainsOf(lookup),
    )) {
      if (!parts.includes(part)) continue;
      for (const [name, value] of Object.entries(sums)) add(found, [id, shelf, name], value);
    }
  }
  return found;
}

function add(figures: Figures, [id, shelf, name]: readonly [string, string, string], value: number): void {
  const shelves = figures[id] ?? {};
  const sums = shelves[shelf] ?? {};
  figures[id] = shelves;
  shelves[shelf] = sums;
  sums[name] = (sums[name] ?? 0) + value;
  if (sums[name] === 0) delete sums[name];
}

type Way = (id: string, day: Day) => readonly string[];
const wayThen: Way = (id, day) => wayUp(parentsOn(UNITS, day), id) ?? [];
const wayNewest: Way = (id) => wayThen(id, '2030-01-01');

const PERIODS: Record<string, readonly [number, number]> = {
  ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(i + 1).padStart(2, '0'), [i + 1, i + 1]])),
  ...{ Q1: [1, 3], Q2: [4, 6], Q3: [7, 9], Q4: [10, 12], H1: [1, 6], H2: [7, 12], Y: [1, 12] },
};

/** Day by day, person by person. */
function byHand(people: readonly (readonly PractisedDay[])[], way: Way): Figures {
  const found: Figures = {};
  for (const { id } of UNITS) {
    for (const days of people) {
      const here = days.filter(({ day, units }) => units.some((at) => way(at, day).includes(id)));
      for (const { day, q, k, x, p } of here) {
        const shelf = `practice#${day.slice(0, 4)}`;
        for (const [name, value] of Object.entries({ q, k, x, p })) {
          if (value > 0) add(found, [id, shelf, `${name}:${day.slice(5, 7)}`], value);
        }
      }
      for (const [name, [from, to]] of Object.entries(PERIODS)) {
        const isIn = ({ day, q, k }: PractisedDay) =>
          q + k > 0 && Number(day.slice(5, 7)) >= from && Number(day.slice(5, 7)) <= to;
        if (here.some(isIn)) add(found, [id, 'practice#2026', `n:${name}`], 1);
      }
    }
  }
  return found;
}

const small = fc.nat(5);
const anyDays = fc
  .dictionary(
    fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-01-20', days)),
    fc.record({ units: fc.subarray(['moves', 'stays']), q: small, k: small, x: small, p: small }),
    { maxKeys: 12 },
  )
  .map((all) =>
    Object.entries(all)
      .map(([day, one]): PractisedDay => ({ day, ...one }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  );

describe('figures of practice', () => {
  it.each<[string, readonly Part[], Way]>([
    ['as the tree was', ['then'], wayThen],
    ['in the newest boundaries', ['then', 'moved'], wayNewest],
    ['of a unit alone', ['own'], (id) => [id]],
  ])('are a count by hand at every unit, people once whatever they work at, %s', (_, parts, way) => {
    fc.assert(
      fc.property(fc.array(anyDays, { maxLength: 4 }), (people) => {
        const figures = figuresOf(people, parts);
        const patterns = Object.entries(figures).map(([id, { 'practice#2026#people': held }]) => [id, held] as const);
        const counted = Object.entries(figures).flatMap(([id, { 'practice#2026': sums }]) =>
          sums === undefined || Object.keys(sums).length === 0 ? [] : [[id, { 'practice#2026': sums }] as const],
        );
        const wanted = byHand(people, way);
        expect(Object.fromEntries(counted)).toEqual(wanted);
        for (const [id, held] of patterns) {
          for (const [name, [from, to]] of Object.entries(PERIODS)) {
            expect(peopleIn(held ?? {}, { from, to })).toBe(wanted[id]?.['practice#2026']?.[`n:${name}`] ?? 0);
          }
        }
      }),
    );
  });

  it('keep a year in a few pieces, and a day at no unit in none', () => {
    const days = Array.from({ length: 365 }, (_, i): PractisedDay => {
      return { day: addDays('2026-01-01', i), units: i < 300 ? ['moves'] : [], q: 1, k: 0, x: 0, p: 0 };
    });
    const pieces = practicePieces({ days }, lookup);
    expect(pieces.map(({ day }) => day)).toEqual([
      ...['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-12', '2026-04-01', '2026-05-01', '2026-06-01'],
      ...['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'],
    ]);
    expect(pieces.reduce((sum, { q }) => sum + q, 0)).toBe(300);
  });
});
