// What an indicator is, and the few ways in which all of them are read from the sums of shelves.
import type { Figure } from '../reports/content.ts';
import type { Months } from '../reports/terms.ts';
import type { Sums } from '../statistics/item-sums.ts';
import type { Shelves } from './additions.ts';
import { endMonthOf, monthNamesOf } from './periods.ts';

export type Group = 'exam' | 'staff' | 'training' | 'practice' | 'work' | 'subsidy';

/** What is counted, and so in which unit it is shown. `percent` and `per-10000` are shares; cents are fen. */
export type Measure =
  | ('people' | 'person-times' | 'sessions' | 'courses' | 'days' | 'minutes' | 'cents' | 'questions')
  | (
      | 'papers'
      | 'activities'
      | 'visits'
      | 'households'
      | 'records'
      | 'units'
      | 'applications'
      | 'percent'
      | 'per-10000'
    );

/** `months`: of the months that are asked for · `year`: of their whole year, whatever months · `end`: as it stands at the end of the last month. */
export type Span = 'months' | 'year' | 'end';

export interface Indicator {
  /** `passed:junior`: what, and of which part of it; without a part the whole. */
  id: string;
  group: Group;
  measure: Measure;
  /** By which rule it is counted: one sentence of the site's words. */
  rule: string;
  span: Span;
  /** The shelves that it is read from, for the months alone. */
  shelves(months: Months): string[];
  /** Null: it is not known. A shelf that is missing is one on which nothing stands. */
  read(shelves: Shelves, months: Months): Figure | null;
}

/** The shelf of a family's year: `exam#2026`. */
export function ofYear(family: string): (months: Months) => string[] {
  return ({ year }) => [`${family}#${year}`];
}

export function sumOf(sums: Sums | undefined, names: readonly string[]): number {
  return names.reduce((all, name) => all + (sums?.[name] ?? 0), 0);
}

/** Of all names that a test holds for: kinds that nobody listed beforehand. */
export function sumWhere(sums: Sums | undefined, holds: (name: string) => boolean): number {
  return Object.entries(sums ?? {}).reduce((all, [name, value]) => (holds(name) ? all + value : all), 0);
}

/** Names with a month in the middle: `t:05:all`. */
export function byMonth(months: Months, nameIn: (month: string) => string): string[] {
  return monthNamesOf(months).map(nameIn);
}

/**
 * What stands at the end of the last month: the sum of all flows up to it. Names are `<what>:<YYYY-MM>`, and `<part>` after it where `isPart` looks at
 * one.
 */
export function stockOf(
  sums: Sums | undefined,
  { what, months, isPart }: { what: string; months: Months; isPart?: (part: string) => boolean },
): number {
  const end = endMonthOf(months);
  return sumWhere(sums, (name) => {
    const [head, month = '', ...part] = name.split(':');
    return head === what && month <= end && (isPart === undefined || isPart(part.join(':')));
  });
}

/** What flowed in during the months: of the same names. */
export function flowOf(
  sums: Sums | undefined,
  { what, months, isPart }: { what: string; months: Months; isPart?: (part: string) => boolean },
): number {
  const names = new Set(monthNamesOf(months).map((month) => `${months.year}-${month}`));
  return sumWhere(sums, (name) => {
    const [head, month = '', ...part] = name.split(':');
    return head === what && names.has(month) && (isPart === undefined || isPart(part.join(':')));
  });
}
