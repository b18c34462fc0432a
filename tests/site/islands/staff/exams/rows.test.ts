// A unit's exams as lines.
import { expect, it } from 'vitest';
import type { Step } from '../../../../../site/src/islands/staff/exams/route.ts';
import {
  fits,
  isDecidable,
  type Listed,
  type ListedEntry,
  peopleAt,
  rowsOf,
} from '../../../../../site/src/islands/staff/exams/rows.ts';

function listed(person: string, entries: Partial<ListedEntry>[]): Listed {
  const usual = {
    year: 2026,
    level: 'junior',
    state: 'declared',
    papers: [],
    conflict: false,
    counted: true,
    moves: [],
  } as const;
  return {
    ...{ person, name: person, present: true, version: 1, certificates: [], due: [] },
    entries: entries.map((one) => ({ ...usual, papers: [], moves: [], ...one }) as ListedEntry),
  };
}

const rows = rowsOf([
  listed('d', []),
  listed('c', [
    { step: 'passed', state: 'confirmed' },
    { step: 'registered', level: 'intermediate' },
  ]),
  listed('b', [{ step: 'local', moves: ['confirm', 'refuse'] }]),
  listed('a', [{ step: 'sat', counted: false }]),
]);

it('has a line for each entry, one for whoever has none, by name', () => {
  expect(rows.map(({ who, entry }) => `${who.person} ${entry?.step ?? 'none'}`)).toEqual([
    ...['a sat', 'b local', 'c passed', 'c registered', 'd none'],
  ]);
});

it('counts people once at each step, those alone whom the unit counts, and a local pass apart', () => {
  const counts = (['all', 'missing', 'registered', 'sat', 'local', 'passed'] as Step[]).map((step) =>
    peopleAt(rows, step),
  );
  expect(counts).toEqual([4, 1, 2, 2, 1, 1]);
});

it('shows by state and by step', () => {
  const shown = (filter: Parameters<typeof fits>[1]) =>
    rows.filter((row) => fits(row, filter)).map(({ who }) => who.person);
  expect(shown({ step: 'all', state: 'confirmed' })).toEqual(['c']);
  expect(shown({ step: 'missing' })).toEqual(['d']);
});

it('lets be chosen what can be decided', () => {
  expect(rows.filter(isDecidable).map(({ who }) => who.person)).toEqual(['b']);
});
