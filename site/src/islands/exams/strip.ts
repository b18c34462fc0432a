// A level's papers year by year, as the strip of the pass cycle shows them. Pure.
import type { Cycle, Entry, Paper } from './said.ts';

/**
 * What a paper was in a year. `kept`: passed in the year before and still good · `next`: to be sat in the exam that is planned for ·
 * `expired`: passed, and of no use any more · `none`: nothing.
 */
export type Cell =
  | { what: 'national' | 'local' | 'failed' | 'expired'; paper?: Paper }
  | { what: 'absent' | 'registered' | 'sat' | 'kept' | 'next' | 'none' };

export interface Strip {
  years: number[];
  rows: { subject: string; cells: Cell[] }[];
}

/** So many years fit a phone. */
const YEARS_MOST = 4;

/** The years up to the exam that is planned for, or to the one in which the level was passed. */
export function stripOf(cycle: Cycle, entries: readonly Entry[]): Strip {
  const own = entries.filter(
    ({ level, state }) => level === cycle.level && state !== 'refused' && state !== 'withdrawn',
  );
  const last = cycle.national.passed ?? cycle.year;
  // A cycle of two years is seen as two years, whether something was sat in the first or not.
  const first = Math.min(last - cycle.span + 1, ...own.map(({ year }) => year));
  const from = Math.max(first, last - YEARS_MOST + 1);
  const years = Array.from({ length: last - from + 1 }, (_, i) => from + i);
  return {
    years,
    rows: cycle.subjects.map((subject) => ({
      subject,
      cells: years.map((year) => cellOf({ cycle, own, subject }, year)),
    })),
  };
}

interface Of {
  cycle: Cycle;
  own: readonly Entry[];
  subject: string;
}

function cellOf({ cycle, own, subject }: Of, year: number): Cell {
  const entry = own.find((one) => one.year === year);
  const paper = entry && counted(entry, subject);
  const isExpired = cycle.expired.some((one) => one.subject === subject && one.year === year);
  if (paper?.verdict !== undefined) return { what: isExpired ? 'expired' : paper.verdict, paper };
  if (paper !== undefined) return { what: withoutVerdict(paper) };
  const counts = [...cycle.national.counts, ...(cycle.local?.counts ?? [])];
  if (counts.some((one) => one.subject === subject && one.year < year && year <= one.until)) return { what: 'kept' };
  return { what: year === cycle.year && cycle.national.next.includes(subject) ? 'next' : 'none' };
}

/** What was confirmed of a paper counts, whatever was said since that contradicts it or leaves it out. */
function counted({ papers, confirmed, conflicts }: Entry, subject: string): Paper | undefined {
  const find = (all: readonly Paper[] | undefined) => all?.find((one) => one.subject === subject);
  const kept = find(confirmed?.papers);
  return conflicts.includes(subject) ? kept : (find(papers) ?? kept);
}

function withoutVerdict({ result: { kind } }: Paper): 'absent' | 'registered' | 'sat' {
  return kind === 'absent' || kind === 'registered' ? kind : 'sat';
}
