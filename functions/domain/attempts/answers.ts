// Answers of an attempt: which of two changes holds, and whether one counts. A change carries one number, its `seq`: the milliseconds since the start at
// which it was made, by the device's estimate of the server's clock, and always more than the device's last. It orders the changes and dates them.
import type { OptionId } from '../questions/question.ts';
import { type Instant, instantOf, msOf } from '../time.ts';
import type { Attempt } from './attempt.ts';

/** What stands at a question. `n` counts from 1 in the order of the paper. */
export interface Answered {
  n: number;
  seq: number;
  device: string;
  receivedAt: Instant;
  picked: readonly OptionId[];
  /** 标记: to be looked at again. */
  flagged: boolean;
  /** Seconds that the question was on the screen so far. */
  spentS: number;
}

/** What was written to a part of a question that is answered in words. */
export interface Written {
  n: number;
  part: string;
  seq: number;
  device: string;
  receivedAt: Instant;
  text: string;
}

export type LateReason =
  /** After the deadline. */
  | 'made-after-deadline'
  /** In time, and it arrived when deadline and grace were over. */
  | 'received-after-grace'
  /** The attempt had been handed in. */
  | 'received-after-hand-in'
  /** The attempt was taken back. */
  | 'voided';

export type AnswerVerdict = { counts: true } | { counts: false; reason: LateReason };

interface Change {
  seq: number;
  device: string;
}

/** Whether a change goes before another of the same question: made later; of two made at once, the device whose id sorts last. */
export function isNewer(a: Change, b: Change): boolean {
  return a.seq === b.seq ? a.device > b.device : a.seq > b.seq;
}

/** The changes of a paper, one for each question, whatever their order and however often each came: the newest. */
export function merged(changes: readonly Answered[]): Answered[] {
  const byQuestion = new Map<number, Answered>();
  for (const change of changes) {
    const held = byQuestion.get(change.n);
    if (held === undefined || isNewer(change, held)) byQuestion.set(change.n, change);
  }
  return [...byQuestion.values()].sort((a, b) => a.n - b.n);
}

/** A change's number as it is stored: nobody makes a change after it has arrived. */
export function seqAt(attempt: Pick<Attempt, 'startedAt'>, seq: number, receivedAt: Instant): number {
  return Math.min(seq, Math.max(0, msOf(receivedAt) - msOf(attempt.startedAt)));
}

/** When a change was made. */
export function madeAt({ startedAt }: Pick<Attempt, 'startedAt'>, seq: number): Instant {
  return instantOf(msOf(startedAt) + seq);
}

/** Whether a change counts, by the rule that is stated on the screen: made in time, and here within the grace. */
export function verdictOf(attempt: Attempt, { seq, receivedAt }: Pick<Answered, 'seq' | 'receivedAt'>): AnswerVerdict {
  const { deadline, graceMs, state, closing, endedAt } = attempt;
  const end = closing?.at ?? endedAt;
  if (state === 'voided') return late('voided');
  if (madeAt(attempt, seq) > deadline) return late('made-after-deadline');
  if (msOf(receivedAt) > msOf(deadline) + graceMs) return late('received-after-grace');
  const isHandedIn = (closing?.as ?? state) === 'submitted';
  // What arrived before a hand-in counts; that it is looked at afterwards does not matter.
  if (isHandedIn && end !== undefined && receivedAt > end && end < deadline) return late('received-after-hand-in');
  return { counts: true };
}

function late(reason: LateReason): AnswerVerdict {
  return { counts: false, reason };
}
