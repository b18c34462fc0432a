// What a report is of: some months of a year, by a template (月报、季报、年报) or chosen freely; and when its bureau expects it.
import { addMonths } from '../period.ts';
import { addDays, type Day, dayOf, type Instant, instantOf, msOf } from '../time.ts';

/** 月报、季报、年报, and one of one's own choice of months. */
export const TEMPLATES = ['month', 'quarter', 'year', 'own'] as const;
export type Template = (typeof TEMPLATES)[number];

/** Those that a bureau expects of the units below it. */
export const EXPECTED = ['month', 'quarter', 'year'] as const;
export type Expected = (typeof EXPECTED)[number];

/** Months of a year, 1 to 12, both ends included. */
export interface Months {
  year: number;
  from: number;
  to: number;
}

/** So many days after the last of a report's months it is expected, for months that end on `from` or later. */
export interface DueRule {
  template: Expected;
  from: Day;
  days: number;
}

/** Where a bureau has said nothing: the fifth of the next month, the tenth, the twentieth. */
const DAYS_USUAL: Readonly<Record<Expected, number>> = { month: 5, quarter: 10, year: 20 };

/** Whether months are those that a template speaks of. */
export function fits(template: Template, { from, to }: Months): boolean {
  if (from < 1 || to > 12 || from > to) return false;
  switch (template) {
    case 'month':
      return from === to;
    case 'quarter':
      return from % 3 === 1 && to === from + 2;
    case 'year':
      return from === 1 && to === 12;
    case 'own':
      return true;
  }
}

export function firstDayOf({ year, from }: Months): Day {
  return `${year}-${String(from).padStart(2, '0')}-01`;
}

export function lastDayOf({ year, to }: Months): Day {
  return addDays(addMonths(firstDayOf({ year, from: to, to }), 1), -1);
}

/** `2026-05.month`, `2026-04-06.quarter`, `2026.year`, `2026-03-08.own`, each with the number of the edition: `.1` for the first. */
export function reportId(template: Template, months: Months, edition: number): string {
  const month = (number: number) => String(number).padStart(2, '0');
  const { year, from, to } = months;
  const ends = template === 'year' ? '' : from === to ? `-${month(from)}` : `-${month(from)}-${month(to)}`;
  return `${year}${ends}.${template}.${edition}`;
}

/** The last day on which a report of these months is in time. */
export function dueOn(rules: readonly DueRule[], template: Expected, months: Months): Day {
  const end = lastDayOf(months);
  const holding = rules
    .filter((rule) => rule.template === template && rule.from <= end)
    .reduce<DueRule | undefined>(
      (best, rule) => (best === undefined || rule.from >= best.from ? rule : best),
      undefined,
    );
  return addDays(end, holding?.days ?? DAYS_USUAL[template]);
}

/** The rules with one more; one of the same template and day stands in the other's place. */
export function withRule(rules: readonly DueRule[], added: DueRule): DueRule[] {
  const kept = rules.filter(({ template, from }) => template !== added.template || from !== added.from);
  return [...kept, added].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf({ template, from }: DueRule): string {
  return `${template} ${from}`;
}

/** What is written this minute may reach the history a little later: a cut-off lies at least so long back. */
const SETTLED_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** The newest instant that facts may be taken as of: ten minutes back, to the minute. */
export function latestCutOff(now: Instant): Instant {
  const ms = msOf(now) - SETTLED_MS;
  return instantOf(ms - (ms % MINUTE_MS));
}

/** Whether all its months were over at an instant; those of one's own choice need not be. */
export function isSettled({ template, months }: { template: Template; months: Months }, cutOff: Instant): boolean {
  return template === 'own' || dayOf(cutOff) > lastDayOf(months);
}
