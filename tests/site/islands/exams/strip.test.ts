// The strip of the pass cycle.
import { expect, it } from 'vitest';
import { stripOf } from '../../../../site/src/islands/exams/strip.ts';
import { cycle, entry } from './read.ts';

const whats = (...asked: Parameters<typeof stripOf>) =>
  stripOf(...asked).rows.map(({ cells }) => cells.map(({ what }) => what));

it('shows two years of a cycle of two, whether anything was sat or not', () => {
  const strip = stripOf(cycle(), []);
  expect(strip.years).toEqual([2026, 2027]);
  expect(strip.rows.map(({ cells }) => cells.map(({ what }) => what))).toEqual([
    ['none', 'next'],
    ['none', 'next'],
    ['none', 'next'],
  ]);
});

it('says of each paper and year what it was, what still counts, what has expired, what is next', () => {
  const counted = { subject: 'intermediate-comprehensive', year: 2026, scope: 'national' as const, until: 2027 };
  const expired = { subject: 'law-and-policy', year: 2025, scope: 'national' as const, until: 2026 };
  const national = { counts: [counted], next: ['intermediate-practice', 'law-and-policy'] };
  const entries = [
    entry(2026, [
      { subject: 'intermediate-comprehensive', result: { kind: 'marks', marks: 131 }, verdict: 'national' },
      { subject: 'intermediate-practice', result: { kind: 'marks', marks: 109 }, verdict: 'failed' },
    ]),
    entry(2025, [
      { subject: 'law-and-policy', result: { kind: 'passed' }, verdict: 'national' },
      { subject: 'intermediate-practice', result: { kind: 'absent' } },
    ]),
  ];
  expect(whats(cycle({ national, expired: [expired] }), entries)).toEqual([
    ['none', 'national', 'kept'],
    ['absent', 'failed', 'next'],
    ['expired', 'none', 'next'],
  ]);
});

it('ends with the year in which the level was passed', () => {
  const strip = stripOf(cycle({ national: { passed: 2025, counts: [], next: [] } }), []);
  expect(strip.years).toEqual([2024, 2025]);
});

it('leaves out what was refused or withdrawn, other levels, and years past a phone’s width', () => {
  const papers = [{ subject: 'law-and-policy', result: { kind: 'passed' as const }, verdict: 'national' as const }];
  const entries = [
    entry(2026, papers, { state: 'withdrawn' }),
    entry(2026, papers, { level: 'junior' }),
    entry(2019, papers),
  ];
  const strip = stripOf(cycle(), entries);
  expect(strip.years).toEqual([2024, 2025, 2026, 2027]);
  expect(strip.rows[2]?.cells.map(({ what }) => what)).toEqual(['none', 'none', 'none', 'next']);
});
