// The units whose facts go into a report: all that ever lay below its unit, by the links of the tree, and how they were known at an instant.
import { type Chains, chainsOf, reachOf } from '../domain/figures/chains.ts';
import type { Instant } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { OpenDataDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';

/** Before every day: whatever lies below a unit on a later one is found. */
const EVER = '';
const AT_ONCE = 16;

/** A unit and what ever lay below it, so many levels deep; level by level, by id. */
export async function everBelow(
  deps: OpenDataDeps,
  root: string,
  levels = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const found = new Set([root]);
  for (let level = 0, above = [root]; level < levels && above.length > 0; level += 1) {
    const below = new Set<string>();
    await inParallel(AT_ONCE, above, async (unit) => {
      for (const id of await deps.store.units.childrenFrom(unit, EVER)) if (!found.has(id)) below.add(id);
    });
    above = [...below].sort();
    for (const id of above) found.add(id);
  }
  return [...found];
}

export interface KnownTree {
  units: ReadonlyMap<string, Unit>;
  chains: Chains;
}

/** Units and all that their chains pass through, as they were known at an instant; of which nothing is kept from then, as they are. */
export async function treeAsOf(deps: OpenDataDeps, ids: readonly string[], instant: Instant): Promise<KnownTree> {
  const units = await reachOf(ids, async (wanted) => {
    const kept: Map<string, Unit> = await deps.store.factHistory.unitsAsOf(wanted, instant);
    const missing = wanted.filter((id) => !kept.has(id));
    for (const [id, unit] of await deps.store.units.getMany(missing)) kept.set(id, unit);
    return kept;
  });
  return { units, chains: chainsOf((id) => units.get(id)) };
}
