// Item statistics of a paper: facility, spread and how well each question tells the strong from the weak, as Moodle's quiz statistics define them
// (https://docs.moodle.org/dev/Quiz_statistics_calculations). A question is compared with the rest of its paper, itself left out.

/** Undefined stands for what cannot be said: of fewer than two attempts, or where everybody has the same. */
export interface ItemStatistics {
  /** Attempts. */
  n: number;
  /** What the item could earn, in the unit of the marks. */
  max: number;
  mean: number | undefined;
  /** Mean over maximum, 0 to 1: how easy it is. */
  facility: number | undefined;
  /** Standard deviation of the sample (n − 1), in the unit of the marks. */
  sd: number | undefined;
  /** Pearson's correlation of the item with the rest, in percent: −100 to 100. */
  discrimination: number | undefined;
  /** Their covariance in percent of the most it could be with the same marks: how much of what the item can tell it tells. */
  efficiency: number | undefined;
}

/** Sums of deviations from the means, and of their products: `x` the item, `y` the rest, `top` the products when both are sorted. */
export interface Deviations {
  xx: number;
  yy: number;
  xy: number;
  top: number;
}

/** Below this share of the largest mark a difference is the rounding of sums and no difference. */
const ROUNDING = 1e-12;

/**
 * The statistics of every item. `marks`: a row for each attempt, a column for each item; not answered is 0. `maxMarks`: what each item could earn; the
 * most that anybody earned where it is not given. Throws RangeError for rows of different lengths and for what is no number.
 */
export function itemStatistics(marks: readonly (readonly number[])[], maxMarks?: readonly number[]): ItemStatistics[] {
  const width = marks[0]?.length ?? maxMarks?.length ?? 0;
  if (marks.some((row) => row.length !== width || !row.every(Number.isFinite))) {
    throw new RangeError('marks must be rows of equal length, of numbers');
  }
  if (maxMarks !== undefined && maxMarks.length !== width) throw new RangeError('maxMarks must have one for each item');
  const totals = marks.map((row) => row.reduce((sum, mark) => sum + mark, 0));
  return Array.from({ length: width }, (_, i) => {
    const item = marks.map((row) => row[i] ?? 0);
    const rest = item.map((mark, attempt) => (totals[attempt] ?? 0) - mark);
    return ofColumns(item, rest, maxMarks?.[i] ?? Math.max(0, ...item));
  });
}

function ofColumns(item: number[], rest: number[], max: number): ItemStatistics {
  const n = item.length;
  const [x, y] = [deviationsOf(item), deviationsOf(rest)];
  const [sortedX, sortedY] = [x, y].map((all) => all.toSorted((a, b) => a - b)) as [number[], number[]];
  const sum = item.reduce((all, mark) => all + mark, 0);
  return figuresOf({ n, sum, possible: max * n }, products(x, x), {
    ...{ xx: products(x, x), yy: products(y, y) },
    ...{ xy: products(x, y), top: products(sortedX, sortedY) },
  });
}

/** The statistics of an item from its sums: `possible` is what all its attempts could earn, `spread` the squares of its own deviations. */
export function figuresOf(
  { n, sum, possible }: { n: number; sum: number; possible: number },
  spread: number,
  { xx, yy, xy, top }: Deviations,
): ItemStatistics {
  const both = xx * yy;
  return {
    n,
    max: n === 0 ? 0 : possible / n,
    mean: n === 0 ? undefined : sum / n,
    facility: possible > 0 ? sum / possible : undefined,
    sd: n < 2 ? undefined : Math.sqrt(spread / (n - 1)),
    discrimination: n < 2 || both === 0 ? undefined : (100 * xy) / Math.sqrt(both),
    efficiency: n < 2 || both === 0 || top === 0 ? undefined : (100 * xy) / top,
  };
}

/** Differences from the mean; exactly none where all are the same but for the rounding of their sums. */
function deviationsOf(numbers: readonly number[]): number[] {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const deviations = numbers.map((one) => one - mean);
  const largest = Math.max(0, ...numbers.map(Math.abs));
  return deviations.every((one) => Math.abs(one) <= largest * ROUNDING) ? deviations.map(() => 0) : deviations;
}

function products(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
}
