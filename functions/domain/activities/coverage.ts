// Service coverage (服务覆盖) of a unit, month by month: how many households and people it serves, how many homes it visited, how many volunteers it
// can count on. Numbers alone. What was said of a month stays; saying it anew is a further version with a reason.
import type { Instant } from '../time.ts';

/** `visits` were made in the month; the others are as they stood at its end. */
export interface Coverage {
  households: number;
  people: number;
  visits: number;
  volunteers: number;
}

export interface Said {
  coverage: Coverage;
  at: Instant;
  by: string;
  why?: string;
}

export interface SaidMonth extends Said {
  /** What was said before, the first one first. */
  past: Said[];
}

/** All that a unit has said: one fact. */
export interface CoverageBook {
  unit: string;
  /** One more each time something is said. */
  version: number;
  at: Instant;
  /** By month, `2026-03`. */
  months: Readonly<Record<string, SaidMonth>>;
}

const SAID_MOST = 20;

export type CoverageFault = 'no-reason' | 'work-same' | 'work-future' | 'list-full';

export type CoverageSaid = { ok: true; book: CoverageBook } | { ok: false; reason: CoverageFault };

/** Says what a month came to; of one that was said before only with a reason. `month` is no later than `current`. */
export function sayCoverage(
  book: CoverageBook,
  { month, said, current }: { month: string; said: Said; current: string },
): CoverageSaid {
  const before = book.months[month];
  if (month > current) return { ok: false, reason: 'work-future' };
  if (before !== undefined && isSame(before.coverage, said.coverage)) return { ok: false, reason: 'work-same' };
  if (before !== undefined && said.why === undefined) return { ok: false, reason: 'no-reason' };
  if ((before?.past.length ?? 0) >= SAID_MOST) return { ok: false, reason: 'list-full' };
  const months = { ...book.months, [month]: { ...said, past: before === undefined ? [] : withPast(before) } };
  return { ok: true, book: { unit: book.unit, version: book.version + 1, at: said.at, months } };
}

/** What was said of the month, or else of the last one before it. */
export function standingIn(book: Pick<CoverageBook, 'months'>, month: string): Coverage | undefined {
  const last = Object.keys(book.months)
    .sort()
    .findLast((one) => one <= month);
  return last === undefined ? undefined : book.months[last]?.coverage;
}

function withPast({ past, coverage, at, by, why }: SaidMonth): Said[] {
  return [...past, { coverage, at, by, ...(why === undefined ? {} : { why }) }];
}

function isSame(a: Coverage, b: Coverage): boolean {
  return (Object.keys(a) as (keyof Coverage)[]).every((name) => a[name] === b[name]);
}
