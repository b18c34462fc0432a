// A unit's people and their exams as lines of a list: which fit the filters, how many came how far. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { type ExamStep, reaches } from '../../../../../functions/domain/exams/standing.ts';
import type { Filters, Step } from './route.ts';

export type Listed = Answer<'listExams'>['people'][number];
export type ListedEntry = Listed['entries'][number];

export interface Row {
  key: string;
  who: Listed;
  /** Missing: nothing is known of this person's exams in what was asked for. */
  entry?: ListedEntry;
}

/** A line for each entry; one for whoever has none. By name. */
export function rowsOf(people: readonly Listed[]): Row[] {
  const sorted = people.toSorted((a, b) => (a.name + a.person < b.name + b.person ? -1 : 1));
  return sorted.flatMap((who) =>
    who.entries.length === 0
      ? [{ key: who.person, who }]
      : who.entries.map((entry) => ({ key: `${who.person} ${entry.year} ${entry.level}`, who, entry })),
  );
}

export function fits({ entry }: Row, { step, state }: Pick<Filters, 'step' | 'state'>): boolean {
  if (state !== undefined && entry?.state !== state) return false;
  return isAt(entry, step);
}

/** The figures of a funnel are of whom the unit counts. */
function isAt(entry: ListedEntry | undefined, step: Step): boolean {
  if (step === 'all') return true;
  if (step === 'missing') return entry === undefined;
  if (entry === undefined || !entry.counted) return false;
  // A local pass alone is a step of its own; it is no part of the national one.
  return step === 'local' ? entry.step === 'local' : reaches(entry.step, step as ExamStep);
}

/** How many people came how far. */
export function peopleAt(rows: readonly Row[], step: Step): number {
  return new Set(rows.filter(({ entry }) => isAt(entry, step)).map(({ who }) => who.person)).size;
}

/** Whether something can be decided about a line. */
export function isDecidable({ entry }: Row): boolean {
  return entry?.moves.some((move) => move === 'confirm' || move === 'refuse') ?? false;
}

/** The years that can be chosen: next year's exam is entered for already. */
export function yearsOf(today: string): string[] {
  const next = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: 10 }, (_, i) => String(next - i));
}
