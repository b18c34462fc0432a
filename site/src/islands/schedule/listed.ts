// Which sessions the schedule shows, and in which order and grid. Pure.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { CourseKind, Form } from '../../../../functions/domain/courses/course.ts';
import { addDays, type Day, dayOf, type Instant } from '../../../../functions/domain/time.ts';

export type Listed = Answer<'listSchedule'>['sessions'][number];

export interface Filters {
  /** Words of the title, the place or the organiser, any case. */
  text: string;
  kind: CourseKind | 'all';
  form: Form | 'all';
  /** Only with seats that one could take now. */
  open: boolean;
  /** Also what is over. */
  past: boolean;
  day?: Day;
}

export const UNFILTERED: Filters = { text: '', kind: 'all', form: 'all', open: false, past: false };

export function fits(session: Listed, filters: Filters, now: Instant): boolean {
  const { kind, form, open, past, day } = filters;
  if (kind !== 'all' && session.kind !== kind) return false;
  if (form !== 'all' && session.form !== form) return false;
  if (open && (session.cancelled || session.open === 0)) return false;
  if (!past && day === undefined && session.endsAt <= now) return false;
  return (day === undefined || dayOf(session.startsAt) === day) && holds(session, filters.text);
}

/** Every word of the search stands in the session's words. */
function holds({ title, sessionTitle = '', place, unitName }: Listed, text: string): boolean {
  const all = fold(`${title} ${sessionTitle} ${place?.address ?? ''} ${unitName}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Days with what begins on them, in order. */
export function byDay(sessions: readonly Listed[]): [Day, Listed[]][] {
  const sorted = sessions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return [...Map.groupBy(sorted, ({ startsAt }) => dayOf(startsAt))];
}

function order({ startsAt, session }: Listed): string {
  return `${startsAt} ${session}`;
}

const WEEK = 7;

/** The weeks of a month, Monday first; undefined for days of other months. */
export function weeksOf(month: string): (Day | undefined)[][] {
  const first = `${month}-01`;
  const lead = (weekday(first) + WEEK - 1) % WEEK;
  const last = addDays(`${monthAfter(month, 1)}-01`, -1);
  const length = Number(last.slice(8));
  const cells = Array.from({ length: Math.ceil((lead + length) / WEEK) * WEEK }, (_, i) =>
    i < lead || i >= lead + length ? undefined : addDays(first, i - lead),
  );
  return Array.from({ length: cells.length / WEEK }, (_, i) => cells.slice(i * WEEK, (i + 1) * WEEK));
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay();
}

/** The month so many months later: `2026-11` and 2 → `2027-01`. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
