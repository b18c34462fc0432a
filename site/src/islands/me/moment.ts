// A moment in words: the day in China and the time of day there, as every day of this product.
import { dayOf, type Instant, instantOf, msOf } from '../../../../functions/domain/time.ts';
import type { Words } from '../../words/zh.ts';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `5月3日 14:05`. */
export function momentText(at: Instant, words: Words): string {
  return `${words.shortDay(dayOf(at))} ${clockText(at)}`;
}

/** `14:05`. */
export function clockText(at: Instant): string {
  return instantOf(msOf(at) + SHANGHAI_OFFSET_MS).slice(11, 16);
}
