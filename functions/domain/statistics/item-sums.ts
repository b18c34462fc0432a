// Running sums of one item: all its statistics follow from them exactly, however many attempts there were, and an attempt that is added or taken out
// is a handful of additions. Named integers, so that a table can add to each of them without reading any.
import type { OptionId } from '../questions/question.ts';
import { type Deviations, figuresOf, type ItemStatistics } from './item-statistics.ts';

/**
 * Sums by name, in half-points; one that is missing is 0. `n` attempts, `x` marks of the item, `y` of the rest, `xx` `yy` `xy` their products, `m` and
 * `r` what item and rest could earn, `b` attempts that left it blank; `x:4` attempts with 4 half-points, `y:57` with 57 of the rest;
 * `o:A` attempts that chose A, `p:A` the rest's marks of those.
 */
export type Sums = Readonly<Record<string, number>>;

/** One attempt at an item. `rest`: earned on all the other items of its paper. */
export interface ItemMark {
  earned: number;
  possible: number;
  rest: { earned: number; possible: number };
  picked: readonly OptionId[];
}

/** What one attempt adds. */
export function sumsOf({ earned: x, possible, rest, picked }: ItemMark): Sums {
  const y = rest.earned;
  const chosen = [...new Set(picked)].flatMap((id) => [
    [`o:${id}`, 1],
    [`p:${id}`, y],
  ]);
  const moments = { n: 1, x, xx: x * x, y, yy: y * y, xy: x * y, m: possible, r: rest.possible };
  const counts = { b: picked.length === 0 ? 1 : 0, [`x:${x}`]: 1, [`y:${y}`]: 1 };
  return withoutZeros({ ...moments, ...counts, ...Object.fromEntries(chosen) });
}

/** The sums of both. */
export function addTo(sums: Sums, more: Sums): Sums {
  return combined(sums, more, 1);
}

/** What is left when `less` is taken out. */
export function minus(sums: Sums, less: Sums): Sums {
  return combined(sums, less, -1);
}

function combined(sums: Sums, more: Sums, sign: 1 | -1): Sums {
  const all: Record<string, number> = { ...sums };
  for (const [name, value] of Object.entries(more)) all[name] = (all[name] ?? 0) + sign * value;
  return withoutZeros(all);
}

/** Sums are the same when they hold the same but for zeros: none is kept. */
function withoutZeros(sums: Sums): Sums {
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0));
}

/**
 * The statistics that follow from sums. Papers of different forms have rests of different sizes: given the sums of each form, an item is compared
 * with the rest inside its form, and the forms' deviations are added up (a pooled correlation). With one form it is `itemStatistics` of its marks.
 */
export function statisticsOf(...forms: readonly Sums[]): ItemStatistics {
  const whole = forms.reduce(addTo, {});
  const pooled = forms
    .map(deviationsIn)
    .reduce((a, b) => ({ xx: a.xx + b.xx, yy: a.yy + b.yy, xy: a.xy + b.xy, top: a.top + b.top }), {
      xx: 0,
      yy: 0,
      xy: 0,
      top: 0,
    });
  const { n = 0, x = 0, xx = 0, m = 0 } = whole;
  return figuresOf({ n, sum: x, possible: m }, centred(n, xx, [x, x]), pooled);
}

function deviationsIn(sums: Sums): Deviations {
  const { n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0 } = sums;
  const top = sortedProducts(histogram(sums, 'x:'), histogram(sums, 'y:'));
  return {
    ...{ xx: centred(n, xx, [x, x]), yy: centred(n, yy, [y, y]) },
    ...{ xy: centred(n, xy, [x, y]), top: centred(n, top, [x, y]) },
  };
}

/** Σab − ΣaΣb/n, by whole numbers as long as there is no division: no rounding makes a spread where there is none. */
function centred(n: number, products: number, [a, b]: [number, number]): number {
  return n === 0 ? 0 : (n * products - a * b) / n;
}

type Bar = [value: number, count: number];

function histogram(sums: Sums, prefix: string): Bar[] {
  const bars = Object.entries(sums).filter(([name]) => name.startsWith(prefix));
  return bars.map(([name, count]): Bar => [Number(name.slice(prefix.length)), count]).sort(([a], [b]) => a - b);
}

/** Σxy when the smallest x stands with the smallest y, and so on: the most that it can be. */
function sortedProducts(xs: readonly Bar[], ys: readonly Bar[]): number {
  const left = xs.map(([value, count]): Bar => [value, count]);
  const right = ys.map(([value, count]): Bar => [value, count]);
  let sum = 0;
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined || b === undefined) return sum;
    const both = Math.min(a[1], b[1]);
    sum += both * a[0] * b[0];
    a[1] -= both;
    b[1] -= both;
    if (a[1] === 0) i += 1;
    if (b[1] === 0) j += 1;
  }
}
