// Which roles one may give at a place: asked of the same table that the server asks. Pure.
import { type Actor, canGrant, type Place } from '../../../../../functions/domain/access/can.ts';
import { ROLES, type Role } from '../../../../../functions/domain/access/roles.ts';

/** The roles an actor may give somebody at a place. Without a person: to anybody but oneself. */
export function grantable(actor: Actor, place: Place): Role[] {
  return ROLES.filter((role) => canGrant(actor, role, place));
}
