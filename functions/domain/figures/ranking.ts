// The order of units by a figure: by what it comes to, by how it has changed, or by name. What is not known comes last, whichever way.
import type { Compared, Figure } from '../reports/content.ts';
import { changeOf } from './rates.ts';

export type RankOrder = 'value' | 'change' | 'name';

export interface Ranked extends Compared {
  unit: { id: string; name: string };
}

/** The rows in order; those that are equal by name and id, so that the order is always the same. */
export function ranked<R extends Ranked>(
  rows: readonly R[],
  { by, descending }: { by: RankOrder; descending: boolean },
): R[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (by === 'name') return sign * byName(a, b);
    const [first, second] = [amountIn(a, by), amountIn(b, by)];
    if (first === undefined || second === undefined) {
      return first === second ? byName(a, b) : first === undefined ? 1 : -1;
    }
    return sign * (first - second) || byName(a, b);
  });
}

/** What a row is compared by: the count, the share, or how much of last year's it has changed; undefined where there is none. */
function amountIn({ now, last }: Ranked, by: 'value' | 'change'): number | undefined {
  if (by === 'value') return amountOf(now);
  const change = changeOf({ now, last });
  if (change.kind === 'percent') return change.tenths;
  return change.kind === 'points' ? change.steps : undefined;
}

function amountOf(figure: Figure | null): number | undefined {
  if (figure === null) return undefined;
  if (figure.of === undefined) return figure.n;
  return figure.of === 0 ? undefined : figure.n / figure.of;
}

const COLLATOR = new Intl.Collator('zh-CN');

function byName(a: Ranked, b: Ranked): number {
  return COLLATOR.compare(a.unit.name, b.unit.name) || (a.unit.id < b.unit.id ? -1 : a.unit.id > b.unit.id ? 1 : 0);
}
