// The practice journal: everything a person does while practising, as entries that are only ever added.
// An entry is known by (device, seq); the set of all entries is the truth and every figure is a fold of it.
import type { HalfPoints } from '../grading/profile.ts';
import type { OptionId } from '../questions/question.ts';
import type { Instant } from '../time.ts';

/** 标记 (look at it again in this drill), 收藏 (keep it), 移出错题本 (I know this now). */
export type Mark = 'flag' | 'favourite' | 'dismissed';

export type Change =
  /** `profile` is the id of the scoring profile it was graded by: a later rule never rewrites an old score. */
  | {
      kind: 'answer';
      question: string;
      version: number;
      profile: string;
      picked: OptionId[];
      earned: HalfPoints;
      possible: HalfPoints;
    }
  | { kind: 'mark'; question: string; mark: Mark; on: boolean }
  | { kind: 'note'; question: string; text: string }
  /** How many right answers in a row take a question out of the wrong book. */
  | { kind: 'setting'; name: 'streak'; value: number };

/** A change and when it was made, by the hybrid clock of `stampAfter`. */
export type Stamped = Change & { at: Instant };

/** `seq` counts from 1 on each device, without gaps. */
export type Entry = Stamped & { device: string; seq: number };

/** Consecutive entries of one device, as they travel and as they are stored: written once, never changed. */
export interface Batch {
  device: string;
  /** The sequence number of `entries[0]`. */
  first: number;
  entries: Stamped[];
}

/** A batch holds 1 to 50 entries: what costs two write units, see goals P2. */
export const BATCH_MOST = 50;

/** The first and the last instant an entry may carry: what lies beyond them comes from a clock that was never set. */
export const STAMPS = { first: '2000-01-01T00:00:00.000Z', last: '2099-12-31T23:59:59.999Z' } as const;

/** The longest note, in characters. */
export const NOTE_MOST = 1000;

/** The bounds of the wrong book's setting, and where it starts. */
export const STREAK = { min: 1, max: 5, usual: 2 } as const;

/** The entries of a batch with their identities. */
export function entriesOf(batch: Batch): Entry[] {
  return batch.entries.map((entry, i) => ({ ...entry, device: batch.device, seq: batch.first + i }));
}
