// Figures as text: counts with their unit, shares with what they are of, changes against last year with the arithmetic. Pure; charts, tables and files say
// the same.
import type { Indicator, Measure } from '../../../../../functions/domain/figures/indicator.ts';
import { indicatorOf } from '../../../../../functions/domain/figures/indicators.ts';
import {
  arithmeticOf,
  changeOf,
  decimals,
  PER_TEN_THOUSAND,
  PERCENT,
  rateText,
  type Scale,
  scaled,
  signed,
} from '../../../../../functions/domain/figures/rates.ts';
import type { Compared, Figure } from '../../../../../functions/domain/reports/content.ts';
import type { IndicatorWords } from '../../../words/zh-indicators.ts';

/** What is shown where there is no figure. */
export const NONE = '—';

/** Minutes of one 学时. */
const PERIOD_MINUTES = 45;

export function nameOf(w: IndicatorWords, id: string): string {
  const [base = '', ...part] = id.split(':');
  const name = w.names[base] ?? base;
  return part.length === 0 ? name : w.withPart(name, w.parts[part.join(':')] ?? part.join(':'));
}

export function measureOf(id: string): Measure {
  return indicatorOf(id)?.measure ?? 'people';
}

export function ruleText(w: IndicatorWords, id: string): string {
  return w.rules[(indicatorOf(id) as Indicator | undefined)?.rule ?? ''] ?? '';
}

function scaleOf(measure: Measure): Scale {
  return measure === 'per-10000' ? PER_TEN_THOUSAND : PERCENT;
}

/** The number alone: `4,523`, `24.0`, `12.5` hours, `3,000` yuan; a dash where there is none. */
export function numberText(figure: Figure | null, measure: Measure): string {
  if (figure === null) return NONE;
  if (figure.of !== undefined) return rateText(figure, scaleOf(measure)) ?? NONE;
  return grouped(wholeText(figure.n, measure));
}

/** With its unit: `4,523 人`, `24.0%`. */
export function valueText(w: IndicatorWords, figure: Figure | null, measure: Measure): string {
  const number = numberText(figure, measure);
  if (number === NONE) return NONE;
  return measure === 'percent' ? `${number}%` : `${number} ${w.measures[measure]}`;
}

/** What a share is of: `1,085 ÷ 4,523`; empty for a count. */
export function partsText(figure: Figure | null): string {
  if (figure?.of === undefined) return '';
  return `${figure.n.toLocaleString('en-US')} ÷ ${figure.of.toLocaleString('en-US')}`;
}

/** A number that can be drawn: the count, or the share. */
export function amountOf(figure: Figure | null): number | undefined {
  if (figure === null) return undefined;
  if (figure.of === undefined) return figure.n;
  return figure.of === 0 ? undefined : figure.n / figure.of;
}

/** `+154.2%`, `−3.0` points, `+4` where there was nothing; a dash where nothing can be said. */
export function changeText(compared: Compared, measure: Measure, pointsWord: string): string {
  const scale = scaleOf(measure);
  const change = changeOf(compared, scale);
  if (change.kind === 'unknown') return NONE;
  if (change.kind === 'percent') return `${signed(change.tenths, 1)}%`;
  if (change.kind === 'points')
    return `${signed(change.steps, scale.places)}${measure === 'percent' ? pointsWord : ''}`;
  return change.difference === 0
    ? '0'
    : `${change.difference > 0 ? '+' : ''}${grouped(wholeText(change.difference, measure))}`;
}

/** How the change is reckoned; undefined where there is none. */
export function arithmeticText(compared: Compared, measure: Measure): string | undefined {
  if (measure !== 'minutes' && measure !== 'cents') return arithmeticOf(compared, scaleOf(measure));
  const { now, last } = compared;
  if (now === null || last === null) return undefined;
  const [a, b] = [numberText(now, measure), numberText(last, measure)];
  return last.n === 0 ? `${a} − ${b}` : `(${a} − ${b}) ÷ ${b} = ${changeText(compared, measure, '')}`;
}

/** Whether it went up, down or stayed; undefined where nothing can be said. */
export function directionOf(compared: Compared): 'up' | 'down' | 'same' | undefined {
  const [now, last] = [amountOf(compared.now), amountOf(compared.last)];
  if (now === undefined || last === undefined) return undefined;
  return now > last ? 'up' : now < last ? 'down' : 'same';
}

/** Minutes as hours of 45 with one decimal, cents as yuan; all else as it is. */
function wholeText(n: number, measure: Measure): string {
  if (measure === 'minutes') return decimals(scaled({ n, of: PERIOD_MINUTES }, 10) as number, 1);
  if (measure === 'cents') return decimals(n, 2).replace(/\.00$/, '');
  return decimals(n, 0);
}

/** Thousands parted by commas. */
function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? parted : `${parted}.${rest}`;
}
