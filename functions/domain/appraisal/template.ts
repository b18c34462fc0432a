// A template of an appraisal (考核): groups of indicators with points and criteria, and what the sum is called. Marks are half-points (2 = 1 分).
import type { Day } from '../time.ts';

/** In both languages. */
export interface Text {
  zh: string;
  en: string;
}

export const CYCLES = ['quarter', 'year'] as const;
export type Cycle = (typeof CYCLES)[number];

/** 优秀、良好、合格、不合格. */
export const GRADES = ['excellent', 'good', 'passed', 'failed'] as const;
export type Grade = (typeof GRADES)[number];

/** What shows that an indicator is met: records on this site, papers at the station, what one sees there, or a counted figure. */
export const EVIDENCE = ['records', 'papers', 'visit', 'figure'] as const;

/**
 * Counted of the unit's own facts in the appraised months: activities held, person-times served, homes visited, supervision records, minutes of
 * training of its people; and, as they are, the people at work and how many of a hundred of them are certified.
 */
export const FIGURES = ['activities', 'served', 'visits', 'supervisions', 'minutes', 'workers', 'certified'] as const;
export type Figure = (typeof FIGURES)[number];

export interface Indicator {
  id: string;
  title: Text;
  criteria: Text;
  /** The most it can earn, in half-points. */
  most: number;
  evidence: (typeof EVIDENCE)[number];
  /** The figure that a mark is proposed from: `full` of it and more earn the most. */
  figure?: { name: Figure; full: number };
}

export interface Template {
  id: string;
  /** One more with each change: an appraisal pins the one it was opened with. */
  version: number;
  cycle: Cycle;
  title: Text;
  source: Text;
  /** Whether it was held against an official text. */
  verified: boolean;
  /** The day from which it may be opened. */
  from: Day;
  /** Whether somebody comes and sees before it is decided. */
  visited: boolean;
  groups: { id: string; title: Text; indicators: Indicator[] }[];
  /** From how many percent of all points a grade is given, the best first; the last from 0. */
  grades: { grade: Grade; from: number }[];
}

/** Half-points by indicator. */
export type Scores = Readonly<Record<string, number>>;

export function indicatorsOf({ groups }: Pick<Template, 'groups'>): Indicator[] {
  return groups.flatMap(({ indicators }) => indicators);
}

/** The most an appraisal can come to, in half-points. */
export function mostOf(template: Template): number {
  return indicatorsOf(template).reduce((sum, { most }) => sum + most, 0);
}

export function totalOf(scores: Scores): number {
  return Object.values(scores).reduce((sum, score) => sum + score, 0);
}

/** The indicators whose mark is missing, is not a whole number of half-points or lies outside; and what is marked and is no indicator. */
export function unsound(template: Template, scores: Scores): string[] {
  const known = indicatorsOf(template);
  const bad = known.filter(({ id, most }) => {
    const score = scores[id];
    return score === undefined || !Number.isInteger(score) || score < 0 || score > most;
  });
  const strange = Object.keys(scores).filter((id) => !known.some((indicator) => indicator.id === id));
  return [...bad.map(({ id }) => id), ...strange];
}

/** The grade for so many half-points: the best one whose share is reached, compared in integers. */
export function gradeFor(template: Template, total: number): Grade {
  const most = mostOf(template);
  const reached = template.grades.find(({ from }) => total * 100 >= from * most);
  return reached?.grade ?? 'failed';
}

/** The marks that counted figures propose, rounded down to a half-point; none for what no figure speaks of. */
export function proposed(template: Template, figures: Readonly<Partial<Record<Figure, number>>>): Scores {
  const scores: Record<string, number> = {};
  for (const { id, most, figure } of indicatorsOf(template)) {
    const value = figure && figures[figure.name];
    if (figure === undefined || value === undefined) continue;
    scores[id] = Math.min(most, Math.floor((most * value) / figure.full));
  }
  return scores;
}
