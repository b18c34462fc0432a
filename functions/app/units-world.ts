// The part of the tree that a change must be judged on, read beforehand: the units it names, everything they were ever under, and the children of what ends.
import type { Day } from '../domain/time.ts';
import type { Change } from '../domain/units/changes.ts';
import type { World } from '../domain/units/draft.ts';
import type { Opening } from '../domain/units/life.ts';
import { childrenSince } from '../domain/units/rectify.ts';
import type { StoredUnit } from '../store/units.ts';
import type { StaffDeps } from './deps.ts';

export interface Gathered {
  world: World;
  units: ReadonlyMap<string, StoredUnit>;
}

/** Reads what a change that holds from `day` on needs. */
export function gatherFor(deps: StaffDeps, wanted: Change, day: Day): Promise<Gathered> {
  return gather(deps, { ids: idsIn(wanted), ...endingIn(wanted, day) });
}

/** Reads units and what they were ever under. `closing`: the units whose children, from `day` on, are needed too. */
export async function gather(
  deps: StaffDeps,
  { ids, closing, day }: { ids: readonly string[]; closing: readonly string[]; day: Day },
): Promise<Gathered> {
  const below = new Map<string, string[]>();
  for (const id of closing) below.set(id, await deps.store.units.childrenFrom(id, day));
  const units = new Map<string, StoredUnit>();
  let wanted = [...new Set([...ids, ...[...below.values()].flat()])];
  while (wanted.length > 0) {
    const found = await deps.store.units.getMany(wanted);
    for (const [id, unit] of found) units.set(id, unit);
    const above = [...found.values()].flatMap((unit) => unit.parents.map(({ value }) => value));
    wanted = [...new Set(above)].filter((id) => id !== null).filter((id) => !units.has(id));
  }
  const world: World = { lookup: (id) => units.get(id), childrenFrom: (id) => below.get(id) ?? [] };
  return { world, units };
}

/** The units a change names. */
function idsIn(wanted: Change): string[] {
  switch (wanted.kind) {
    case 'open':
      return placeIds([wanted.opening]);
    case 'merge':
      return [...wanted.units, ...placeIds([wanted.into])];
    case 'split':
      return [wanted.unit, ...placeIds(wanted.into), ...wanted.children.map(({ child }) => child)];
    case 'move':
      return [wanted.unit, wanted.parent];
    case 'rectify':
      return [wanted.unit, ...(wanted.field === 'parent' && wanted.right?.value ? [wanted.right.value] : [])];
    default:
      return [wanted.unit];
  }
}

/** The units whose children must be known, because they go on without their parent or must fit into its life; and from which day on. */
function endingIn(wanted: Change, day: Day): { closing: string[]; day: Day } {
  switch (wanted.kind) {
    case 'merge':
      return { closing: wanted.units, day };
    case 'close':
    case 'split':
      return { closing: [wanted.unit], day };
    case 'rectify': {
      const since = childrenSince(wanted);
      return since === undefined ? { closing: [], day } : { closing: [wanted.unit], day: since };
    }
    default:
      return { closing: [], day };
  }
}

function placeIds(into: readonly (string | Opening)[]): string[] {
  return into.map((one) => (typeof one === 'string' ? one : one.parent)).filter((id) => id !== null);
}
