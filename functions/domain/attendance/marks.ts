// The marks of a session: that somebody came, went, or was there in between. A mark is a fact and never edited; what was wrong is voided by another.
import type { Instant } from '../time.ts';

/** How a mark was made: by scanning or typing the door's code, by hand, at a door without a network, or sent on by the trainer's device. */
export type How = 'scan' | 'digits' | 'manual' | 'offline' | 'relayed';

interface Fact {
  /** The mark's number among the person's marks of the session: 1, 2, 3 … in the order of receipt. */
  n: number;
  /** When the person was at the door, by the server's clock; for a mark by hand, the time that was entered. For a void, when it was voided. */
  at: Instant;
  how: How;
  /** Who made it and why, for a mark that the person did not make alone. */
  by?: string | undefined;
  why?: string | undefined;
}

/** 签到、签退、抽查. */
export interface Presence extends Fact {
  kind: 'in' | 'out' | 'mid';
  /** The phone that was held to the code, or the device of whoever kept the door. */
  device?: string | undefined;
  /** Of somebody who was not enrolled. */
  walkIn?: boolean | undefined;
}

/** A mark taken back. */
export interface Void extends Fact {
  kind: 'void';
  /** The number of the mark that counts no more. */
  of: number;
}

export type Mark = Presence | Void;

/** The order of ties at one instant, and of nothing else. */
const KINDS: readonly Presence['kind'][] = ['in', 'mid', 'out'];

/**
 * The marks that count, by time: those that no void names, each once. The order in which they were received decides nothing. A void is for
 * good: one that names another void changes nothing, and what was voided by mistake is marked again by hand.
 */
export function standing(marks: readonly Mark[]): Presence[] {
  const voids = new Set(voidsOf(marks).map(({ of }) => of));
  const kept = new Map<number, Presence>();
  for (const mark of marks) if (mark.kind !== 'void' && !voids.has(mark.n)) kept.set(mark.n, mark);
  return [...kept.values()].sort(byTime);
}

/** The marks that were taken back, by time, each with the first void that did it. */
export function voided(marks: readonly Mark[]): { mark: Presence; by: Void }[] {
  const first = new Map<number, Void>();
  for (const one of voidsOf(marks))
    if (one.n < (first.get(one.of)?.n ?? Number.POSITIVE_INFINITY)) first.set(one.of, one);
  const pairs = new Map<number, { mark: Presence; by: Void }>();
  for (const mark of marks) {
    const by = first.get(mark.n);
    if (mark.kind !== 'void' && by !== undefined) pairs.set(mark.n, { mark, by });
  }
  return [...pairs.values()].sort((a, b) => byTime(a.mark, b.mark));
}

/** Whether somebody else made it than the person at the door: 补签 and the like. */
export function isByHand({ how }: Pick<Mark, 'how'>): boolean {
  return how === 'manual';
}

function voidsOf(marks: readonly Mark[]): Void[] {
  return marks.filter((mark) => mark.kind === 'void');
}

function byTime(a: Presence, b: Presence): number {
  return order(sortText(a), sortText(b)) || a.n - b.n;
}

/** Time first; then what tells two marks of one instant apart, whichever was received first. */
function sortText({ at, kind, how, by = '', why = '' }: Presence): string {
  return [at, KINDS.indexOf(kind), how, by, why].join('\n');
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
