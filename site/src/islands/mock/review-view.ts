// What a review shows: a filter, a chapter and a question, as its address has them. Pure.
import type { Head, Result, Reviewed } from './wire.ts';

export const FILTERS = ['all', 'wrong', 'partial', 'blank', 'flagged'] as const;
export type Filter = (typeof FILTERS)[number];

/** A review as it was read. */
export interface Opened {
  head: Head;
  result: Result;
  questions: readonly Reviewed[];
  /** The numbers that were flagged while it was sat. */
  flagged: ReadonlySet<number>;
}

export interface View {
  filter: Filter;
  /** A chapter's id; `all` for every one. */
  chapter: string;
  n: number;
}

export function viewFrom(params: URLSearchParams): View {
  const n = Number(params.get('n'));
  return {
    filter: FILTERS.find((one) => one === params.get('show')) ?? 'all',
    chapter: params.get('chapter') ?? 'all',
    n: Number.isInteger(n) && n > 0 ? n : 1,
  };
}

export function addressOf({ filter, chapter, n }: View, attempt: string): string {
  const params = new URLSearchParams({ attempt, n: String(n) });
  if (filter !== 'all') params.set('show', filter);
  if (chapter !== 'all') params.set('chapter', chapter);
  return `?${params}`;
}

/** The numbers of the questions that a view lets through, in the order of the paper. */
export function fitting({ filter, chapter }: View, { result, flagged }: Pick<Opened, 'result' | 'flagged'>): number[] {
  return result.lines
    .filter((line) => chapter === 'all' || line.chapter === chapter)
    .filter(({ n, verdict }) => filter === 'all' || (filter === 'flagged' ? flagged.has(n) : verdict === filter))
    .map(({ n }) => n);
}
