// THE catalogue of indicators: what a bureau counts, on which shelves each stands, and how it is read from them for some months. Every count says by which
// rule, every share of what. Pure: whoever has the sums of shelves, of counters or of a report's facts, reads the same figures from them.
import type { Compared, Figure, Values } from '../reports/content.ts';
import type { Months } from '../reports/terms.ts';
import type { Shelves } from './additions.ts';
import type { Indicator } from './indicator.ts';
import { EXAM } from './indicators-exam.ts';
import { STAFF } from './indicators-staff.ts';
import { TRAINING } from './indicators-training.ts';
import { WORK } from './indicators-work.ts';
import { lastYearOf } from './periods.ts';

/** All, in the order in which lists show them. */
export const INDICATORS: readonly Indicator[] = [...EXAM, ...STAFF, ...TRAINING, ...WORK];

const BY_ID: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((one) => [one.id, one]));

export function indicatorOf(id: string): Indicator | undefined {
  return BY_ID.get(id);
}

/** The shelves on which indicators stand, for the months and for the same of the year before. Ids that nobody knows stand on none. */
export function shelvesOf(ids: readonly string[], months: Months): string[] {
  const known = ids.flatMap((id) => indicatorOf(id) ?? []);
  return [...new Set(known.flatMap(({ shelves }) => [...shelves(months), ...shelves(lastYearOf(months))]))];
}

/** A figure of the months; null where it is not known. */
export function figureOf(id: string, shelves: Shelves, months: Months): Figure | null {
  return indicatorOf(id)?.read(shelves, months) ?? null;
}

/** The figures of indicators for the months, and for the same of the year before. Ids that nobody knows are left out. */
export function valuesOf(ids: readonly string[], months: Months): (shelves: Shelves) => Values {
  const known = ids.filter((id) => BY_ID.has(id));
  const compared = (id: string, shelves: Shelves): Compared => ({
    now: figureOf(id, shelves, months),
    last: figureOf(id, shelves, lastYearOf(months)),
  });
  return (shelves) => Object.fromEntries(known.map((id) => [id, compared(id, shelves)]));
}

/** What the first screen shows of a unit where nothing else is asked for. */
export const HEADLINES: readonly string[] = [
  ...['registered', 'passed', 'pass-rate', 'newly-certified', 'certified', 'certified-rate', 'certified-per-10000'],
  ...['sessions', 'people', 'attendances', 'attendance-rate', 'activities', 'served', 'subsidy-money'],
];
