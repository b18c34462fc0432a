// The scoring rules by version. An attempt is stamped with the profile it was graded by, so a later rule never rewrites an old score.
// Source of official-1: the paper's own instructions as every edition since 2008 repeats them: 单选 1 mark; 多选 2 marks, two to four right of
// five, any wrong option 0, otherwise 0.5 for each right option picked.
import type { Kind } from '../questions/question.ts';

/** Marks in half-points: 1 mark = 2. Integers, so that sums never round. */
export type HalfPoints = number;

export interface KindRule {
  /** For exactly the key. */
  full: HalfPoints;
  /** For each right option when some, but not all, are picked and none is wrong; 0 where part of a key earns nothing. */
  perRightPick: HalfPoints;
  /** How many options the official form has. */
  options: number;
  /** How many of them may be right, at least and at most. */
  right: { min: number; max: number };
}

export interface ScoringProfile {
  id: string;
  kinds: Record<Kind, KindRule>;
}

export const OFFICIAL_1: ScoringProfile = {
  id: 'official-1',
  kinds: {
    single: { full: 2, perRightPick: 0, options: 4, right: { min: 1, max: 1 } },
    multiple: { full: 4, perRightPick: 1, options: 5, right: { min: 2, max: 4 } },
  },
};
