// The results of a paper as they are sorted and taken along. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { msOf } from '../../../../../../functions/domain/time.ts';
import type { PapersWords } from '../../../../words/zh-papers.ts';
import type { Sheet } from '../../training/export/sheets.ts';
import { plainMoment } from '../../training/moments.ts';
import { marksText, meanText, percentOf } from '../figures.ts';

export type ResultRow = Answer<'listResults'>['results'][number];
export type Statistics = Answer<'readPaperStatistics'>;

export const COLUMNS = ['name', 'unit', 'marks', 'state', 'took', 'ended'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  by: Column;
  isDown: boolean;
}

/** How long somebody had, in milliseconds; undefined for who has not ended. */
export function tookMs({ startedAt, endedAt }: ResultRow): number | undefined {
  return startedAt === undefined || endedAt === undefined ? undefined : msOf(endedAt) - msOf(startedAt);
}

/** The rows in an order; what is missing stands at the end in either direction, equals stay as they were. */
export function inOrder(rows: readonly ResultRow[], { by, isDown }: Order): ResultRow[] {
  const value: Record<Column, (row: ResultRow) => string | number | undefined> = {
    name: ({ name }) => name,
    unit: ({ unitName }) => unitName,
    marks: ({ earned }) => earned,
    state: ({ state }) => state,
    took: tookMs,
    ended: ({ endedAt }) => endedAt,
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [value[by](a), value[by](b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh');
    return isDown ? -order : order;
  });
}

/** The sheets of a paper: everybody, the figures, the chapters. Numbers are numbers, all else is text. */
export function resultSheets(
  rows: readonly ResultRow[],
  { marks, chapters }: Statistics,
  { title, lang, w }: { title: string; lang: 'zh' | 'en'; w: PapersWords },
): [Sheet, ...Sheet[]] {
  const { results } = w;
  const half = (value: number | undefined) => (value === undefined ? '' : value / 2);
  const people = rows.map((row) => [
    ...[row.name, row.unitName ?? '', row.state === undefined ? results.absent : w.board.states[row.state]],
    ...[half(row.earned), half(row.possible), row.factor],
    ...[row.startedAt, row.endedAt].map((at) => (at === undefined ? '' : plainMoment(at))),
    row.regrades.map(({ before, after }) => `${marksText(before)} → ${marksText(after)}`).join('；'),
  ]);
  const figures: [string, string | number][] = [
    [results.sat, marks.sat],
    [results.marked, marks.marked],
    [results.mean, meanText(marks.mean)],
    [results.median, meanText(marks.median)],
    [results.spread, meanText(marks.deviation)],
    ...(marks.passed === undefined ? [] : [[results.passed, marks.passed] as [string, number]]),
    ...marks.histogram.map((n, i): [string, number] => [binText(i, marks.possible, w), n]),
  ];
  return [
    { name: title, head: results.sheet, rows: people },
    { ...results.statSheet, rows: figures },
    {
      ...results.chapterSheet,
      rows: chapters.map(({ name, questions, facility }) => [name[lang], questions, percentOf(facility) ?? '']),
    },
  ];
}

/** The marks of one of the ten equal steps: `60—70`. */
export function binText(i: number, possible: number, w: PapersWords): string {
  return w.results.binText(meanText((possible * i) / 10), meanText((possible * (i + 1)) / 10));
}
