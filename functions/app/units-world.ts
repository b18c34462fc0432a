// The part of the tree that a change must be judged on, read beforehand: the units it names, everything they were ever under, and the children of what ends.
import type { Day } from '../domain/time.ts';
import type { World } from '../domain/units/draft.ts';
import type { StoredUnit } from '../store/units.ts';
import type { StaffDeps } from './deps.ts';

export interface Gathered {
  world: World;
  units: ReadonlyMap<string, StoredUnit>;
}

/** Reads what a change needs. `closing`: the units whose children, from `day` on, are needed too. */
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
