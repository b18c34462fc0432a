// Progress over a set of questions (a chapter, a subject): coverage, accuracy, mastery. The definitions are shown to the candidate.
import type { HalfPoints } from '../grading/profile.ts';
import { recordOf, type State } from './fold.ts';

export interface Progress {
  /** How many questions there are, and how many of them were answered at least once (覆盖). */
  total: number;
  covered: number;
  /** All answers, and those with full marks: accuracy (正确率) = rights ÷ answers. */
  answers: number;
  rights: number;
  /** Marks earned of the marks possible over all answers (得分率). */
  earned: HalfPoints;
  possible: HalfPoints;
  /** Mastery steps: each question gives 0, 1 or 2 for that many full-mark answers in a row; mastery (掌握度) = steps ÷ (2 × total). */
  steps: number;
}

/** Full-mark answers in a row that count as mastered. */
const MASTERED = 2;

/** Progress over the named questions; other questions in the state do not count. */
export function progressOf(state: State, questions: Iterable<string>): Progress {
  const sum: Progress = { total: 0, covered: 0, answers: 0, rights: 0, earned: 0, possible: 0, steps: 0 };
  for (const id of questions) {
    const record = recordOf(state, id);
    sum.total += 1;
    sum.covered += record.answers > 0 ? 1 : 0;
    sum.answers += record.answers;
    sum.rights += record.rights;
    sum.earned += record.earned;
    sum.possible += record.possible;
    sum.steps += Math.min(record.streak, MASTERED);
  }
  return sum;
}

/** A share in whole per cent; undefined when there is nothing to divide by. Rounds down, so that 100 means all. */
export function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.floor((part * 100) / whole);
}

/** Mastery in whole per cent; undefined for no questions. */
export function mastery(progress: Progress): number | undefined {
  return percent(progress.steps, progress.total * MASTERED);
}
