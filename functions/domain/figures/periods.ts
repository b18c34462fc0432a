// Months of a year, as figures are asked for: their names on shelves, the same of the year before, and which of them are quarters, halves and whole years.
import type { Months } from '../reports/terms.ts';
import type { Day } from '../time.ts';

/** 月、季度、半年、全年, and any other months of one year. */
export type PeriodKind = 'month' | 'quarter' | 'half' | 'year' | 'range';

export function lastYearOf(months: Months): Months {
  return { ...months, year: months.year - 1 };
}

/** `01` to `12`. */
function twoDigits(month: number): string {
  return String(month).padStart(2, '0');
}

/** The months, `01` to `12`. */
export function monthNamesOf({ from, to }: Pick<Months, 'from' | 'to'>): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => twoDigits(from + i));
}

/** The last of the months with its year: `2026-05`. Stocks are read as of its end. */
export function endMonthOf({ year, to }: Pick<Months, 'year' | 'to'>): string {
  return `${year}-${twoDigits(to)}`;
}

export function kindOf({ from, to }: Pick<Months, 'from' | 'to'>): PeriodKind {
  if (from === to) return 'month';
  const length = to - from + 1;
  if (length === 12) return 'year';
  if (length === 6 && from % 6 === 1) return 'half';
  return length === 3 && from % 3 === 1 ? 'quarter' : 'range';
}

/** Under which name distinct people of these months are counted: `05`, `Q2`, `H1`, `Y`; undefined for other months, which only patterns know. */
export function countedNameOf(months: Pick<Months, 'from' | 'to'>): string | undefined {
  switch (kindOf(months)) {
    case 'month':
      return twoDigits(months.from);
    case 'quarter':
      return `Q${(months.from + 2) / 3}`;
    case 'half':
      return months.from === 1 ? 'H1' : 'H2';
    case 'year':
      return 'Y';
    case 'range':
      return undefined;
  }
}

/** `before`: nothing of it has been yet · `running`: it is not over, so that last year's same months hold more days · `over`. */
export function progressOf({ year, from, to }: Months, today: Day): 'before' | 'running' | 'over' {
  const month = today.slice(0, 7);
  if (month < `${year}-${twoDigits(from)}`) return 'before';
  return month <= endMonthOf({ year, to }) ? 'running' : 'over';
}
