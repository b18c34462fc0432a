// A person's practice of a year as figures count it: for each day how many questions they answered and which marks their mock papers earned. Added to from
// batches of the journal and from results, of which each knows what it came to, so that it can be taken out again.
import type { Result, ResultLine } from '../attempts/result.ts';
import { type Employment, employmentsOn } from '../people/employment.ts';
import { type Day, dayOf, type Instant } from '../time.ts';
import type { Batch } from './journal.ts';

/** `q` questions answered · `k` mock papers · `x` half-points earned and `p` possible, of papers that are marked to the end. */
export interface Done {
  q: number;
  k: number;
  x: number;
  p: number;
}

/** What somebody did, by day. */
export type DoneByDay = Readonly<Record<Day, Done>>;

export interface PractisedDay extends Done {
  day: Day;
  /** Where they worked on the day. */
  units: readonly string[];
}

export interface PractisedYear {
  person: string;
  /** Four digits. */
  year: string;
  /** In order; none on which nothing was done. */
  days: readonly PractisedDay[];
  /** Raised with every write. */
  version: number;
  /** When it was written last. */
  at: Instant;
}

const NOTHING: Done = { q: 0, k: 0, x: 0, p: 0 };

/** The answers of a batch by their days. `came`: when it came, for a device's clock may be wrong. */
export function doneInBatch({ entries }: Pick<Batch, 'entries'>, came: Instant): DoneByDay {
  const days: Record<Day, Done> = {};
  for (const { kind, at } of entries) {
    if (kind !== 'answer') continue;
    const day = believed(dayOf(at), dayOf(came));
    days[day] = { ...NOTHING, q: (days[day]?.q ?? 0) + 1 };
  }
  return days;
}

/**
 * What a result comes to, on the day of its end. Nothing when it was taken offline (离线自测), voided, or opened and left; as long as answers in words
 * wait for their marks the paper counts without marks.
 */
export function doneInResult(result: Result): DoneByDay {
  if (result.offline || result.state === 'voided' || result.lines.every(isBlank)) return {};
  const { earned: x, possible: p } = result.marking === 'done' ? result : { earned: 0, possible: 0 };
  return { [dayOf(result.endedAt)]: { q: 0, k: 1, x, p } };
}

/** The years in which anything was done. */
export function yearsOf(...all: readonly DoneByDay[]): string[] {
  return [...new Set(all.flatMap((one) => Object.keys(one).map((day) => day.slice(0, 4))))];
}

/** The days of a year with what is done and without what is undone, each at the units where the person worked. */
export function withDone(
  { year, days }: Pick<PractisedYear, 'year' | 'days'>,
  { done, undone }: { done: readonly DoneByDay[]; undone: readonly DoneByDay[] },
  employments: readonly Employment[],
): PractisedDay[] {
  const sums = new Map<Day, Done>(days.map(({ day, q, k, x, p }) => [day, { q, k, x, p }]));
  const put = (all: readonly DoneByDay[], sign: 1 | -1) => {
    for (const [day, more] of all.flatMap((one) => Object.entries(one))) {
      if (day.startsWith(year)) sums.set(day, sum(sums.get(day) ?? NOTHING, more, sign));
    }
  };
  put(done, 1);
  put(undone, -1);
  return [...sums]
    .filter(([, { q, k, x, p }]) => q !== 0 || k !== 0 || x !== 0 || p !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, counts]) => ({ day, units: unitsOn(employments, day), ...counts }));
}

/** A day that cannot be, after it came or before the year before, is that on which it came. */
function believed(day: Day, came: Day): Day {
  return day > came || Number(day.slice(0, 4)) < Number(came.slice(0, 4)) - 1 ? came : day;
}

function isBlank({ verdict, picked }: ResultLine): boolean {
  return verdict !== 'unmarked' && verdict !== 'marked' && picked.length === 0;
}

function sum(a: Done, b: Done, sign: 1 | -1): Done {
  return { q: a.q + sign * b.q, k: a.k + sign * b.k, x: a.x + sign * b.x, p: a.p + sign * b.p };
}

function unitsOn(employments: readonly Employment[], day: Day): string[] {
  return [...new Set(employmentsOn(employments, day).map(({ unit }) => unit))].sort();
}
