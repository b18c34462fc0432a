// Records of exams for the tests of the islands.
import type { Cycle, Entry, Paper } from '../../../../site/src/islands/exams/said.ts';

export function entry(year: number, papers: Paper[], change: Partial<Entry> = {}): Entry {
  return {
    ...{ year, level: 'intermediate', state: 'declared', papers, conflicts: [], units: [], facts: [], moves: ['put'] },
    ...change,
  };
}

export function cycle(change: Partial<Cycle> = {}): Cycle {
  return {
    level: 'intermediate',
    subjects: ['intermediate-comprehensive', 'intermediate-practice', 'law-and-policy'],
    ...{ span: 2, year: 2027, expired: [], waiting: [], confirmed: true },
    national: { counts: [], next: ['intermediate-comprehensive', 'intermediate-practice', 'law-and-policy'] },
    ...change,
  };
}
