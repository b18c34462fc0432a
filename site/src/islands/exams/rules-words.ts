// What the entry rules and the guide say, in the page's language.
import { examRulesEn } from '../../words/en-exams-rules.ts';
import type { Lang } from '../../words/lang.ts';
import { type ExamRulesWords, examRulesZh } from '../../words/zh-exams-rules.ts';

export function rulesWords(lang: Lang): ExamRulesWords {
  return lang === 'zh' ? examRulesZh : examRulesEn;
}
