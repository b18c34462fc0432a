// Fractions and changes as people read them. Counts stay whole numbers until they are shown; what is shown is rounded half away from nought, and what has no
// denominator is never 0 %.
import type { Compared, Figure } from '../reports/content.ts';

/** What a fraction is shown of: so many times n ÷ of, with so many decimals. */
export interface Scale {
  times: number;
  places: number;
}

/** Percent with one decimal, and 每万人 with two. */
export const PERCENT: Scale = { times: 100, places: 1 };
export const PER_TEN_THOUSAND: Scale = { times: 10_000, places: 2 };

/** How a figure stands against the same months of the year before. */
export type Change =
  /** One of both is not known, or a share of nothing. */
  | { kind: 'unknown' }
  /** There were none: there is a difference, and no share of it. */
  | { kind: 'from-none'; difference: number }
  /** 同比: tenths of a percent. */
  | { kind: 'percent'; difference: number; tenths: number }
  /** Of two rates, in units of their last decimal: tenths of a percentage point (百分点), hundredths of so many 每万人. */
  | { kind: 'points'; steps: number };

/** A whole number of `scale`-ths of n ÷ of, half away from nought: `scaled({ n: 1085, of: 4523 }, 100)` is 24. Undefined without a denominator. */
export function scaled({ n, of }: Figure, scale: number): number | undefined {
  if (of === undefined || of === 0) return undefined;
  const [top, bottom] = [BigInt(n) * BigInt(scale), BigInt(of)];
  const negative = top < 0n !== bottom < 0n;
  const [size, by] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const rounded = Number((2n * size + by) / (2n * by));
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** A fraction in units of its last decimal; undefined without a denominator. */
function stepsOf(figure: Figure, { times, places }: Scale): number | undefined {
  return scaled(figure, times * 10 ** places);
}

/** A fraction as text, without a sign of its scale: `24.0` for 24 %; undefined without a denominator. */
export function rateText(figure: Figure, scale = PERCENT): string | undefined {
  const steps = stepsOf(figure, scale);
  return steps === undefined ? undefined : decimals(steps, scale.places);
}

/** A number of `10^-places` as text: `decimals(1543, 1)` is `154.3`. */
export function decimals(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${value < 0 ? '−' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** The same with a plus before what is more than nought. */
export function signed(value: number, places: number): string {
  return `${value > 0 ? '+' : ''}${decimals(value, places)}`;
}

/** (this − last) ÷ last; of two rates the difference in points, for a share of a share misleads. */
export function changeOf({ now, last }: Pick<Compared, 'now' | 'last'>, scale = PERCENT): Change {
  if (now === null || last === null) return { kind: 'unknown' };
  if (now.of !== undefined || last.of !== undefined) {
    // Of what is shown, so that the printed sum comes out.
    const [a, b] = [stepsOf(now, scale), stepsOf(last, scale)];
    return a === undefined || b === undefined ? { kind: 'unknown' } : { kind: 'points', steps: a - b };
  }
  const difference = now.n - last.n;
  const tenths = scaled({ n: difference, of: Math.abs(last.n) }, 1000);
  return tenths === undefined ? { kind: 'from-none', difference } : { kind: 'percent', difference, tenths };
}

/** How a change is reckoned, in figures and signs alone: `(150 − 59) ÷ 59 = +154.2%`; undefined where there is none. */
export function arithmeticOf(compared: Pick<Compared, 'now' | 'last'>, scale = PERCENT): string | undefined {
  const change = changeOf(compared, scale);
  const { now, last } = compared;
  if (now === null || last === null || change.kind === 'unknown') return undefined;
  if (change.kind === 'percent') return `(${now.n} − ${last.n}) ÷ ${last.n} = ${signed(change.tenths, 1)}%`;
  if (change.kind === 'from-none') return `${now.n} − ${last.n} = ${signed(change.difference, 0)}`;
  return `${rateText(now, scale)} − ${rateText(last, scale)} = ${signed(change.steps, scale.places)}`;
}
