// What a result's lines say together: by kind, by chapter, what the partial-credit rule did, where time went.
import type { HalfPoints } from '../grading/profile.ts';
import { ITEM_KINDS, type ItemKind } from '../papers/blueprint.ts';
import type { ResultLine } from './result.ts';

export interface Part {
  earned: HalfPoints;
  possible: HalfPoints;
  questions: number;
  /** Fully right, or with everything a point could earn. */
  full: number;
  /** Nothing was picked or written that counts. */
  blank: number;
}

/** The kinds of a paper in its order. */
export function byKind(lines: readonly ResultLine[]): { kind: ItemKind; part: Part }[] {
  return ITEM_KINDS.map((kind) => ({ kind, part: partOf(lines.filter((line) => line.kind === kind)) })).filter(
    ({ part }) => part.questions > 0,
  );
}

/** The chapters of a paper, by their ids. */
export function byChapter(lines: readonly ResultLine[]): { chapter: string; part: Part }[] {
  return [...Map.groupBy(lines, ({ chapter }) => chapter)]
    .map(([chapter, own]) => ({ chapter, part: partOf(own) }))
    .sort((a, b) => (a.chapter < b.chapter ? -1 : 1));
}

function partOf(lines: readonly ResultLine[]): Part {
  return {
    earned: lines.reduce((sum, line) => sum + line.earned, 0),
    possible: lines.reduce((sum, line) => sum + line.possible, 0),
    questions: lines.length,
    full: lines.filter((line) => line.earned === line.possible).length,
    blank: lines.filter((line) => line.verdict === 'blank').length,
  };
}

/** 少选: how many questions had some of the right options and no wrong one, and what they earned. */
export function partialOf(lines: readonly ResultLine[]): { questions: number; earned: HalfPoints } {
  const own = lines.filter((line) => line.verdict === 'partial');
  return { questions: own.length, earned: own.reduce((sum, line) => sum + line.earned, 0) };
}

/** Below this share of its marks a chapter is weak: the national pass line's. */
const WEAK_BELOW = 0.6;

/** The chapters to practise, the weakest first; one that was asked a single question says too little. */
export function weakChapters(lines: readonly ResultLine[]): { chapter: string; part: Part }[] {
  const share = ({ earned, possible }: Part) => earned / possible;
  return byChapter(lines)
    .filter(({ part }) => part.questions > 1 && part.possible > 0 && share(part) < WEAK_BELOW)
    .sort((a, b) => share(a.part) - share(b.part));
}

/** The questions that took longest, the longest first. */
export function slowest(lines: readonly ResultLine[], most: number): ResultLine[] {
  return lines
    .filter(({ spentS }) => spentS > 0)
    .toSorted((a, b) => b.spentS - a.spentS || a.n - b.n)
    .slice(0, most);
}
