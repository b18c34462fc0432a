// A person's training of a year: one entry for each session at which they were judged, written when the course is closed and rewritten by corrections that
// are approved. The fact that figures of training are counted from.
import type { AttendanceState } from '../attendance/verdict.ts';
import type { CourseKind, Form } from '../courses/course.ts';
import type { Day, Instant } from '../time.ts';

export interface TrainingEntry {
  session: string;
  course: string;
  /** The unit that held the course. */
  organiser: string;
  /** The unit of the enrolment; of a walk-in where they worked on the day. Missing: figures of units do not know it, those of the course do. */
  unit?: string | undefined;
  /** The first day of the session in China; of a recorded one the day on which watching began, if it did. */
  day: Day;
  /** Of the course. */
  kind: CourseKind;
  /** Of the session. */
  form: Form;
  state: AttendanceState;
  /** Had a seat; a walk-in had none. */
  enrolled: boolean;
  /** Minutes that went to the hours. */
  minutes: number;
  /** Lessons of a recorded session that were watched to the end. */
  views: number;
  /** When the course was closed, or the correction approved. */
  at: Instant;
}

export interface TrainingYear {
  person: string;
  /** Four digits. All entries are of days in it. */
  year: string;
  /** By session. */
  entries: readonly TrainingEntry[];
  /** Raised with every write. */
  version: number;
  /** When it was written last. */
  at: Instant;
}

/** What changes in a year of somebody's training. */
export interface TrainingChange {
  before: TrainingYear | undefined;
  after: TrainingYear;
}

/** Whether somebody was there: neither absent nor on leave. Whether it suffices for hours is another matter. */
export function came({ state }: Pick<TrainingEntry, 'state'>): boolean {
  return state !== 'absent' && state !== 'excused';
}

/** The year whose item an entry lies in. */
export function yearOf({ day }: Pick<TrainingEntry, 'day'>): string {
  return day.slice(0, 4);
}

interface Written {
  person: string;
  year: string;
  at: Instant;
  /** As it is stored; missing when there is none yet. */
  before: TrainingYear | undefined;
}

/**
 * A year with entries of sessions that it does not know yet; one that is there stays, for a correction may have come before. Undefined when all are there.
 * Entries of other years are left out.
 */
export function withNew(written: Written, entries: readonly TrainingEntry[]): TrainingChange | undefined {
  const known = new Set(written.before?.entries.map(({ session }) => session));
  const added = entries.filter((entry) => yearOf(entry) === written.year && !known.has(entry.session));
  return added.length === 0 ? undefined : changed(written, added);
}

/** A year with an entry in the place of that of the same session; undefined when it says the same, whenever it was written. */
export function withCorrected(written: Written, entry: TrainingEntry): TrainingChange | undefined {
  const held = written.before?.entries.find(({ session }) => session === entry.session);
  return held !== undefined && textOf(held) === textOf(entry) ? undefined : changed(written, [entry]);
}

function changed({ person, year, at, before }: Written, entries: readonly TrainingEntry[]): TrainingChange {
  const all = new Map([...(before?.entries ?? []), ...entries].map((entry) => [entry.session, entry]));
  const sorted = [...all.values()].sort((a, b) => (a.session < b.session ? -1 : 1));
  const after = { person, year, entries: sorted, version: (before?.version ?? 0) + 1, at: later(before?.at, at) };
  return { before, after };
}

/** Clocks differ a little, and what is written later is never earlier: versions are found by their instants. */
export function later(before: Instant | undefined, at: Instant): Instant {
  return before !== undefined && before > at ? before : at;
}

/** All that an entry says but when it was written. */
function textOf({ at, ...entry }: TrainingEntry): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}
