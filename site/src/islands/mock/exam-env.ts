// What the sitting's own storage takes from the browser, made once a page.
import { type ExamEnv, examEnv as makeExamEnv } from '../../exam/env.ts';
import { browserEnv } from '../../journal/env.ts';

let made: ExamEnv | undefined;

export function examEnv(): ExamEnv {
  made ??= makeExamEnv(browserEnv());
  return made;
}
