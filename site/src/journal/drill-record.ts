// A drill as the browser keeps it, so that it is resumed where it was left. It stays on the device; only its answers travel, as entries.
import type { HalfPoints } from '../../../functions/domain/grading/profile.ts';
import type { Mode, Order } from '../../../functions/domain/practice/drill.ts';
import type { Kind, OptionId } from '../../../functions/domain/questions/question.ts';
import type { Named } from '../../../functions/domain/questions/release.ts';
import type { Instant } from '../../../functions/domain/time.ts';

/** An answer given in this drill, to the version of the question it was given to. */
export interface Given {
  picked: OptionId[];
  earned: HalfPoints;
  possible: HalfPoints;
  version: number;
}

export interface Drill {
  id: string;
  /** What the title is put together from, in both languages: the paper, then the chapters. */
  title: Named[];
  subject: string;
  chapterIds: string[];
  mode: Mode;
  order: Order;
  /** One kind alone, or both when missing. */
  kind?: Kind;
  /** Question ids, fixed at the start. */
  questions: string[];
  /** Where the candidate stands: an index into `questions`. */
  index: number;
  given: Record<string, Given>;
  startedAt: Instant;
  updatedAt: Instant;
}
