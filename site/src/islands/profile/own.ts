// One's own record as the wire gives it, and what its lines say. Pure.
import type { Answer } from '../../../../functions/contract/index.ts';
import { holdsOn, type Period } from '../../../../functions/domain/period.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import type { Words } from '../../words/zh.ts';
import type { ProfileWords } from '../../words/zh-profile.ts';

export type Own = Answer<'readSelf'>;
export type Taken = Answer<'exportSelf'>;

/** What a text is told with. */
export interface Said {
  words: Words;
  t: ProfileWords;
}

/** A span as the wire gives it: without the `undefined` that it never holds. */
export function periodOf({ from, to }: { from: Day; to?: Day | undefined }): Period {
  return to === undefined ? { from } : { from, to };
}

/** `2026年1月1日 起`, `2026年1月1日 至 2026年5月31日`: the last day, where the record holds the first one after it. */
export function spanText(span: { from: Day; to?: Day | undefined }, { words, t }: Said): string {
  const { from, to } = periodOf(span);
  return to === undefined ? t.since(words.date(from)) : t.span(words.date(from), words.date(addDays(to, -1)));
}

/** What was studied, in words; undefined when nothing is known. */
export function studiesText(
  { education, isSocialWorkMajor }: Pick<Own, 'education' | 'isSocialWorkMajor'>,
  t: ProfileWords,
) {
  return education && `${t.educations[education]}${isSocialWorkMajor ? t.ofMajor : ''}`;
}

/** The names of the units one works at on a day: they keep the record. Each once. */
export function keepers({ employments }: Pick<Own, 'employments'>, day: Day): string[] {
  return [...new Set(employments.filter((one) => holdsOn(periodOf(one), day)).map(({ unitName }) => unitName))];
}
