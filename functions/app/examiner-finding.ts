// What examiners work on, found for those who may: set papers by the unit that set them, the banks by whoever has the right anywhere.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, type Place, reachOf } from '../domain/access/can.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import { type Person, signedIn, standingFor } from './access.ts';
import type { ExaminerDeps } from './deps.ts';
import { Problem } from './problem.ts';

export interface FoundPaper {
  me: Person;
  paper: SetPaper;
  /** Where the unit stands that set it. */
  place: Place;
}

/** A set paper for an actor who may do something at its unit; Problem `not_found` for everybody else and for nobody's id. */
export function paperFor(deps: ExaminerDeps, actor: Actor) {
  return async (right: Action, id: string): Promise<FoundPaper> => {
    const me = signedIn(actor);
    const paper = await deps.store.setPapers.get(id);
    if (paper === undefined) throw new Problem('not_found');
    const { place } = await standingFor(deps, actor)(right, paper.unit);
    return { me, paper, place };
  };
}

/** Whoever has a right anywhere: for what belongs to no unit. Problem `not_found` for everybody else. */
export function anywhere(actor: Actor, right: Action): Person {
  const me = signedIn(actor);
  if (!may(me, right)) throw new Problem('not_found');
  return me;
}

/** Whether an actor has a right anywhere. */
export function may(actor: Actor, right: Action): boolean {
  return reachOf(actor, right).length > 0;
}

/** The place of what belongs to no unit, for a line of the audit: under one of the actor's own roles that has the right. */
export function placeOfNone(me: Person, right: Action): Place {
  const grant = me.grants.find((one) => can[right]({ ...me, grants: [one] }, { ancestors: [one.unit] }));
  return { ancestors: grant === undefined ? [] : [grant.unit] };
}
