// What the tree is, once more and as plainly as can be: day by day, unit by unit, with nothing of the code under test.
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';

/** Every day of which anything in the units speaks, and the day before it, in order. */
export function daysOf(units: readonly Unit[]): Day[] {
  const named = units.flatMap((u) => [
    u.opened,
    ...(u.closed === undefined ? [] : [u.closed]),
    ...[...u.names, ...u.parents, ...u.posts].map((entry) => entry.from),
  ]);
  return [...new Set(named.flatMap((day) => [addDays(day, -1), day]))].sort();
}

/** The open units of a day and the parent of each; undefined: no entry says one. */
export function parentsOn(units: readonly Unit[], day: Day): Map<string, string | null | undefined> {
  const parents = new Map<string, string | null | undefined>();
  for (const u of units) {
    if (day < u.opened || (u.closed !== undefined && day >= u.closed)) continue;
    let parent: string | null | undefined;
    for (const entry of u.parents) if (entry.from <= day) parent = entry.value;
    parents.set(u.id, parent);
  }
  return parents;
}

/** The way up, or undefined when it leads nowhere or in a circle. */
export function wayUp(parents: ReadonlyMap<string, string | null | undefined>, id: string): string[] | undefined {
  const way: string[] = [];
  for (let here: string | null | undefined = id; here !== null; here = parents.get(here)) {
    if (here === undefined || !parents.has(here) || way.length > parents.size) return undefined;
    way.push(here);
  }
  return way;
}

/** Of each tree (units connected by the links of a day, whatever their direction) its roots. */
export function rootsByTree(parents: ReadonlyMap<string, string | null | undefined>): string[][] {
  const tree = new Map([...parents.keys()].map((id) => [id, id]));
  for (const [id, parent] of parents) {
    const [from, to] = [tree.get(id), parent === null || parent === undefined ? undefined : tree.get(parent)];
    if (to !== undefined) for (const [other, mark] of tree) if (mark === from) tree.set(other, to);
  }
  return [...new Set(tree.values())].map((mark) =>
    [...parents.keys()].filter((id) => tree.get(id) === mark && parents.get(id) === null),
  );
}
