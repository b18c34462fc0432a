// Times of sessions in words: always the time of day in China, wherever the reader is.
import { dayOf, type Instant } from '../../../../functions/domain/time.ts';
import type { Words } from '../../words/zh.ts';
import type { TrainingWords } from '../../words/zh-training.ts';
import { clockText, momentText } from '../me/moment.ts';

export interface Said {
  words: Words;
  t: TrainingWords;
}

interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

/** `2026年5月23日（周六） 09:00–12:00`; with both days where it ends on another one. */
export function spanText({ startsAt, endsAt }: Span, { words, t }: Said): string {
  const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
  if (first === last) return `${words.day(first)} ${timeText({ startsAt, endsAt }, { t })}`;
  return t.time(`${words.day(first)} ${clockText(startsAt)}`, momentText(endsAt, words));
}

/** `09:00–12:00`. */
export function timeText({ startsAt, endsAt }: Span, { t }: Pick<Said, 't'>): string {
  return t.time(clockText(startsAt), clockText(endsAt));
}

/** Minutes of training as hours (学时), two decimals at most: 135 at 45 a piece → `3`. */
export function hoursText(minutes: number, minutesPerHour: number): string {
  return String(Math.round((minutes / minutesPerHour) * 100) / 100);
}
