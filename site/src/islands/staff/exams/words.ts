// What the staff pages of exams say: the record's words, and those of whoever keeps it.
import { staffExamsEn } from '../../../words/en-staff-exams.ts';
import type { Lang } from '../../../words/lang.ts';
import type { Words } from '../../../words/zh.ts';
import type { ExamsWords } from '../../../words/zh-exams.ts';
import { type StaffExamsWords, staffExamsZh } from '../../../words/zh-staff-exams.ts';
import { examsWords, type Said } from '../../exams/said.ts';

export type KeeperSaid = Said & { w: ExamsWords; s: StaffExamsWords };

/** The record says what is refused in the keeper's words. */
export function keeperSaid(lang: Lang, words: Words): KeeperSaid {
  const s = lang === 'zh' ? staffExamsZh : staffExamsEn;
  const w = examsWords(lang);
  return { lang, words, w: { ...w, reasons: { ...w.reasons, ...s.reasons } }, s };
}
