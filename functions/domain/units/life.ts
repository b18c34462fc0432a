// How units begin and end: open, close, merge, split. What ends keeps its whole past and says what it went into.
// People are the caller's: it transfers the members of what was merged or split, in the same act.
import type { Day } from '../time.ts';
import { type Draft, type Drafted, edited, inTurn, put, type Refusal, refuse, type Step } from './draft.ts';
import { isBlank, isQuota, move } from './fields.ts';
import type { Contacts, Unit, UnitKind } from './unit.ts';

/** What a new unit begins with. `parent: null` begins a tree. */
export interface Opening {
  id: string;
  kind: UnitKind;
  division: string;
  name: string;
  parent: string | null;
  contacts?: Contacts;
  quota?: number;
}

export interface Open {
  kind: 'open';
  opening: Opening;
}

/** `hasMembers`: whether anybody belongs to the unit on the day or later. */
export interface Close {
  kind: 'close';
  unit: string;
  hasMembers: boolean;
}

/** Several units into one that is there or is opened by this; one alone into its successor, too. Their children go with them. */
export interface Merge {
  kind: 'merge';
  units: string[];
  into: string | Opening;
}

/** One unit into several, each there or opened by this. Every child must be given to one of them. */
export interface Split {
  kind: 'split';
  unit: string;
  into: (string | Opening)[];
  children: { child: string; to: string }[];
}

export function open(draft: Draft, { opening }: Open, day: Day): Drafted {
  const { name, parent, contacts, ...rest } = opening;
  if (draft.lookup(opening.id) !== undefined) return refuse('id-taken', opening.id);
  if (isBlank(name)) return refuse('name-blank', opening.id);
  if (!isQuota(opening.quota)) return refuse('quota-invalid', opening.id);
  return put(draft, {
    ...rest,
    opened: day,
    names: [{ from: day, value: name }],
    parents: [{ from: day, value: parent }],
    successors: [],
    contacts: contacts ?? {},
    posts: [],
    // Counted up with all other changes when the draft is sealed.
    version: 0,
  });
}

export function close(draft: Draft, { unit, hasMembers }: Close, day: Day): Drafted {
  if (hasMembers) return refuse('has-members', unit);
  return inTurn(draft, [ended(unit, [], day), childless(unit, day)]);
}

export function merge(draft: Draft, { units, into }: Merge, day: Day): Drafted {
  const target = idOf(into);
  if (units.length === 0) return refuse('too-few-units', target);
  const twice = repeated([target, ...units]);
  if (twice !== undefined) return refuse('same-unit', twice);
  const stays = new Set([target, ...units]);
  return inTurn(draft, [
    entered(into, day),
    ...units.map(
      (unit): Step =>
        (d) => {
          const children = d.childrenFrom(unit, day).filter((child) => !stays.has(child));
          return inTurn(
            d,
            children.map((child) => handed(child, target, day)),
          );
        },
    ),
    ...units.map((unit) => ended(unit, [target], day)),
    ...units.map((unit) => childless(unit, day)),
  ]);
}

export function split(draft: Draft, { unit, into, children }: Split, day: Day): Drafted {
  const successors = into.map(idOf);
  if (into.length < 2) return refuse('too-few-units', unit);
  const twice = repeated([unit, ...successors]);
  if (twice !== undefined) return refuse('same-unit', twice);
  const below = new Set(draft.childrenFrom(unit, day));
  const stranger = children.find(({ child }) => !below.has(child));
  if (stranger !== undefined) return refuse('not-a-child', stranger.child);
  const astray = children.find(({ to }) => !successors.includes(to));
  if (astray !== undefined) return refuse('not-a-successor', astray.to);
  return inTurn(draft, [
    ...into.map((successor) => entered(successor, day)),
    ...children.map(({ child, to }) => handed(child, to, day)),
    ended(unit, successors, day),
    childless(unit, day),
  ]);
}

/** What another unit goes into: it is opened, or it must be there on that day. */
function entered(into: string | Opening, day: Day): Step {
  if (typeof into !== 'string') return (draft) => open(draft, { kind: 'open', opening: into }, day);
  return (draft) => {
    const present = edited(draft, { unit: into, day, edit: (u) => u });
    return present.ok ? { ok: true, draft } : present;
  };
}

function handed(child: string, to: string, day: Day): Step {
  return (draft) => move(draft, { kind: 'move', unit: child, parent: to }, day);
}

function ended(unit: string, successors: string[], day: Day): Step {
  const edit = (u: Unit): Unit | Refusal => {
    if (u.closed !== undefined || lastBegun(u) >= day) return 'later-change';
    if (u.posts.some((held) => held.to !== undefined && held.to > day)) return 'later-change';
    return { ...u, closed: day, successors };
  };
  return (draft) => edited(draft, { unit, day, edit });
}

function childless(unit: string, day: Day): Step {
  return (draft) => (draft.childrenFrom(unit, day).length > 0 ? refuse('open-children', unit) : { ok: true, draft });
}

/** The last day on which something of the unit begins. */
function lastBegun(unit: Unit): Day {
  const entries = [...unit.names, ...unit.parents, ...unit.posts].map((entry) => entry.from);
  return [unit.opened, ...entries].reduce((a, b) => (a > b ? a : b));
}

function idOf(into: string | Opening): string {
  return typeof into === 'string' ? into : into.id;
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, i) => ids.indexOf(id) !== i);
}
