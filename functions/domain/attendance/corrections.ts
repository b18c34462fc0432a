// Corrections of somebody's marks: voids and new marks by hand, with who and why. While the course runs they hold at once; once it is closed they are
// proposed, and hold only when another person has approved them.
import type { Instant } from '../time.ts';
import { type Mark, type Presence, standing } from './marks.ts';

/** A mark to be added, or one to be taken back by its number. */
export type WantedMark = { kind: Presence['kind']; at: Instant } | { kind: 'void'; of: number };

export type CorrectionState = 'proposed' | 'approved' | 'refused';

export interface Correction {
  state: CorrectionState;
  marks: readonly WantedMark[];
  /** Who asked for it, when and why. */
  by: string;
  at: Instant;
  why: string;
  /** Missing for one that held at once, and while nobody has decided. */
  decided?: { by: string; at: Instant; why: string } | undefined;
}

export type CorrectionMove = 'approve' | 'refuse';

/** Who asked does not decide, neither way: a refusal of one's own would hide that it was asked for. Both say why. */
const MOVES: Record<CorrectionMove, { from: CorrectionState; to: CorrectionState }> = {
  approve: { from: 'proposed', to: 'approved' },
  refuse: { from: 'proposed', to: 'refused' },
};

/** `nothing`: it would change nothing. `no-such-mark`: it takes back what is not there or was taken back before. */
export type CorrectionFault = 'no-reason' | 'nothing' | 'no-such-mark';

export type Begun = { ok: true; correction: Correction } | { ok: false; reason: CorrectionFault };

export type Decided = { ok: true; correction: Correction } | { ok: false; reason: 'wrong-state' | 'own' | 'no-reason' };

/** A correction of the marks that a person has; `isClosed` is whether the course is. */
export function beginCorrection(
  asked: Pick<Correction, 'marks' | 'by' | 'at' | 'why'>,
  held: readonly Mark[],
  isClosed: boolean,
): Begun {
  const { marks, by, at, why } = asked;
  if (why.trim() === '') return { ok: false, reason: 'no-reason' };
  if (marks.length === 0) return { ok: false, reason: 'nothing' };
  const there = new Set(standing(held).map(({ n }) => n));
  const voids = marks.flatMap((mark) => (mark.kind === 'void' ? [mark.of] : []));
  if (new Set(voids).size < voids.length || voids.some((n) => !there.has(n))) {
    return { ok: false, reason: 'no-such-mark' };
  }
  return { ok: true, correction: { state: isClosed ? 'proposed' : 'approved', marks, by, at, why } };
}

/** Whether the table lets a person make a move; the button and the write ask the same. */
export function canDecide(correction: Correction, move: CorrectionMove, by: string): boolean {
  return faultOf(correction, move, by) === undefined;
}

/** A correction after somebody's decision. */
export function decideCorrection(
  correction: Correction,
  move: CorrectionMove,
  decided: { by: string; at: Instant; why: string },
): Decided {
  const reason = faultOf(correction, move, decided.by) ?? (decided.why.trim() === '' ? 'no-reason' : undefined);
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, correction: { ...correction, state: MOVES[move].to, decided } };
}

/**
 * The facts a correction adds to the marks that are there, numbered on from the last: none unless it is approved. They carry the name and reason of
 * who asked; who approved stands in the correction. A mark that was taken back meanwhile by somebody else is not taken back again.
 */
export function factsOf({ state, marks, by, at, why }: Correction, held: readonly Mark[]): Mark[] {
  if (state !== 'approved') return [];
  const last = held.reduce((most, { n }) => Math.max(most, n), 0);
  const there = new Set(standing(held).map(({ n }) => n));
  return marks
    .filter((mark) => mark.kind !== 'void' || there.has(mark.of))
    .map((mark, i) => {
      const fact = { n: last + 1 + i, how: 'manual', by, why } as const;
      return mark.kind === 'void'
        ? { ...fact, kind: 'void', of: mark.of, at }
        : { ...fact, kind: mark.kind, at: mark.at };
    });
}

function faultOf(correction: Correction, move: CorrectionMove, by: string): 'wrong-state' | 'own' | undefined {
  if (correction.state !== MOVES[move].from) return 'wrong-state';
  return correction.by === by ? 'own' : undefined;
}
