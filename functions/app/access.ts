// Finding a thing and asking whether the actor may: one answer for "not there" and "not yours", and the day on which it is asked.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, actorOn, can, type Place } from '../domain/access/can.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { CoreDeps, OpenDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { type Identified, identify } from './sessions.ts';

/** Somebody behind a live session. */
export type Person = Extract<Actor, { kind: 'person' }>;

/** A unit and where it stands. */
export interface Standing {
  unit: Unit;
  place: Place;
}

export function today(deps: Pick<OpenDeps, 'now'>): Day {
  return dayOf(deps.now());
}

/** Who holds a session token, with the grants of today, read at every request: a role that changes bites at the next one. */
export function identifyStaff(deps: CoreDeps) {
  return async (token: string | undefined): Promise<Identified> => {
    const identified = await identify(deps)(token);
    const { actor } = identified;
    if (actor.kind === 'guest') return identified;
    return { ...identified, actor: actorOn(actor.person, await deps.store.grants.ofPerson(actor.person), today(deps)) };
  };
}

/** The staff's edge answers nobody else; this says so to the compiler. */
export function signedIn(actor: Actor): Person {
  if (actor.kind === 'guest') throw new Problem('not_signed_in');
  return actor;
}

/** Where a unit stands on a day: itself first, then up to the root. */
export async function placeOf(deps: CoreDeps, unit: Unit, day: Day): Promise<Place> {
  return { ancestors: await deps.store.units.ancestors(unit.id, dayWithin(unit, day)) };
}

/**
 * The day of a unit's life that is asked about. A unit that is closed belongs to whom it belonged to last, one that is yet to open to whom it
 * will belong: otherwise nobody could look after either.
 */
export function dayWithin({ opened, closed }: Unit, day: Day): Day {
  const last = closed === undefined ? day : addDays(closed, -1);
  return day < opened ? opened : day > last ? last : day;
}

/** A unit on a day, for an actor who may do something there; Problem `not_found` for everybody else and for nobody's id. */
export function standingFor(deps: CoreDeps, actor: Actor) {
  return async (action: Action, id: string, day = today(deps)): Promise<Standing> => {
    const unit = await deps.store.units.get(id);
    if (unit === undefined) throw new Problem('not_found');
    const place = await placeOf(deps, unit, day);
    if (!can[action](actor, place)) throw new Problem('not_found');
    return { unit, place };
  };
}

/**
 * The same for a change that is dated: the actor must be able to do it today, and on the day from which it holds. Whoever gives a unit away
 * tomorrow decides nothing about the day after, and whoever gets it nothing about yesterday.
 */
export function standingForChange(deps: CoreDeps, actor: Actor) {
  return async (action: Action, id: string, day: Day): Promise<Standing> => {
    const standing = await standingFor(deps, actor)(action, id);
    if (day === today(deps)) return standing;
    const then = await placeOf(deps, standing.unit, day);
    if (!can[action](actor, then)) throw new Problem('not_found');
    return standing;
  };
}

/** Under which grant an actor does an action at a place; undefined for what needs none. */
export function asWhat(
  actor: Person,
  action: Action,
  place: Place,
): { role: Person['grants'][number]['role']; unit: string } | undefined {
  const grant = actor.grants.find((one) => can[action]({ ...actor, grants: [one] }, place));
  return grant && { role: grant.role, unit: grant.unit };
}
