// The units of a subtree, some at a time, for what goes through many chains: those that lie there today, and those that are closed and lay there last.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can } from '../domain/access/can.ts';
import type { Day } from '../domain/time.ts';
import { parentOn } from '../domain/units/unit.ts';
import { dayWithin, placeOf, today } from './access.ts';
import type { StaffDeps } from './deps.ts';
import { below, type Step, walkOn } from './tree-walk.ts';

/** Where one stands: the units that were found and are still to be dealt with, and the walk to the others. Small enough for a cursor. */
export interface Subtree {
  left: string[];
  stack: Step[];
}

const UNITS_AT_ONCE = 20;

/** Before every day there is. */
const BEFORE_ALL: Day = '0000-00-00';

/** A unit, and with `deep` all below it. */
export function beginSubtree(unit: string, deep: boolean): Subtree {
  return { left: [unit], stack: deep ? below(unit) : [] };
}

/** The same, with more units when none is left of those that were found. Only units that the actor has the right at are among them. */
export async function unitsNext(
  deps: StaffDeps,
  actor: Actor,
  { unit, right, subtree }: { unit: string; right: Action; subtree: Subtree },
): Promise<Subtree> {
  let { left, stack } = subtree;
  const children = (parent: string | null) => childrenOf(deps, parent);
  while (left.length === 0 && stack.length > 0) {
    const walked = await walkOn(stack, { children, limit: UNITS_AT_ONCE });
    left = await reached(deps, actor, { ids: walked.found.map(({ id }) => id), unit, right });
    stack = walked.stack;
  }
  return { left, stack };
}

/** The units whose last or present parent this is: so each is met once, wherever it has been. */
async function childrenOf(deps: StaffDeps, parent: string | null): Promise<string[]> {
  const ids = await deps.store.units.childrenFrom(parent, BEFORE_ALL);
  const units = await deps.store.units.getMany(ids);
  const day = today(deps);
  return [...units.values()]
    .filter((one) => parentOn(one, dayWithin(one, day)) === parent)
    .map(({ id }) => id)
    .sort();
}

/** Those at which the actor has the right, and that lie below the unit: the tree may have changed since the page before. */
async function reached(
  deps: StaffDeps,
  actor: Actor,
  { ids, unit, right }: { ids: readonly string[]; unit: string; right: Action },
): Promise<string[]> {
  const units = await deps.store.units.getMany(ids);
  const day = today(deps);
  const asked = [...units.values()].map(async (one) => {
    const place = await placeOf(deps, one, day);
    return place.ancestors.includes(unit) && can[right](actor, place) ? [one.id] : [];
  });
  return (await Promise.all(asked)).flat().sort();
}
