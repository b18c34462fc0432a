// What became of a paper, in words: its marks, by which line it was passed, what an entry is called. Pure.
import { marksText } from '../../../../functions/domain/grading/grade.ts';
import { type Entry, type Paper, type PaperResult, type Said, subjectText } from './said.ts';

export function resultText(result: PaperResult, { w }: Pick<Said, 'w'>): string {
  return result.kind === 'marks' ? w.marks(marksText(result.marks)) : w.kinds[result.kind];
}

/** Whether it was passed, and by which line; nothing where the result says it itself, or nobody knows. */
export function verdictText({ result, verdict, line }: Pick<Paper, 'result' | 'verdict' | 'line'>, said: Said): string {
  if (result.kind !== 'marks' || verdict === undefined) return said.w.noVerdict;
  return said.w.verdicts[verdict](line === undefined ? undefined : marksText(line));
}

/** `2026 年　初级`. */
export function entryText({ year, level }: Pick<Entry, 'year' | 'level'>, { words, w }: Said): string {
  return w.yearLevel(year, words.levels[level]);
}

/** All papers of an entry on one line. */
export function papersText(papers: readonly Paper[], said: Said): string {
  return said.w.listed(
    papers.map(({ subject, result }) => said.w.paperResult(subjectText(subject, said), resultText(result, said))),
  );
}
