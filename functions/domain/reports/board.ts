// Who of the units below has sent what a bureau expects of them, and when: in time, late, or not yet.
import { type Day, dayOf, daysBetween } from '../time.ts';
import type { Report } from './report.ts';

/** `missing`: nothing was sent · `sent`: it waits to be looked at. */
export type Standing = 'missing' | 'sent' | 'received' | 'returned';

export interface BoardLine {
  standing: Standing;
  /** The newest that was sent. */
  report?: string;
  /** The day on which the first edition came. */
  firstOn?: Day;
  /** Days past the day on which it was due: of the first that came, or, of one that is missing, so far. */
  late: number;
}

/** How a unit stands that is expected to send a report until `due`; `reports` are its editions of these months. */
export function boardLine(reports: readonly Report[], { due, today }: { due: Day; today: Day }): BoardLine {
  const sent = reports
    .filter(({ steps }) => steps.some(({ move }) => move === 'send'))
    .sort((a, b) => a.edition - b.edition);
  const newest = sent.at(-1);
  if (newest === undefined) return { standing: 'missing', late: lateness(due, today) };
  const firstOn = sent
    .flatMap(({ steps }) => steps.filter(({ move }) => move === 'send').map(({ at }) => dayOf(at)))
    .sort()[0] as Day;
  return { standing: standingOf(newest), report: newest.id, firstOn, late: lateness(due, firstOn) };
}

function standingOf({ state }: Report): Standing {
  return state === 'received' || state === 'returned' ? state : 'sent';
}

function lateness(due: Day, day: Day): number {
  return Math.max(0, daysBetween(due, day));
}
