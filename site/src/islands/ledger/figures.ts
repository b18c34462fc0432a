// The figures of a registration period in words: hours, how far one is, until when. Pure.
import { hoursText } from '../../../../functions/domain/hours/conversion.ts';
import type { Day } from '../../../../functions/domain/time.ts';
import type { Words } from '../../words/zh.ts';
import type { HoursWords } from '../../words/zh-hours.ts';
import type { Figures, LedgerRead } from './said.ts';

/** What figures are said with. */
export interface HoursSaid {
  words: Words;
  w: HoursWords;
}

/** Minutes as hours of 60, without zeros at the end: 1080 is `18`, 160 `2.67`. */
export function hours(minutes: number): string {
  return hoursText(minutes).replace(/\.?0+$/, '');
}

/** Hundredths of the way, 100 at most; whole only when it is reached. */
export function shareOf({ total, target, missing }: Pick<Figures, 'total' | 'target' | 'missing'>): number {
  return missing === 0 ? 100 : Math.min(99, Math.floor((total / target) * 100));
}

/** How the period stands on a day, as a sentence: reached, still open, or over with something missing. */
export function standing({ forecast, missing, period }: Figures, today: Day, { words, w }: HoursSaid): string {
  if (forecast.state === 'reached') return w.reached;
  if (period.last < today) return w.ended(hours(missing), words.date(period.last));
  return w.stillOpen(hours(missing), words.date(forecast.by), monthly(forecast.perMonth));
}

/** Minutes a month as hours with one decimal at most, rounded up: less would not do. */
export function monthly(minutes: number): string {
  return String(Math.ceil(minutes / 6) / 10);
}

/** Why there are no figures. */
export function noneText({ reason, begins }: Pick<LedgerRead, 'reason' | 'begins'>, { words, w }: HoursSaid): string {
  if (reason === 'before') return w.none.before(words.date(begins ?? ''));
  return w.none[reason ?? 'not-registered'];
}

/** `180224` → `176 KB`, in powers of 1024 and rounded up. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${Math.ceil(bytes / 104857.6) / 10} MB`;
}
