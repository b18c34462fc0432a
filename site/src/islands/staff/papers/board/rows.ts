// The live board as it is worked on: who is shown, what needs a look, and pages of it. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { type Instant, msOf } from '../../../../../../functions/domain/time.ts';

export type BoardRow = Answer<'watchPaper'>['rows'][number];

export const FILTERS = ['all', 'open', 'ended', 'absent', 'look'] as const;
export type Filter = (typeof FILTERS)[number];

/** Somebody who saved nothing for so long while others go on may need help. */
const QUIET_AFTER_MS = 10 * 60_000;

/** A screen full: what is drawn at once of a group of any size. */
export const PAGE = 50;

/** Everybody once, in the order in which they came: somebody with two places in the group comes twice. */
export function onceEach(rows: readonly BoardRow[]): BoardRow[] {
  return [...new Map(rows.map((row) => [row.person, row])).values()];
}

export function countsOf(rows: readonly BoardRow[]): { all: number; started: number; open: number; ended: number } {
  const open = rows.filter(({ state }) => state === 'open').length;
  const absent = rows.filter(({ state }) => state === 'absent').length;
  return { all: rows.length, started: rows.length - absent, open, ended: rows.length - absent - open };
}

/** For how long somebody who sits has saved nothing, when that is worth a look. */
export function quietMs({ state, startedAt, lastSavedAt }: BoardRow, now: Instant): number | undefined {
  const since = lastSavedAt ?? startedAt;
  if (state !== 'open' || since === undefined) return undefined;
  const ms = msOf(now) - msOf(since);
  return ms >= QUIET_AFTER_MS ? ms : undefined;
}

function needsLook(row: BoardRow, now: Instant): boolean {
  return quietMs(row, now) !== undefined || (row.deviceChanges ?? 0) > 0 || row.voided > 0;
}

/** The rows that are asked for, in the order of the board. `text` is a part of a name or of a unit’s. */
export function shownRows(
  rows: readonly BoardRow[],
  { filter, text, now }: { filter: Filter; text: string; now: Instant },
) {
  const wanted = text.trim();
  const isOf: Record<Filter, (row: BoardRow) => boolean> = {
    all: () => true,
    open: ({ state }) => state === 'open',
    ended: ({ state }) => state !== 'open' && state !== 'absent',
    absent: ({ state }) => state === 'absent',
    look: (row) => needsLook(row, now),
  };
  return rows.filter((row) => isOf[filter](row) && `${row.name} ${row.unitName ?? ''}`.includes(wanted));
}
