// Indicators of the exam (报考、参考、通过), of a year: whatever months are asked for, the exam is once a year. 通过率 is told by both denominators in use.
import type { Level } from '../questions/release.ts';
import type { Months } from '../reports/terms.ts';
import type { Shelves } from './additions.ts';
import { type Indicator, ofYear, sumOf } from './indicator.ts';

export const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** Indicator → the name of its sums. */
const STEPS = {
  registered: 'reg',
  sat: 'sat',
  passed: 'pass',
  'passed-locally': 'local',
  'confirmed-registered': 'cfreg',
  'confirmed-passed': 'cfpass',
} as const;

const RATES = { 'pass-rate': 'reg', 'pass-rate-sat': 'sat' } as const;

const base = { group: 'exam', span: 'year', shelves: ofYear('exam') } as const;

export const EXAM: readonly Indicator[] = [
  ...Object.entries(STEPS).flatMap(([id, name]) => withLevels(id).map((one) => count(one, id, name))),
  ...Object.entries(RATES).flatMap(([id, name]) => withLevels(id).map((one) => rate(one, id, name))),
];

interface OfLevels {
  id: string;
  levels: readonly Level[];
}

function withLevels(id: string): OfLevels[] {
  return [{ id, levels: LEVELS }, ...LEVELS.map((level) => ({ id: `${id}:${level}`, levels: [level] }))];
}

function count({ id, levels }: OfLevels, rule: string, name: string): Indicator {
  return {
    ...base,
    id,
    rule,
    measure: 'people',
    read: (shelves, months) => ({ n: ofLevels(shelves, months, { name, levels }) }),
  };
}

function rate({ id, levels }: OfLevels, rule: string, of: string): Indicator {
  const read = (shelves: Shelves, months: Months) => ({
    n: ofLevels(shelves, months, { name: 'pass', levels }),
    of: ofLevels(shelves, months, { name: of, levels }),
  });
  return { ...base, id, rule, measure: 'percent', read };
}

function ofLevels(shelves: Shelves, { year }: Months, asked: { name: string; levels: readonly Level[] }): number {
  return sumOf(
    shelves[`exam#${year}`],
    asked.levels.map((level) => `${asked.name}:${level}`),
  );
}
