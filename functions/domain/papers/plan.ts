// What an examiner may still decide about a set paper, and what is wrong with a plan. The table of moves offers the buttons and is asked again before
// anything is written.
import { type Instant, instantOf, msOf } from '../time.ts';
import { allOverAt, phaseOf, type SetPaper } from './set-paper.ts';

/** Changes end so long before the opening: the clocks of two functions may differ by less, and nobody starts what is changed at that moment. */
const STILL_MS = 10_000;

/** The longest window in which a paper may be started. */
const WINDOW_MOST_MS = 60 * 86_400_000;

export type PaperMove = 'edit' | 'close-later' | 'release' | 'cancel';

export type PaperRefusal =
  /** Somebody may have seen its questions. */
  | 'paper-opened'
  /** Everybody who may have started has ended. */
  | 'paper-over'
  | 'paper-cancelled'
  /** Its results are released by no hand, or were already. */
  | 'paper-released';

type Standing = Pick<
  SetPaper,
  'state' | 'opensAt' | 'closesAt' | 'minutes' | 'factorMost' | 'graceMs' | 'results' | 'releasedAt'
>;

/** Why a move is refused; undefined for one that may be made. */
export function againstMove(paper: Standing, move: PaperMove, now: Instant): PaperRefusal | undefined {
  const phase = phaseOf(paper, now);
  if (move === 'release') return againstRelease(paper, now);
  if (phase === 'cancelled') return 'paper-cancelled';
  if (move === 'edit') return now >= instantOf(msOf(paper.opensAt) - STILL_MS) ? 'paper-opened' : undefined;
  return now > allOverAt(paper) ? 'paper-over' : undefined;
}

/** Marks of a paper that was cancelled half-way are released, too. */
function againstRelease({ results, releasedAt, opensAt }: Standing, now: Instant): PaperRefusal | undefined {
  return results !== 'by-hand' || releasedAt !== undefined || now < opensAt ? 'paper-released' : undefined;
}

export type PlanFault = 'closes-before-opens' | 'closes-in-past' | 'window-too-long' | 'closes-no-later';

/** What is wrong with a window; undefined for one that is in order. `before`: the closing that a later one must be later than. */
export function windowFault(
  { opensAt, closesAt }: Pick<SetPaper, 'opensAt' | 'closesAt'>,
  now: Instant,
  before?: Instant,
): PlanFault | undefined {
  if (closesAt <= opensAt) return 'closes-before-opens';
  if (closesAt <= now) return 'closes-in-past';
  if (msOf(closesAt) - msOf(opensAt) > WINDOW_MOST_MS) return 'window-too-long';
  return before !== undefined && closesAt <= before ? 'closes-no-later' : undefined;
}
