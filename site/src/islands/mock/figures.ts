// The figures of mock papers in words, and their arithmetic: marks, percents, durations. Pure.
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import { dayOf, type Instant, msOf } from '../../../../functions/domain/time.ts';
import type { Words } from '../../words/zh.ts';
import type { MockWords } from '../../words/zh-mock.ts';
import { clockText } from '../me/moment.ts';

/** Marks of a paper in percent, rounded to one decimal, that a paper of any size is compared by. */
export function shareOf({ earned, possible }: { earned: number; possible: number }): number {
  return possible === 0 ? 0 : Math.round((earned / possible) * 1000) / 10;
}

/** A pass mark (of a paper of 100 marks, in half-points) on a paper of another size, in half-points, rounded up: who has fewer has not passed. */
export function scaledMark(mark: number, possible: number): number {
  return Math.ceil((mark * possible) / 200);
}

/** `1 小时 5 分`, `3 天`: from two days on in days. */
export function durationText(ms: number, t: MockWords): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  return days >= 2 ? t.inDays(days) : t.duration(Math.floor(minutes / 60), minutes % 60);
}

/** `2 分 5 秒`. */
export function spentText(seconds: number, t: MockWords): string {
  return t.result.spent(Math.floor(seconds / 60), seconds % 60);
}

/** `5月23日 09:00`, with the year where it is not this one. */
export function momentIn(at: Instant, now: Instant, words: Words): string {
  const day = dayOf(at);
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return `${isThisYear ? words.shortDay(day) : words.date(day)} ${clockText(at)}`;
}

/** How long somebody had it open, without what it rested. */
export function tookMs({
  startedAt,
  endedAt,
}: {
  startedAt: Instant;
  endedAt?: Instant | undefined;
}): number | undefined {
  return endedAt === undefined ? undefined : msOf(endedAt) - msOf(startedAt);
}

/** The middle of some seconds; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[half - 1] ?? 0) + upper) / 2);
}

export { marksText };
