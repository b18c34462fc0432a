// A wrong entry put right: the only change that touches what was recorded. Who did it and why stand in the audit, and the laws are asked again.
import type { Day } from '../time.ts';
import { type Draft, type Drafted, inTurn, lawful, put, type Refusal, refuse } from './draft.ts';
import { isBlank } from './fields.ts';
import type { Dated, Holding, Post, Unit } from './unit.ts';

/** The entry of a field that begins on the day of the change (or the day itself: opened, closed) is replaced by `right`; without it, taken out. */
export type Rectify = { kind: 'rectify'; unit: string } & (
  | { field: 'name'; right?: Dated<string> }
  | { field: 'parent'; right?: Dated<string | null> }
  | { field: 'opened'; right: Day }
  /** Without `right` the unit was never closed, and went into nothing. */
  | { field: 'closed'; right?: Day }
  | { field: 'post'; post: Post; person: string; right?: Holding }
);

/** Members are the caller's to look at when a life becomes shorter. */
export function rectify(draft: Draft, change: Rectify, day: Day): Drafted {
  const unit = draft.lookup(change.unit);
  if (unit === undefined) return refuse('unit-unknown', change.unit);
  const next = rectified(unit, change, day);
  if (typeof next === 'string') return refuse(next, change.unit);
  const below = changesLife(change);
  return inTurn(draft, [(d) => put(d, next), (d) => (below ? soundBelow(d, change.unit) : { ok: true, draft: d })]);
}

function changesLife({ field }: Rectify): boolean {
  return field === 'opened' || field === 'closed';
}

/** Before every day there is. */
const BEFORE_ALL: Day = '0000-00-00';

/** From which day on the children of the unit must be known; undefined where they do not matter. A life that changes is theirs, too, on all days. */
export function childrenSince(change: Rectify): Day | undefined {
  return changesLife(change) ? BEFORE_ALL : undefined;
}

/** Children on all days, past ones too, must still lie within their parent's life. */
function soundBelow(draft: Draft, id: string): Drafted {
  const children = draft.childrenFrom(id, BEFORE_ALL);
  return lawful(draft, [id, ...children]);
}

function rectified(unit: Unit, change: Rectify, day: Day): Unit | Refusal {
  switch (change.field) {
    case 'name': {
      if (change.right !== undefined && isBlank(change.right.value)) return 'name-blank';
      const names = replaced(unit.names, (entry) => entry.from === day, change.right);
      return names === undefined ? 'entry-unknown' : { ...unit, names };
    }
    case 'parent': {
      const parents = replaced(unit.parents, (entry) => entry.from === day, change.right);
      return parents === undefined ? 'entry-unknown' : { ...unit, parents };
    }
    case 'opened':
      return unit.opened === day ? begun(unit, change.right) : 'entry-unknown';
    case 'closed':
      return unit.closed === day ? closedOn(unit, change.right) : 'entry-unknown';
    case 'post': {
      const { post, person, right } = change;
      const isIt = (held: Holding) => held.post === post && held.person === person && held.from === day;
      const posts = replaced(unit.posts, isIt, right);
      return posts === undefined ? 'entry-unknown' : { ...unit, posts };
    }
  }
}

/** The entries with one replaced or taken out, in rising order again; undefined when it is not there. */
function replaced<T extends { from: Day }>(
  entries: readonly T[],
  isIt: (entry: T) => boolean,
  right: T | undefined,
): T[] | undefined {
  const i = entries.findIndex(isIt);
  if (i < 0) return undefined;
  const next = right === undefined ? entries.toSpliced(i, 1) : entries.with(i, right);
  return next.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The first name and the first parent begin with the unit. */
function begun(unit: Unit, opened: Day): Unit {
  const from = <T>(entries: Dated<T>[]) => entries.map((entry, i) => (i === 0 ? { ...entry, from: opened } : entry));
  return { ...unit, opened, names: from(unit.names), parents: from(unit.parents) };
}

function closedOn(unit: Unit, closed: Day | undefined): Unit {
  const { closed: _, ...rest } = unit;
  return closed === undefined ? { ...rest, successors: [] } : { ...rest, closed };
}
