// The laws of units, as a search for what breaks them on any day. Changes ask it before they are accepted; a check of stored data asks it for all.
import type { Day } from '../time.ts';
import type { Lookup } from './tree.ts';
import {
  type Dated,
  earlier,
  endsBy,
  existsOn,
  type Holding,
  type Link,
  linksOf,
  parentOn,
  type Unit,
} from './unit.ts';

export type FaultCode =
  /** Two units with one id. */
  | 'id-repeated'
  /** Closed on the day it was opened, or before: a life without a day. */
  | 'closed-before-opened'
  /** No name or no parent entry that holds from the day of opening. */
  | 'no-start'
  /** Dates of a list that do not rise, or a post that ends before it begins. */
  | 'unordered'
  /** An entry dated before the opening, or on or after the closing. */
  | 'outside-life'
  /** Two heads at once, or one person twice in one post. */
  | 'post-overlap'
  /** A unit that once had a parent became a root: its tree would have two. */
  | 'second-root'
  | 'parent-missing'
  /** Below a parent on a day on which that parent is not yet opened or already closed. */
  | 'parent-not-open'
  | 'cycle';

/** A law broken, by which unit, and the first day on which it is. */
export interface Fault {
  fault: FaultCode;
  unit: string;
  day: Day;
}

/** Everything in a set of units that breaks a law on any day; empty for sound data. Terminates on any data. */
export function faultsOf(units: Iterable<Unit>): Fault[] {
  const byId = new Map<string, Unit>();
  const repeated: Fault[] = [];
  for (const unit of units) {
    if (byId.has(unit.id)) repeated.push({ fault: 'id-repeated', unit: unit.id, day: unit.opened });
    byId.set(unit.id, unit);
  }
  return [...repeated, ...[...byId.values()].flatMap((unit) => faultsOfUnit((id) => byId.get(id), unit))];
}

/** What one unit breaks, on all its days: by its own dates, by its parents, and as a member of a cycle. */
export function faultsOfUnit(lookup: Lookup, unit: Unit): Fault[] {
  // Of a life without a day nothing else can be said.
  if (endsBy(unit.closed, unit.opened)) return [at('closed-before-opened', unit, unit.closed ?? unit.opened)];
  return [
    ...listFaults(unit, unit.names),
    ...parentFaults(unit),
    ...postFaults(unit),
    ...linksOf(unit).flatMap((link) => linkFaults(lookup, link)),
    ...cycleFaults(lookup, unit),
  ];
}

function listFaults(unit: Unit, entries: readonly Dated<unknown>[]): Fault[] {
  const faults: Fault[] = entries[0]?.from === unit.opened ? [] : [at('no-start', unit, unit.opened)];
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    if (before !== undefined && before.from >= entry.from) faults.push(at('unordered', unit, entry.from));
    if (isOutside(unit, entry.from)) faults.push(at('outside-life', unit, entry.from));
  });
  return faults;
}

function parentFaults(unit: Unit): Fault[] {
  const second = unit.parents.find(
    (entry, i) => entry.value === null && unit.parents.slice(0, i).some((e) => e.value !== null),
  );
  return [...listFaults(unit, unit.parents), ...(second === undefined ? [] : [at('second-root', unit, second.from)])];
}

function postFaults(unit: Unit): Fault[] {
  return unit.posts.flatMap((held, i) => {
    const faults: Fault[] = endsBy(held.to, held.from) ? [at('unordered', unit, held.from)] : [];
    const pastEnd = held.to !== undefined && unit.closed !== undefined && held.to > unit.closed;
    if (isOutside(unit, held.from) || pastEnd) faults.push(at('outside-life', unit, held.from));
    const other = unit.posts.slice(0, i).find((before) => collide(before, held));
    return other === undefined ? faults : [...faults, at('post-overlap', unit, held.from)];
  });
}

/** A head is one at a time; deputies and liaison officers may be several, but nobody twice. */
function collide(a: Holding, b: Holding): boolean {
  return isSamePlace(a, b) && !endsBy(a.to, b.from) && !endsBy(b.to, a.from);
}

/** Whether two holdings follow each other in one place: the head's, or that of one person in another post. */
export function isSamePlace(a: Pick<Holding, 'post' | 'person'>, b: Pick<Holding, 'post' | 'person'>): boolean {
  return a.post === b.post && (a.post === 'head' || a.person === b.person);
}

function linkFaults(lookup: Lookup, link: Link): Fault[] {
  if (link.parent === null) return [];
  const parent = lookup(link.parent);
  if (parent === undefined) return [{ fault: 'parent-missing', unit: link.unit, day: link.from }];
  if (!existsOn(parent, link.from)) return [{ fault: 'parent-not-open', unit: link.unit, day: link.from }];
  if (parent.closed === undefined || endsBy(link.to, parent.closed)) return [];
  return [{ fault: 'parent-not-open', unit: link.unit, day: parent.closed }];
}

/** The first day of each stretch on which the unit's parents lead back to it. */
function cycleFaults(lookup: Lookup, unit: Unit): Fault[] {
  const faults: Fault[] = [];
  let inside = false;
  for (let day: Day | undefined = unit.opened; day !== undefined; ) {
    const { cycle, next } = climb(lookup, unit, day);
    if (cycle && !inside) faults.push(at('cycle', unit, day));
    inside = cycle;
    day = next;
  }
  return faults;
}

/** Up from a unit on a day: whether that leads back to it, and the next day on which any unit on the way changes. */
function climb(lookup: Lookup, unit: Unit, day: Day): { cycle: boolean; next: Day | undefined } {
  const met = new Set<string>();
  let next: Day | undefined;
  let here: Unit | undefined = unit;
  while (here !== undefined && !met.has(here.id)) {
    met.add(here.id);
    next = earlier(next, turnAfter(here, day));
    const parent = parentOn(here, day);
    here = parent === undefined || parent === null ? undefined : lookup(parent);
  }
  return { cycle: here?.id === unit.id, next };
}

/** The first day after `day` on which a unit is opened, closed or moved. */
function turnAfter(unit: Unit, day: Day): Day | undefined {
  return [unit.opened, unit.closed, ...unit.parents.map((entry) => entry.from)]
    .filter((turn) => turn !== undefined && turn > day)
    .reduce(earlier, undefined);
}

function isOutside(unit: Unit, day: Day): boolean {
  return day < unit.opened || endsBy(unit.closed, day);
}

function at(fault: FaultCode, unit: Unit, day: Day): Fault {
  return { fault, unit: unit.id, day };
}
