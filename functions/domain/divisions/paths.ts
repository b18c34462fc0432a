// The way up from a division, by the links of a day.
import type { Day } from '../time.ts';
import { type Division, type Divisions, LEVELS, linkOn } from './division.ts';

/** The code above a division on a day: null for a province, undefined when the code is unknown or not there on that day. */
export function parentOf(divisions: Divisions, code: string, day: Day): string | null | undefined {
  const division = divisions.get(code);
  return division === undefined ? undefined : linkOn(division, day)?.parent;
}

/**
 * A division and all above it on a day, the province first; empty when the code is unknown or not there on that day.
 * Throws for data with a broken link or a circle: that is a fault of the file, found when it is loaded.
 */
export function pathOf(divisions: Divisions, code: string, day: Day): Division[] {
  const path: Division[] = [];
  let next = divisions.has(code) && parentOf(divisions, code, day) !== undefined ? code : null;
  while (next !== null) {
    const division = divisions.get(next);
    const parent = parentOf(divisions, next, day);
    if (division === undefined || parent === undefined || path.length === LEVELS.length)
      throw new Error(`Division ${code} has no way up to a province on ${day}: it ends at ${next}.`);
    path.unshift(division);
    next = parent;
  }
  return path;
}

/** What lies directly under a division on a day, in the order of their codes; `null` asks for the provinces. */
export function divisionsUnder(divisions: Divisions, parent: string | null, day: Day): Division[] {
  return [...divisions.values()]
    .filter((division) => linkOn(division, day)?.parent === parent)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
