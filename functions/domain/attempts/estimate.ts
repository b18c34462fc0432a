// 估分: what the official paper would bring, from the papers somebody has sat, with how far that can be off. An estimate of a mean with its error,
// and nothing more: it knows neither nerves nor how close these questions are to next year's.
import type { HalfPoints } from '../grading/profile.ts';
import type { Blueprint, ItemKind } from '../papers/blueprint.ts';
import type { ResultLine } from './result.ts';

export interface Estimate {
  marks: HalfPoints;
  /** 95 of 100 such intervals hold the mark of the next such paper. */
  low: HalfPoints;
  high: HalfPoints;
  /** How many questions it rests on. */
  questions: number;
}

/** Fewer questions of a kind than this say nothing. */
const LEAST = 5;

/** 95 % of a normal distribution. */
const Z = 1.96;

/** What one answer is taken to be before any is known, as so many answers with half the marks: keeps "all right" from meaning "certainly all right". */
const PRIOR = { share: 0.5, answers: 2 };

/**
 * The marks of a paper of `blueprint` from the lines of earlier ones, `full` half-points a question of each kind. Undefined while a kind it asks has fewer
 * than five answers. The error is that of the mean of what was seen and that of the next paper's own draw.
 */
export function estimate(
  lines: readonly ResultLine[],
  { counts }: Pick<Blueprint, 'counts'>,
  full: Readonly<Partial<Record<ItemKind, HalfPoints>>>,
): Estimate | undefined {
  const asked = Object.entries(counts) as [ItemKind, number][];
  let mean = 0;
  let variance = 0;
  let possible = 0;
  let questions = 0;
  for (const [kind, count] of asked.filter(([, wanted]) => wanted > 0)) {
    const own = lines.filter((line) => line.kind === kind && line.possible > 0 && line.verdict !== 'unmarked');
    const marks = full[kind];
    if (own.length < LEAST || marks === undefined) return undefined;
    const shares = own.map(({ earned, possible: most }) => earned / most);
    const { mean: share, variance: spread } = smoothed(shares);
    mean += share * count * marks;
    variance += (count * marks) ** 2 * spread * (1 / own.length + 1 / count);
    possible += count * marks;
    questions += own.length;
  }
  if (questions === 0) return undefined;
  const off = Z * Math.sqrt(variance);
  const within = (value: number) => Math.min(possible, Math.max(0, Math.round(value)));
  return { marks: within(mean), low: within(mean - off), high: within(mean + off), questions };
}

/** Mean and variance of shares, drawn a little towards the prior; the variance is never that of certainty. */
function smoothed(shares: readonly number[]): { mean: number; variance: number } {
  const { share, answers } = PRIOR;
  const n = shares.length + answers;
  const mean = (shares.reduce((sum, one) => sum + one, 0) + share * answers) / n;
  const squares = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) + answers * (0.25 + (share - mean) ** 2);
  return { mean, variance: squares / n };
}
