// Where a unit stood on a day, and where what it did stands in the newest boundaries: by the dated parent links of the units alone, never by codes.
import { addDays, type Day } from '../time.ts';
import { ancestorsOn, type Lookup } from '../units/tree.ts';
import { existsOn, type Unit } from '../units/unit.ts';

/** The ways up from units, themselves first, the root last. Empty for a unit that is unknown. */
export interface Chains {
  /** As it was on the day. A unit that was not there yet or no more stands where it did on the nearest day of its life: nothing is lost. */
  onDay(unit: string, day: Day): readonly string[];
  /** In the newest boundaries: a unit that was merged stands where its successor does (of several the first), a closed one where it stood last. */
  newest(unit: string): readonly string[];
}

/** Longer than any real line of successors or parents: past it the data runs in a circle. */
const STEPS_MOST = 50;

/** The chains of units that have been read; `lookup` must know them, all above them on the days asked, and their successors. */
export function chainsOf(lookup: Lookup): Chains {
  return {
    onDay(id, day) {
      const unit = lookup(id);
      return unit === undefined ? [] : ancestorsOn(lookup, id, nearest(unit, day));
    },
    newest: (unit) => upFrom(lookup, heir(lookup, unit)),
  };
}

/** The units that a unit's chains may pass through on any day, itself included: all its parents ever, its successors, and so on. */
function reachedFrom({ id, parents, successors }: Unit): string[] {
  return [id, ...parents.flatMap(({ value }) => (value === null ? [] : [value])), ...successors];
}

/** The units given and all that their chains may pass through, read step by step by `read`. Units that are not there are left out. */
export async function reachOf(
  ids: Iterable<string>,
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Unit>>,
): Promise<Map<string, Unit>> {
  const found = new Map<string, Unit>();
  const asked = new Set<string>();
  for (let next = [...new Set(ids)]; next.length > 0; ) {
    for (const id of next) asked.add(id);
    const units = await read(next);
    for (const [id, unit] of units) found.set(id, unit);
    next = [...new Set([...units.values()].flatMap(reachedFrom))].filter((id) => !asked.has(id));
  }
  return found;
}

/** The day itself, or the nearest one on which the unit was there. */
function nearest(unit: Unit, day: Day): Day {
  if (existsOn(unit, day) || unit.closed === undefined) return day < unit.opened ? unit.opened : day;
  return day < unit.opened ? unit.opened : addDays(unit.closed, -1);
}

/** Who stands in a unit's place in the newest boundaries. */
function heir(lookup: Lookup, id: string): Unit | undefined {
  let unit = lookup(id);
  for (let steps = 0; unit?.closed !== undefined && steps < STEPS_MOST; steps += 1) {
    const next: Unit | undefined = unit.successors[0] === undefined ? undefined : lookup(unit.successors[0]);
    if (next === undefined) return unit;
    unit = next;
  }
  return unit;
}

function upFrom(lookup: Lookup, from: Unit | undefined): string[] {
  const chain = new Set<string>();
  for (let unit = from; unit !== undefined && !chain.has(unit.id); ) {
    chain.add(unit.id);
    const parent = unit.parents.at(-1)?.value ?? null;
    unit = parent === null ? undefined : heir(lookup, parent);
  }
  return [...chain];
}
