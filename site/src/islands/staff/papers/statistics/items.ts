// Item statistics as they are looked through: which flags there are, filters, orders, and the sheets to take along. Pure.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { Flag } from '../../../../../../functions/domain/statistics/flags.ts';
import type { PapersWords } from '../../../../words/zh-papers.ts';
import type { Sheet } from '../../training/export/sheets.ts';

export type Item = Answer<'readSubjectStatistics'>['items'][number];
export type Chapters = Answer<'readSubjectStatistics'>['chapters'];
export type FlagName = Flag['reason'];

export interface Wanted {
  /** A flag, any of them, none of them, or all items. */
  flag: FlagName | 'all' | 'any' | 'none';
  chapter: string;
  kind: string;
}

export const NO_FILTER: Wanted = { flag: 'all', chapter: '', kind: '' };

export const SORTS = ['flags', 'n', 'asked', 'facility', 'discrimination', 'efficiency', 'reports'] as const;
export type Sort = (typeof SORTS)[number];

/** The flags of some items, the most frequent first, with how many items have each. */
export function flagsIn(items: readonly Item[]): { flag: FlagName; n: number }[] {
  const all = items.flatMap(({ flags }) => [...new Set(flags.map(({ reason }) => reason))]);
  return [...Map.groupBy(all, (flag) => flag)]
    .map(([flag, own]) => ({ flag, n: own.length }))
    .sort((a, b) => b.n - a.n);
}

export function filtered(items: readonly Item[], { flag, chapter, kind }: Wanted): Item[] {
  const fits = ({ flags }: Item) => {
    if (flag === 'all') return true;
    if (flag === 'any' || flag === 'none') return flags.length > 0 === (flag === 'any');
    return flags.some(({ reason }) => reason === flag);
  };
  return items.filter((item) => fits(item) && ['', item.chapter].includes(chapter) && ['', item.kind].includes(kind));
}

/** Which flags come first, the gravest of all; the server names an item's own in this order. */
const GRAVITY: readonly FlagName[] = [
  'negative-discrimination',
  'wrong-above-key',
  'reported',
  'too-hard',
  'weak-discrimination',
  'too-easy',
  'unused-distractor',
];

/** The items in an order; what has no figure yet stands at the end. */
export function inOrder(items: readonly Item[], by: Sort): Item[] {
  const gravest = ({ flags }: Item) => Math.min(...flags.map(({ reason }) => GRAVITY.indexOf(reason)));
  const value: Record<Sort, (item: Item) => number | undefined> = {
    flags: (item) => (item.flags.length === 0 ? undefined : gravest(item)),
    n: ({ n }) => n,
    asked: ({ asked }) => -asked,
    facility: ({ facility }) => facility,
    discrimination: ({ discrimination }) => discrimination,
    efficiency: ({ efficiency }) => efficiency,
    reports: ({ reports }) => -reports,
  };
  const last = Number.POSITIVE_INFINITY;
  return items.toSorted((a, b) => (value[by](a) ?? last) - (value[by](b) ?? last) || (a.id < b.id ? -1 : 1));
}

/** An index of −100 to 100 in words. */
export function indexText(index: number | undefined): string {
  return index === undefined ? '—' : String(Math.round(index)).replace('-', '−');
}

interface Said {
  name: string;
  chapters: Chapters;
  lang: 'zh' | 'en';
  w: PapersWords;
}

export function itemSheets(items: readonly Item[], { name, chapters, lang, w }: Said): [Sheet, ...Sheet[]] {
  const { statistics } = w;
  const chapterName = new Map(chapters.map((chapter) => [chapter.id, chapter.name[lang]]));
  const rounded = (value: number | undefined, times: number) =>
    value === undefined ? '' : Math.round(value * times) / 10;
  const rows = items.map((item) => [
    ...[item.n ?? '', item.id, item.version, w.kinds[item.kind], chapterName.get(item.chapter) ?? item.chapter],
    ...[item.asked, item.blank, rounded(item.facility, 1000)],
    ...[rounded(item.discrimination, 10), rounded(item.efficiency, 10), item.reports],
    item.flags.map(({ reason }) => statistics.flags[reason].name).join('；'),
  ]);
  const options = items.flatMap((item) =>
    item.options.map((option) => [
      ...[item.id, item.version, option.id, option.isKey ? w.item.right : ''],
      ...[option.chosen, rounded(option.share, 1000), rounded(option.rest, 1000)],
    ]),
  );
  return [
    { name, head: statistics.sheet, rows },
    { ...statistics.optionSheet, rows: options },
  ];
}
