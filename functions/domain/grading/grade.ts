// Grading: what one answer earns under a scoring profile. One module for the browser and the functions.
import type { Kind, OptionId } from '../questions/question.ts';
import type { HalfPoints, ScoringProfile } from './profile.ts';

/** How an answer stands: `right` is exactly the key, `partial` some right and none wrong, `wrong` any wrong option, `blank` nothing picked. */
export type Verdict = 'right' | 'partial' | 'wrong' | 'blank';

export interface Grade {
  verdict: Verdict;
  /** What was earned, in half-points. */
  earned: HalfPoints;
  /** What the question could earn, in half-points. */
  possible: HalfPoints;
}

/** Grades one answer. The order of `picked` and of `key`, and an option named twice, make no difference. */
export function grade(
  profile: ScoringProfile,
  question: { kind: Kind; key: readonly OptionId[] },
  picked: readonly OptionId[],
): Grade {
  const rule = profile.kinds[question.kind];
  const key = new Set(question.key);
  const picks = new Set(picked);
  const right = [...picks].filter((id) => key.has(id)).length;
  if (picks.size === 0) return { verdict: 'blank', earned: 0, possible: rule.full };
  if (right < picks.size) return { verdict: 'wrong', earned: 0, possible: rule.full };
  if (right === key.size) return { verdict: 'right', earned: rule.full, possible: rule.full };
  return { verdict: 'partial', earned: right * rule.perRightPick, possible: rule.full };
}

/** Half-points as a person reads marks: 3 → '1.5', 4 → '2'. */
export function marksText(half: HalfPoints): string {
  return half % 2 === 0 ? String(half / 2) : `${(half - 1) / 2}.5`;
}
