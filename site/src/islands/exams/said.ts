// What the islands of the exam say and say it with: for whose record it is and for those who keep it. Why something failed, in words. Pure.
import type { Answer, Input } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { examsEn } from '../../words/en-exams.ts';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/zh.ts';
import { type ExamsWords, examsZh } from '../../words/zh-exams.ts';

export type ExamsRead = Answer<'readExams'>;
export type Entry = ExamsRead['entries'][number];
export type Cycle = ExamsRead['cycles'][number];
export type Paper = Entry['papers'][number];
export type PaperResult = Paper['result'];
export type NewExam = Input<'putExam'>['body'];

export interface Said {
  lang: Lang;
  words: Words;
  w: ExamsWords;
}

export function examsWords(lang: Lang): ExamsWords {
  return lang === 'zh' ? examsZh : examsEn;
}

/** The sentence for a problem. */
export function problemText({ code, reason }: Pick<ApiProblem, 'code' | 'reason'>, { words, w }: Said): string {
  const refused = code === 'refused' && reason !== undefined ? w.reasons[reason] : undefined;
  return refused ?? w.problems[code] ?? words.problems[code];
}

/** The short name of a subject: its level is said beside it. */
export function subjectText(subject: string, { w }: Pick<Said, 'w'>): string {
  return w.subjects[subject] ?? subject;
}

export function subjectsText(subjects: readonly string[], said: Pick<Said, 'w'>): string {
  return said.w.listed(subjects.map((subject) => subjectText(subject, said)));
}
