// The wrong book (错题本): what was answered with less than full marks and has not been put right since.
import type { Instant } from '../time.ts';
import type { QuestionRecord, State } from './fold.ts';

/** Whether a question stands in the wrong book: it enters with an answer below full marks (少选 included), and leaves after `streak` full-mark
 * answers in a row or when it is taken out by hand; a new wrong answer brings it back. */
export function isInWrongBook(record: Readonly<QuestionRecord>, streak: number): boolean {
  if (record.lastWrongAt === undefined || record.streak >= streak) return false;
  return record.dismissedAt === undefined || record.dismissedAt < record.lastWrongAt;
}

/** The questions in the wrong book, the latest mistake first; those wrong since `since` when given. */
export function wrongBook(state: State, since?: Instant): string[] {
  return [...state.questions]
    .filter(([, record]) => isInWrongBook(record, state.streak))
    .filter(([, record]) => since === undefined || (record.lastWrongAt ?? '') >= since)
    .sort(([a, x], [b, y]) => order(y.lastWrongAt ?? '', x.lastWrongAt ?? '') || order(a, b))
    .map(([id]) => id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
