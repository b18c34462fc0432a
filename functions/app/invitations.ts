// Invitations: a code that makes whoever accepts it something at a unit. Shown once, kept as a hash, good until a time and for a number of people.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, actorOn, canGrant, type Place } from '../domain/access/can.ts';
import { FOR_MANY } from '../domain/access/roles.ts';
import { overlap } from '../domain/period.ts';
import { dayOf } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { Accepted, Invitation } from '../store/invitations.ts';
import { placeOf, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps, StaffDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { nameFor } from './units-reading.ts';

/** Makes a code for a role that the actor could give themselves. */
export function invite(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'invite'>): Promise<Answer<'invite'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('invite', params.unit);
    const { role, until, uses, to, why } = body;
    if (!canGrant(me, role, place)) throw new Problem('not_found');
    if (until <= deps.now() || (to !== undefined && to <= today(deps))) throw refused('empty-span');
    if (uses > 1 && !FOR_MANY.includes(role)) throw refused('single-use');
    const code = deps.newId();
    const codeHash = await deps.digest(code);
    const made = { unit: unit.id, role, by: me.person, createdAt: deps.now(), until, uses, ...(to && { to }) };
    const after = { role, until, uses, to: to ?? null };
    const thing = { type: 'invitation', id: codeHash };
    const done = await deps.store.invitations.add(codeHash, made, [
      entryOf(deps, { me, right: 'invite', place, thing, after, why }),
    ]);
    if (done !== 'done') throw new Error('an invitation’s code was made twice');
    return { code, until };
  };
}

/** Takes an invitation up. Whoever made it must still be able to give the role: with their right their open invitations end, too. */
export function acceptInvitation(deps: CoreDeps) {
  return async (actor: Actor, { body }: Input<'acceptInvitation'>): Promise<Answer<'acceptInvitation'>> => {
    const me = signedIn(actor);
    const codeHash = await deps.digest(body.code);
    const invitation = await deps.store.invitations.get(codeHash);
    const unit = invitation && (await deps.store.units.get(invitation.unit));
    if (invitation === undefined || unit === undefined) throw new Problem('not_found');
    const from = today(deps);
    const place = { ...(await placeOf(deps, unit, from)), person: me.person };
    const { role, by, to } = invitation;
    if (isOver(unit, invitation, from) || !(await stillMay(deps, invitation, place))) throw refused('spent');
    const span = { from, ...(to && { to }) };
    const held = await deps.store.grants.ofPerson(me.person);
    if (held.some((one) => one.unit === unit.id && one.role === role && overlap(one, span))) throw refused('role-held');
    const grant = { id: deps.newId(), person: me.person, unit: unit.id, role, ...span, by, reason: 'invitation' };
    const after = { person: me.person, role, from, to: to ?? null, invitation: codeHash };
    const act = {
      me,
      right: 'grantRole',
      action: 'acceptInvitation',
      place,
      thing: { type: 'grant', id: grant.id },
      after,
    } as const;
    const done = await deps.store.invitations.accept(codeHash, { grant, at: deps.now() }, [entryOf(deps, act)]);
    if (done !== 'done') throw PROBLEM_OF[done]();
    return { unit: unit.id, unitName: nameFor(unit, from), role, ...span };
  };
}

const PROBLEM_OF: { [D in Exclude<Accepted, 'done'>]: () => Problem } = {
  spent: () => refused('spent'),
  'accepted-already': () => refused('spent'),
  conflict: () => new Problem('conflict'),
  'person-unknown': () => new Problem('session_expired'),
};

/** A unit that is closed takes nobody in; a role that would have ended is none. */
function isOver(unit: Unit, { to }: Invitation, day: string): boolean {
  return (unit.closed !== undefined && unit.closed <= day) || (to !== undefined && to <= day);
}

async function stillMay(deps: CoreDeps, { by, role }: Invitation, place: Place): Promise<boolean> {
  const inviter = actorOn(by, await deps.store.grants.ofPerson(by), dayOf(deps.now()));
  return canGrant(inviter, role, place);
}
