// Who may do what where: `can.<action>(actor, place)` for every action of the table, and the same as areas, for lists.
// Units are compared whole: '11' reaches nothing of '110'. "Not yours" is the caller's `not_found`.
import type { Day } from '../time.ts';
import { ACTIONS, type Action, reachFor } from './actions.ts';
import { type Grant, grantsOn, mayGrant, type Role } from './roles.ts';

/** Somebody who has not signed in, or a person behind a live session with the grants that hold today. */
export type Actor = { kind: 'guest' } | { kind: 'person'; person: string; grants: readonly Grant[] };

/** Where a thing stands on the day in question. */
export interface Place {
  /** The thing's unit first, then its ancestors up to the root; empty for what is in no unit, and for the parent of a root. */
  ancestors: readonly string[];
  /** Whose record it is. */
  person?: string;
}

/** A part of the units: these (`itself`), and what lies under them (`subtree`). */
export interface Area {
  units: 'all' | string[];
  itself: boolean;
  subtree: boolean;
}

export type Can = { readonly [A in Action]: (actor: Actor, place: Place) => boolean };

/** The permissions, derived from the table. For a thing in several units ask once for each: any that says yes is enough. */
export const can: Can = Object.fromEntries(
  ACTIONS.map((action) => [action, (actor: Actor, place: Place) => may(actor, action, place)]),
) as Can;

/** The place of what belongs to a person alone and is in no unit. */
export function ofPerson(person: string): Place {
  return { ancestors: [], person };
}

/** A person as an actor on a day: grants that do not hold on it give nothing. */
export function actorOn(person: string, grants: readonly Grant[], day: Day): Actor {
  return { kind: 'person', person, grants: grantsOn(grants, day) };
}

/** Where in the tree an actor may do an action, for lists: at most one area for each kind of reach. Empty for personal actions, whose only place is oneself. */
export function reachOf(actor: Actor, action: Action): Area[] {
  if (actor.kind === 'guest') return [];
  const unitsWith = (reach: string) => [
    ...new Set(actor.grants.filter(({ role }) => reachFor(action, role) === reach).map(({ unit }) => unit)),
  ];
  const areas: Area[] = [
    { units: unitsWith('own'), itself: true, subtree: false },
    { units: unitsWith('below'), itself: false, subtree: true },
    { units: unitsWith('subtree'), itself: true, subtree: true },
  ];
  const everywhere = unitsWith('all').length > 0;
  if (everywhere) return [{ units: 'all', itself: true, subtree: true }];
  return areas.filter(({ units }) => units.length > 0);
}

/**
 * Whether an actor may grant a role at a place; `place.person` is who would get it. One and the same grant of the actor must both reach the
 * place and be of a role that grants this one. Nobody grants anything to themselves: a second pair of eyes stands behind every right.
 */
export function canGrant(actor: Actor, role: Role, place: Place): boolean {
  if (actor.kind === 'guest' || actor.person === place.person) return false;
  return can.grantRole(withGrantsOver(actor, role), place);
}

/** Whether an actor may end somebody's role at a place: whoever could grant it. A manager may so lay down their own. */
export function canEnd(actor: Actor, role: Role, place: Place): boolean {
  return actor.kind === 'person' && can.endRole(withGrantsOver(actor, role), place);
}

/** The actor with those grants alone that may give this role. */
function withGrantsOver(actor: Extract<Actor, { kind: 'person' }>, role: Role): Actor {
  return { ...actor, grants: actor.grants.filter((grant) => mayGrant[grant.role].includes(role)) };
}

function may(actor: Actor, action: Action, place: Place): boolean {
  if (actor.kind === 'guest') return false;
  // Signing in makes everybody a candidate of no unit: enough for what is one's own.
  const roles: Role[] = ['candidate', ...actor.grants.map(({ role }) => role)];
  if (place.person === actor.person && roles.some((role) => reachFor(action, role) === 'self')) return true;
  return reachOf(actor, action).some((area) => covers(area, place.ancestors));
}

function covers({ units, itself, subtree }: Area, [unit, ...above]: readonly string[]): boolean {
  if (units === 'all') return true;
  if (itself && unit !== undefined && units.includes(unit)) return true;
  return subtree && above.some((ancestor) => units.includes(ancestor));
}
