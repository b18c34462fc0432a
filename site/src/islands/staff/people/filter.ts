// Which of a unit's people are shown, and which columns: by the address, but for the name, which is nobody's business in an address. Pure.
import type { Post } from '../../../../../functions/domain/people/employment.ts';
import type { Route } from '../route.ts';
import type { Worker } from './everybody.ts';

export const POSTS: readonly Post[] = [
  'social-worker',
  'community-worker',
  'grid-worker',
  'supervisor',
  'volunteer',
  'other',
];

/** The columns that may be left out; the name is always there. */
export const COLUMNS = ['phone', 'post', 'established', 'from', 'to'] as const;
export type Column = (typeof COLUMNS)[number];

export const ESTABLISHED = ['any', 'yes', 'no'] as const;

export interface Filter {
  name: string;
  post: Post | 'any';
  established: (typeof ESTABLISHED)[number];
}

/** The filter of an address. */
export function filterFrom({ more }: Pick<Route, 'more'>, name: string): Filter {
  return {
    name,
    post: POSTS.find((post) => post === more.post) ?? 'any',
    established: ESTABLISHED.find((one) => one === more.established) ?? 'any',
  };
}

/** Whether those who have left, and those who are yet to begin, are shown, too. */
export function isAll({ more }: Pick<Route, 'more'>): boolean {
  return more.all === 'yes';
}

/** The columns of an address; when it names none all, but for the last day where nobody has left. */
export function columnsFrom({ more }: Pick<Route, 'more'>): Column[] {
  if (more.columns === undefined) return COLUMNS.filter((column) => column !== 'to' || isAll({ more }));
  const named = more.columns.split('.');
  return COLUMNS.filter((column) => named.includes(column));
}

/** The columns as an address holds them; a dash for none. */
export function columnsText(columns: readonly Column[]): string {
  return columns.length === 0 ? '-' : COLUMNS.filter((column) => columns.includes(column)).join('.');
}

/** Those that a filter lets through. */
export function shown(workers: readonly Worker[], { name, post, established }: Filter): Worker[] {
  const wanted = name.trim();
  return workers.filter(
    (worker) =>
      worker.name.includes(wanted) &&
      (post === 'any' || worker.post === post) &&
      (established === 'any' || worker.established === (established === 'yes')),
  );
}
