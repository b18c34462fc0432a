// Days and times as forms take them and as pages say them: always China's, whatever zone the device is in.
import { dayOf, type Instant, instantOf, msOf } from '../../../../../functions/domain/time.ts';
import type { Words } from '../../../words/zh.ts';
import { clockText } from '../../me/moment.ts';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** An instant as `<input type="datetime-local">` takes it: `2026-05-23T09:00`. */
export function fieldText(at: Instant | undefined): string {
  return at === undefined ? '' : instantOf(msOf(at) + SHANGHAI_OFFSET_MS).slice(0, 16);
}

/** The instant of such a field; undefined while it is not filled in. */
export function fieldInstant(text: string): Instant | undefined {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00.000Z`) : Number.NaN;
  return Number.isNaN(ms) ? undefined : instantOf(ms - SHANGHAI_OFFSET_MS);
}

/** `2026年5月23日（周六） 09:00–12:00`, or both days when it goes over midnight. */
export function spanText({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, words: Words): string {
  const [from, to] = [dayOf(startsAt), dayOf(endsAt)];
  if (from === to) return `${words.day(from)} ${clockText(startsAt)}–${clockText(endsAt)}`;
  return `${momentOf(startsAt, words)} – ${momentOf(endsAt, words)}`;
}

/** `2026年5月23日（周六） 09:00`. */
export function momentOf(at: Instant, words: Words): string {
  return `${words.day(dayOf(at))} ${clockText(at)}`;
}

/** `2026-05-23 09:00`, for tables that are worked on elsewhere. */
export function plainMoment(at: Instant): string {
  return fieldText(at).replace('T', ' ');
}
