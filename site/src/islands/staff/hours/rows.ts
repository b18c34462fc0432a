// A unit's people by their hours: in which order, which of them, how they sum up. Pure.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { addDays, type Day } from '../../../../../functions/domain/time.ts';

export type Page = Answer<'listLedgers'>;
export type Row = Page['people'][number];
export type Sum = Page['sum'];

export const FILTERS = ['all', 'short', 'waiting'] as const;
export type Filter = (typeof FILTERS)[number];

/** Days before the end of a period within which whoever lacks hours is to be seen at once. */
const SOON_DAYS = 180;

/** Who lacks hours and has least time first; then who has reached them, then who has no period. By name within. */
export function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ ledger, name, person }: Row): string {
  const rank = ledger === undefined ? 2 : ledger.missing > 0 ? 0 : 1;
  // Of two with the same deadline the one who lacks more; minutes of six digits at most.
  const lacking = ledger === undefined ? '' : String(999_999 - ledger.missing).padStart(6, '0');
  return [rank, ledger?.period.last ?? '', lacking, name, person].join('\n');
}

export function fits({ ledger, waiting }: Row, filter: Filter): boolean {
  if (filter === 'short') return ledger !== undefined && ledger.missing > 0;
  return filter === 'all' || waiting > 0;
}

/** Whether hours are missing and there is little time left, or none. */
export function isPressing({ ledger }: Row, today: Day): boolean {
  return ledger !== undefined && ledger.missing > 0 && ledger.period.last <= addDays(today, SOON_DAYS);
}

/** The sums of all pages. */
export function sumOf(pages: readonly Page[]): Sum {
  const sum: Sum = { people: 0, registered: 0, reached: 0, short: 0, unregistered: 0, waiting: 0 };
  for (const page of pages) for (const name of Object.keys(sum) as (keyof Sum)[]) sum[name] += page.sum[name];
  return sum;
}
