// The marks of a set paper together: the middle, the spread and the shape of what a group has earned.
import type { HalfPoints } from '../grading/profile.ts';

export interface GroupMarks {
  mean?: number;
  median?: number;
  /** Of the sample (n − 1); missing for fewer than two. */
  deviation?: number;
  least?: HalfPoints;
  most?: HalfPoints;
  /** How many earned up to a tenth of what could be earned, up to two tenths, and so on; nothing at all is in the first. */
  histogram: number[];
}

const STEPS = 10;

/** Figures of marks in half-points; of none there are none. */
export function groupMarks(marks: readonly HalfPoints[], possible: HalfPoints): GroupMarks {
  const histogram = Array.from({ length: STEPS }, () => 0);
  for (const mark of marks) {
    const step = Math.min(STEPS, Math.max(1, Math.ceil((mark * STEPS) / Math.max(1, possible))));
    histogram[step - 1] = (histogram[step - 1] ?? 0) + 1;
  }
  const sorted = marks.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return { histogram };
  const mean = sorted.reduce((sum, mark) => sum + mark, 0) / sorted.length;
  const deviation = deviationOf(sorted, mean);
  return { mean, median: medianOf(sorted), ...(deviation === undefined ? {} : { deviation }), least, most, histogram };
}

function medianOf(sorted: readonly number[]): number {
  const upper = Math.floor(sorted.length / 2);
  const lower = Math.ceil(sorted.length / 2) - 1;
  return ((sorted[lower] ?? 0) + (sorted[upper] ?? 0)) / 2;
}

function deviationOf(marks: readonly number[], mean: number): number | undefined {
  if (marks.length < 2) return undefined;
  return Math.sqrt(marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / (marks.length - 1));
}
