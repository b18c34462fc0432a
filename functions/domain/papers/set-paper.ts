// A set paper: one paper for a group, in a window of time, with what its examiner has decided about results.
import { allowedMs, type Mode } from '../attempts/attempt.ts';
import { type Instant, instantOf, msOf } from '../time.ts';
import type { PaperForm } from './blueprint.ts';

/** An item in the version that was chosen: what a paper and an attempt are pinned to. */
export interface ItemRef {
  id: string;
  version: number;
}

export const RESULT_POLICIES = ['at-once', 'after-close', 'by-hand'] as const;
export const REVIEW_POLICIES = ['after-close', 'never'] as const;
export const RANKINGS = ['off', 'pseudonymous', 'named'] as const;

export interface SetPaper {
  id: string;
  /** Whose paper it is. */
  unit: string;
  /** Who may sit it: who has a seat in a course, or who belongs to a unit or to one below it. */
  group: { kind: 'course' | 'unit'; id: string };
  title: string;
  subject: string;
  form: PaperForm;
  blueprint: string;
  mode: Mode;
  /** From when one may start, and until when. */
  opensAt: Instant;
  closesAt: Instant;
  minutes: number;
  /** The most extra time that anybody was given, in percent. */
  factorMost: number;
  graceMs: number;
  /** Options in an order of each person's own. */
  shuffle: boolean;
  results: (typeof RESULT_POLICIES)[number];
  review: (typeof REVIEW_POLICIES)[number];
  ranking: (typeof RANKINGS)[number];
  seed: number;
  refs: readonly ItemRef[];
  state: 'scheduled' | 'cancelled';
  cancelled?: { at: Instant; why: string };
  createdAt: Instant;
  createdBy: string;
  /** When somebody released the results by hand. */
  releasedAt?: Instant;
  version: number;
}

export type PaperPhase = 'ahead' | 'open' | 'closed' | 'cancelled';

export function phaseOf(
  { state, opensAt, closesAt }: Pick<SetPaper, 'state' | 'opensAt' | 'closesAt'>,
  now: Instant,
): PaperPhase {
  if (state === 'cancelled') return 'cancelled';
  if (now < opensAt) return 'ahead';
  return now > closesAt ? 'closed' : 'open';
}

type Policies = Pick<SetPaper, 'results' | 'review' | 'releasedAt' | 'closesAt' | 'minutes' | 'factorMost' | 'graceMs'>;

/** Whether an attempt's marks may be shown to whoever sat it. On-demand papers have no policy: at once. */
export function areResultsOpen(paper: Policies | undefined, now: Instant): boolean {
  if (paper === undefined || paper.results === 'at-once') return true;
  if (paper.results === 'by-hand') return paper.releasedAt !== undefined && paper.releasedAt <= now;
  return isAllOver(paper, now);
}

/** Whether keys and explanations may be shown: never before the marks, and never while others may still sit the same questions. */
export function isReviewOpen(paper: Policies | undefined, now: Instant): boolean {
  if (paper === undefined) return true;
  if (paper.review === 'never' || !areResultsOpen(paper, now)) return false;
  return isAllOver(paper, now);
}

/** The last instant at which anything of it may arrive: of whoever started last and has the most time. */
export function allOverAt({
  closesAt,
  minutes,
  factorMost,
  graceMs,
}: Pick<Policies, 'closesAt' | 'minutes' | 'factorMost' | 'graceMs'>): Instant {
  return instantOf(msOf(closesAt) + allowedMs(minutes, factorMost) + graceMs);
}

/** Whether everybody who may have started has ended. */
function isAllOver(paper: Policies, now: Instant): boolean {
  return now > allOverAt(paper);
}
