// When what stands at a unit comes to stand elsewhere in the tree: facts that last are cut on these days, so that each part lies below whom it then did.
import { addDays, type Day } from '../time.ts';
import { ancestorsOn, type Lookup } from '../units/tree.ts';
import { existsOn, type Unit } from '../units/unit.ts';

/** The days on which another way up begins for a unit, or none: its own moves, those of all that ever stood above it, and its end. In order. */
export function movesOf(unit: Unit, units: Lookup): Day[] {
  const days = new Set<Day>(unit.closed === undefined ? [] : [unit.closed]);
  const [open, met] = [[unit], new Set([unit.id])];
  for (const one of open) {
    for (const { from, value } of one.parents) {
      days.add(from);
      const above = value === null ? undefined : units(value);
      if (above === undefined || met.has(above.id)) continue;
      met.add(above.id);
      open.push(above);
    }
  }
  const way = (day: Day) => ancestorsOn(units, unit.id, day).join(' ');
  return [...days].filter((day) => existsOn(unit, addDays(day, -1)) && way(day) !== way(addDays(day, -1))).sort();
}
