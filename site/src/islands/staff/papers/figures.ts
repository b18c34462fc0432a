// The figures of papers in words, and their arithmetic: marks, counts by kind, durations. Pure.
import { marksText } from '../../../../../functions/domain/grading/grade.ts';
import { ITEM_KINDS, type ItemKind } from '../../../../../functions/domain/papers/blueprint.ts';
import type { PapersWords } from '../../../words/zh-papers.ts';

/** Marks of half-points that need not be whole, as a mean is: `71.3`. */
export function meanText(halfPoints: number | undefined): string {
  return halfPoints === undefined ? '—' : String(Math.round(halfPoints * 5) / 10);
}

/** Marks as they are typed, in half-points: `1.5` is 3. Undefined for what is no mark from 0 to `most` half-points. */
export function halfPointsOf(text: string, most: number): number | undefined {
  const plain = text.trim().replace('．', '.').replace('。', '.');
  const value = /^\d{1,4}(\.[05]?)?$/.test(plain) ? Number(plain) * 2 : Number.NaN;
  return value <= most ? value : undefined;
}

/** A share of 1 in whole percent; undefined stays so. */
export function percentOf(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 100);
}

/** `单选题 60 题、多选题 20 题` in its parts, in the order of the paper. */
export function countTexts(counts: Readonly<Record<string, number>>, w: PapersWords): string[] {
  return ITEM_KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map((kind) =>
    w.counted(counts[kind] ?? 0, w.kinds[kind]),
  );
}

/** What a bank lacks, kind by kind. */
export function lackTexts(
  lacking: readonly { kind: string; wanted: number; have: number }[],
  w: PapersWords,
): string[] {
  return lacking.map(({ kind, wanted, have }) => w.editor.lack(w.kinds[kind as ItemKind] ?? kind, wanted, have));
}

/** `1 小时 5 分`, rounded up to the minute: what is left is never told as nothing. */
export function leftText(ms: number, w: PapersWords): string {
  const minutes = Math.ceil(Math.max(0, ms) / 60_000);
  return w.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}

export { marksText };
