// Pools: the experts, talents and supervisors (头雁) a bureau has selected. A membership has its days and the record of the selection.
import { holdsOn, overlap, type Period } from '../period.ts';
import type { Day } from '../time.ts';

/** 专家库、人才库、督导人才（头雁）. */
export type Pool = 'expert' | 'talent' | 'supervisor';

/** What a membership rests on. */
export interface Selection {
  day: Day;
  /** The unit that selected. */
  by: string;
  /** The notice or the minutes: 文号 or a name by which it can be found. */
  basis: string;
}

export interface PoolMembership extends Period {
  pool: Pool;
  selection: Selection;
}

export type PoolChange =
  | { ok: true; memberships: PoolMembership[] }
  /** In the pool already, then or later · selected after it begins · not in the pool on that day · out before the first day in. */
  | { ok: false; reason: 'already-in' | 'selected-later' | 'not-in' | 'too-early' };

/** The memberships of a day. */
export function poolsOn(memberships: readonly PoolMembership[], day: Day): PoolMembership[] {
  return memberships.filter((membership) => holdsOn(membership, day));
}

/** Adds a membership. The same pool twice on one day is refused: a person counts once. */
export function joinPool(memberships: readonly PoolMembership[], joining: PoolMembership): PoolChange {
  if (joining.to !== undefined && joining.to <= joining.from) return { ok: false, reason: 'too-early' };
  if (joining.selection.day > joining.from) return { ok: false, reason: 'selected-later' };
  const taken = memberships.some((other) => other.pool === joining.pool && overlap(other, joining));
  return taken ? { ok: false, reason: 'already-in' } : { ok: true, memberships: [...memberships, joining] };
}

/** Ends the membership of a pool: `day` is the first day outside. Its selection stays on record. */
export function leavePool(memberships: readonly PoolMembership[], pool: Pool, day: Day): PoolChange {
  const current = poolsOn(memberships, day).find((membership) => membership.pool === pool);
  if (current === undefined) return { ok: false, reason: 'not-in' };
  if (current.from >= day) return { ok: false, reason: 'too-early' };
  return { ok: true, memberships: memberships.map((one) => (one === current ? { ...one, to: day } : one)) };
}
