// The tree of units on a day, by the parent links of that day alone: up by lookups, down by an index that is built once.
// Data that breaks the laws of the tree ends in an error that names the unit, never in a loop or a wrong answer.
import type { Day } from '../time.ts';
import { endsBy, existsOn, type Link, linksOf, parentOn, type Unit } from './unit.ts';

export type Lookup = (id: string) => Unit | undefined;

/** A fault in stored data: the parent links of `unit` lead nowhere or in a circle on `day`. `faultsOf` finds all of them. */
export class TreeFault extends Error {
  override name = 'TreeFault';
  readonly fault: 'broken-link' | 'cycle';
  readonly unit: string;
  readonly day: Day;

  constructor(fault: 'broken-link' | 'cycle', unit: string, day: Day) {
    super(`${fault} at unit ${unit} on ${day}`);
    this.fault = fault;
    this.unit = unit;
    this.day = day;
  }
}

/** All units by id, and the links below each parent (null: the roots). */
export interface UnitIndex {
  units: ReadonlyMap<string, Unit>;
  links: ReadonlyMap<string | null, readonly Link[]>;
}

/**
 * The unit itself, then its parent on that day, and so on to the root. Empty when the unit is not there on that day.
 * Throws TreeFault for an unknown id, for a parent that is unknown or not there on that day, and for a cycle.
 */
export function ancestorsOn(lookup: Lookup, id: string, day: Day): string[] {
  let unit = lookup(id);
  if (unit === undefined) throw new TreeFault('broken-link', id, day);
  if (!existsOn(unit, day)) return [];
  const chain = new Set([id]);
  for (let parent = parentOn(unit, day); parent !== null; parent = parentOn(unit, day)) {
    const above: Unit | undefined = parent === undefined ? undefined : lookup(parent);
    if (above === undefined || !existsOn(above, day)) throw new TreeFault('broken-link', unit.id, day);
    if (chain.has(above.id)) throw new TreeFault('cycle', unit.id, day);
    chain.add(above.id);
    unit = above;
  }
  return [...chain];
}

/** The question whether a unit is another one or lies below it on a day. */
export interface Within {
  unit: string;
  ancestor: string;
  day: Day;
}

/** Whether `unit` is `ancestor` or lies below it on `day`; false when the unit is not there on that day. Throws TreeFault as `ancestorsOn` does. */
export function isWithin(lookup: Lookup, { unit, ancestor, day }: Within): boolean {
  return ancestorsOn(lookup, unit, day).includes(ancestor);
}

/** The index of a set of units. Of two units with one id the later counts; `faultsOf` reports the pair. */
export function indexOf(units: Iterable<Unit>): UnitIndex {
  const byId = new Map<string, Unit>();
  for (const unit of units) byId.set(unit.id, unit);
  const links = new Map<string | null, Link[]>();
  for (const unit of [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const link of linksOf(unit)) {
      const below = links.get(link.parent);
      if (below === undefined) links.set(link.parent, [link]);
      else below.push(link);
    }
  }
  return { units: byId, links };
}

/** The units directly below `id` on a day, by id; with null, the roots. */
export function childrenOn(index: UnitIndex, id: string | null, day: Day): string[] {
  const links = index.links.get(id) ?? [];
  return links.filter((link) => link.from <= day && !endsBy(link.to, day)).map((link) => link.unit);
}

/** The units that lie directly below `id` on `day` or on any later one, by id. */
export function childrenFrom(index: UnitIndex, id: string, day: Day): string[] {
  const links = index.links.get(id) ?? [];
  return [...new Set(links.filter((link) => !endsBy(link.to, day)).map((link) => link.unit))];
}

/** The root given and everything below it on a day, level by level; empty when it is not there on that day. Throws TreeFault for a cycle. */
export function subtreeOn(index: UnitIndex, root: string, day: Day): string[] {
  const unit = index.units.get(root);
  if (unit === undefined || !existsOn(unit, day)) return [];
  const found = new Set([root]);
  for (const id of found) {
    for (const child of childrenOn(index, id, day)) {
      if (found.has(child)) throw new TreeFault('cycle', child, day);
      found.add(child);
    }
  }
  return [...found];
}
