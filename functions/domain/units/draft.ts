// A change in the making: units laid over the world as it stands, step by step, with nothing written until all steps and laws agree.
// A step answers with the next draft or with why it is refused, and by which unit.
import type { Day } from '../time.ts';
import { type FaultCode, faultsOfUnit } from './faults.ts';
import { childrenFrom, type Lookup, type UnitIndex } from './tree.ts';
import { existsOn, linksOf, type Unit } from './unit.ts';

/** The units as they stand. `childrenFrom`: the ids of those directly below a unit on a day or on any later one. */
export interface World {
  lookup: Lookup;
  childrenFrom: (id: string, day: Day) => readonly string[];
}

/** Why a change is refused: it would break a law of the tree, or one of these. */
export type Refusal =
  | FaultCode
  | 'unit-unknown'
  | 'id-taken'
  /** The unit is not there on the day of the change. */
  | 'not-open'
  /** What is changed already has an entry of that day or of a later one: history is added to, not rewritten. */
  | 'later-change'
  | 'no-change'
  | 'name-blank'
  | 'quota-invalid'
  | 'open-children'
  | 'has-members'
  | 'too-few-units'
  /** One unit is named twice in a merge or a split. */
  | 'same-unit'
  | 'not-a-child'
  | 'not-a-successor'
  | 'post-held'
  | 'post-not-held'
  /** A rectification names an entry that is not there. */
  | 'entry-unknown';

export interface Refused {
  ok: false;
  reason: Refusal;
  unit: string;
}

export interface Draft extends World {
  base: World;
  changed: ReadonlyMap<string, Unit>;
}

export type Drafted = { ok: true; draft: Draft } | Refused;

export type Step = (draft: Draft) => Drafted;

/** The changed and the new units, whole, each one version further; or why nothing changes. */
export type Outcome = { ok: true; units: Unit[] } | Refused;

/** The world of an index. */
export function worldOf(index: UnitIndex): World {
  return { lookup: (id) => index.units.get(id), childrenFrom: (id, day) => childrenFrom(index, id, day) };
}

/** A draft in which nothing has changed yet. */
export function draftOf(world: World): Draft {
  return overlaid(world, new Map());
}

/** The draft with a unit as it shall be. */
export function put(draft: Draft, unit: Unit): Drafted {
  return { ok: true, draft: overlaid(draft.base, new Map(draft.changed).set(unit.id, unit)) };
}

export function refuse(reason: Refusal, unit: string): Refused {
  return { ok: false, reason, unit };
}

/** Steps one after the other; the first refusal ends them. */
export function inTurn(draft: Draft, steps: readonly Step[]): Drafted {
  let drafted: Drafted = { ok: true, draft };
  for (const step of steps) {
    if (!drafted.ok) return drafted;
    drafted = step(drafted.draft);
  }
  return drafted;
}

/** A unit, and how it is changed on a day on which it must be there. */
export interface Edit {
  unit: string;
  day: Day;
  edit: (unit: Unit) => Unit | Refusal;
}

/** The draft with one unit edited. */
export function edited(draft: Draft, { unit: id, day, edit }: Edit): Drafted {
  const unit = draft.lookup(id);
  if (unit === undefined) return refuse('unit-unknown', id);
  if (!existsOn(unit, day)) return refuse('not-open', id);
  const next = edit(unit);
  return typeof next === 'string' ? refuse(next, id) : put(draft, next);
}

/** Refuses what breaks a law, with the first one broken. */
export function lawful(draft: Draft, ids: Iterable<string>): Drafted {
  for (const id of ids) {
    const unit = draft.lookup(id);
    const fault = unit === undefined ? undefined : faultsOfUnit(draft.lookup, unit)[0];
    if (fault !== undefined) return refuse(fault.fault, id);
  }
  return { ok: true, draft };
}

/** The outcome of a draft: each changed unit must keep the laws on all its days. */
export function sealed(draft: Draft): Outcome {
  const checked = lawful(draft, draft.changed.keys());
  if (!checked.ok) return checked;
  const units = [...draft.changed.values()];
  return { ok: true, units: units.map((u) => ({ ...u, version: (draft.base.lookup(u.id)?.version ?? 0) + 1 })) };
}

function overlaid(base: World, changed: ReadonlyMap<string, Unit>): Draft {
  const lookup: Lookup = (id) => changed.get(id) ?? base.lookup(id);
  const isBelow = (child: string, id: string, day: Day) => {
    const unit = lookup(child);
    return unit !== undefined && linksOf(unit).some((l) => l.parent === id && (l.to === undefined || day < l.to));
  };
  return {
    base,
    changed,
    lookup,
    childrenFrom: (id, day) =>
      [...new Set([...base.childrenFrom(id, day), ...changed.keys()])].filter((child) => isBelow(child, id, day)),
  };
}
