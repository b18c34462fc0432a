// A unit (主管部门、社工站、社工机构、协会、培训机构) with its whole past: names, parents and posts are dated and only ever added to.
// What held on a day is read from these dates; the code of a unit or of its division never says whose part it is.
import type { Day } from '../time.ts';

/** 主管部门；社工站 of a township, a county, a city；社工机构；协会；培训机构. */
export type UnitKind =
  | 'bureau'
  | 'station-township'
  | 'station-county'
  | 'station-city'
  | 'agency'
  | 'association'
  | 'training';

/** 站长（负责人）、副站长、联络员. */
export type Post = 'head' | 'deputy' | 'liaison';

/** A value that holds from a day on, until the next entry of its list. Lists are in rising order of day. */
export interface Dated<T> {
  from: Day;
  value: T;
}

export interface Contacts {
  phone?: string;
  address?: string;
}

/** A post held by a person. `to` is the first day on which it is held no more; a post ends with its unit, without an entry. */
export interface Holding {
  post: Post;
  person: string;
  from: Day;
  to?: Day;
}

export interface Unit {
  id: string;
  kind: UnitKind;
  /** The code of its administrative division: a string that is never cut into pieces here. */
  division: string;
  opened: Day;
  /** The first day on which it is no more. */
  closed?: Day;
  /** The first name and the first parent hold from `opened`. */
  names: Dated<string>[];
  /** null: the root of its tree. */
  parents: Dated<string | null>[];
  /** The units it went into by a merge or a split. */
  successors: string[];
  contacts: Contacts;
  /** How many staff it may have (编制数 or 岗位数). */
  quota?: number;
  posts: Holding[];
  /** 1 when it was opened, one more with each change. */
  version: number;
}

/** A stretch of days on which a unit lies below one parent, cut to the unit's own life; without `to` it has no end. */
export interface Link {
  unit: string;
  parent: string | null;
  from: Day;
  to: Day | undefined;
}

/** Whether `day` lies in the unit's life. */
export function existsOn(unit: Unit, day: Day): boolean {
  return unit.opened <= day && (unit.closed === undefined || day < unit.closed);
}

/** The name on a day. A closed unit is still called by its last name; undefined before it was opened. */
export function nameOn(unit: Unit, day: Day): string | undefined {
  return valueOn(unit.names, day);
}

/** The parent on a day: null for a root, undefined when the unit is not there on that day. */
export function parentOn(unit: Unit, day: Day): string | null | undefined {
  return existsOn(unit, day) ? valueOn(unit.parents, day) : undefined;
}

/** The persons who hold a post on a day; none when the unit is not there on that day. */
export function holdersOn(unit: Unit, post: Post, day: Day): string[] {
  if (!existsOn(unit, day)) return [];
  return unit.posts
    .filter((held) => held.post === post && held.from <= day && !endsBy(held.to, day))
    .map((h) => h.person);
}

/** The unit's parents as stretches of days, in order; a stretch without a day is left out. */
export function linksOf(unit: Unit): Link[] {
  return unit.parents
    .map((entry, i) => ({
      unit: unit.id,
      parent: entry.value,
      from: entry.from < unit.opened ? unit.opened : entry.from,
      to: earlier(unit.parents[i + 1]?.from, unit.closed),
    }))
    .filter((link) => !endsBy(link.to, link.from));
}

/** Whether something that ends on `to` (no end: undefined) is over on a day. */
export function endsBy(to: Day | undefined, day: Day): boolean {
  return to !== undefined && to <= day;
}

/** The earlier of two days, of which either may be missing. */
export function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function valueOn<T>(entries: readonly Dated<T>[], day: Day): T | undefined {
  return entries.findLast((entry) => entry.from <= day)?.value;
}
