// What every part of the exam page finds around it: words, who sits, and the attempt itself, drawn anew whenever it changes.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import type { ExamEnv } from '../../exam/env.ts';
import type { Exam } from '../../exam/exam.ts';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/zh.ts';
import type { ExamWords } from '../../words/zh-exam.ts';

export interface ExamShell {
  lang: Lang;
  words: Words;
  t: ExamWords;
  /** The address of a page in the page's language. */
  page(path: string): string;
  /** The address that signs in and comes back here. */
  loginAddress: string;
  call: Call;
  env: ExamEnv;
  /** Whose attempts these are; missing for a guest. */
  person?: string;
  /** Says something for a few seconds. */
  toast(text: string): void;
  /** The attempt that the address names. */
  attempt: string;
}

const ShellContext = createContext<ExamShell | undefined>(undefined);
export const ExamShellProvider = ShellContext.Provider;

export function useExamShell(): ExamShell {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error('a part of the exam page stands outside its shell');
  return shell;
}

const ExamContext = createContext<Exam | undefined>(undefined);
export const ExamProvider = ExamContext.Provider;

export function useExam(): Exam {
  const exam = useContext(ExamContext);
  if (exam === undefined) throw new Error('a part of the exam page stands outside its attempt');
  const [, draw] = useState(0);
  useEffect(() => exam.subscribe(() => draw((n) => n + 1)), [exam]);
  return exam;
}
