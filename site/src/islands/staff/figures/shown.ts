// Which figures the first screen asks for at once, and what is made of them: the headlines, the funnel, the shares by post, and who lags.
import { HEADLINES } from '../../../../../functions/domain/figures/indicators.ts';
import { PAID_POSTS } from '../../../../../functions/domain/figures/indicators-staff.ts';
import type { Compared, Figure } from '../../../../../functions/domain/reports/content.ts';
import { amountOf } from '../charts/figure-text.ts';

/** 目标人群 → 报名 → 参训 → 参考 → 通过 → 登记 → 持证在岗: the indicator of each step, and what the page of exams calls those behind it. */
export const FUNNEL = [
  { step: 'target', id: 'workers' },
  { step: 'registered', id: 'registered' },
  { step: 'trained', id: 'people:pre-exam' },
  { step: 'sat', id: 'sat' },
  { step: 'passed', id: 'passed' },
  { step: 'valid', id: 'certificate-registered' },
  { step: 'certified', id: 'certified' },
] as const;

export type FunnelStep = (typeof FUNNEL)[number]['step'];

const LEVELED = ['registered', 'passed', 'newly-certified', 'certified'] as const;
const LEVELS = ['junior', 'intermediate', 'senior'] as const;

/** Told by level beside the headlines. */
export const BY_LEVEL: readonly { id: string; parts: readonly string[] }[] = LEVELED.map((id) => ({
  id,
  parts: LEVELS.map((level) => `${id}:${level}`),
}));

export const BY_POST: readonly string[] = PAID_POSTS.map((post) => `certified-rate:${post}`);

/** All that one request asks for. */
export const ASKED: readonly string[] = [
  ...new Set([
    ...HEADLINES,
    ...FUNNEL.map(({ id }) => id),
    ...BY_LEVEL.flatMap(({ parts }) => parts),
    ...['certified-rate', ...BY_POST],
  ]),
];

export interface Row extends Compared {
  unit: { id: string; name: string };
}

/** Rows below the line that all of them together draw: of a share that of the whole, of counts their mean. */
export interface Lagging {
  line: Figure;
  below: number;
  lowest: Row[];
}

/** Who lags: the lowest three of those below the line; undefined where fewer than two rows can be compared. */
export function laggingOf(rows: readonly Row[], total: Figure | null): Lagging | undefined {
  const known = rows.flatMap((row) => {
    const amount = amountOf(row.now);
    return amount === undefined ? [] : [{ row, amount }];
  });
  if (known.length < 2) return undefined;
  const line = lineOf(
    known.map(({ amount }) => amount),
    total,
  );
  const limit = line && amountOf(line);
  if (line === undefined || limit === undefined) return undefined;
  const below = known.filter(({ amount }) => amount < limit).sort((a, b) => a.amount - b.amount);
  return { line, below: below.length, lowest: below.slice(0, 3).map(({ row }) => row) };
}

function lineOf(amounts: readonly number[], total: Figure | null): Figure | undefined {
  if (total === null) return undefined;
  if (total.of !== undefined) return total;
  return { n: Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length) };
}
