// Roles: what one holds oneself, giving one, ending one. Nobody gives what reaches farther than they do, or anything to themselves.
import type { Answer, Input } from '../contract/index.ts';
import { ACTIONS, reachFor } from '../domain/access/actions.ts';
import { type Actor, can, canEnd, canGrant, type Place } from '../domain/access/can.ts';
import type { Role } from '../domain/access/roles.ts';
import { holdsOn, overlap } from '../domain/period.ts';
import type { Day } from '../domain/time.ts';
import type { PersonGrant } from '../store/grants.ts';
import { type Person, placeOf, signedIn, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { StaffDeps } from './deps.ts';
import { placesOf, requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { nameFor } from './units-reading.ts';

type Shown = Answer<'staffMe'>['grants'][number];

/** The actor's grants of today and what they let one do; none for somebody who is no staff. */
export function staffMe(deps: StaffDeps) {
  return async (actor: Actor): Promise<Answer<'staffMe'>> => {
    const me = signedIn(actor);
    const day = today(deps);
    const grants = (await deps.store.grants.ofPerson(me.person)).filter((grant) => holdsOn(grant, day));
    const units = await deps.store.units.getMany(grants.map(({ unit }) => unit));
    return {
      ...{ person: me.person, day },
      grants: grants.map(({ id, unit, role, from, to }) => {
        const held = units.get(unit);
        return {
          ...{ id, unit, role, from, ...(to === undefined ? {} : { to }) },
          ...{ unitName: held === undefined ? '' : nameFor(held, day), actions: actionsOf(role) },
        };
      }),
    };
  };
}

function actionsOf(role: Role): Shown['actions'] {
  return ACTIONS.flatMap((action) => {
    const reach = reachFor(action, role);
    return reach === 'none' || reach === 'self' ? [] : [{ action, reach }];
  });
}

/** Gives a person a role at a unit. Whoever gives it must be able to today and, when it begins later, on that day. */
export function grantRole(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'grantRole'>): Promise<Answer<'grantRole'>> => {
    const me = signedIn(actor);
    const { unit, role, from, to, why } = body;
    const { person } = params;
    const place = await grantable(deps, me, { unit, role, person, from });
    await requireKnown(deps, me, { person, unit });
    const span = { from, ...(to === undefined ? {} : { to }) };
    if (to !== undefined && to <= from) throw refused('empty-span');
    const held = await deps.store.grants.ofPerson(person);
    if (held.some((one) => one.unit === unit && one.role === role && overlap(one, span))) throw refused('role-held');
    const grant = { id: deps.newId(), person, unit, role, ...span, by: me.person, reason: why };
    const after = { person, role, from, to: to ?? null };
    const entry = entryOf(deps, { me, right: 'grantRole', place, thing: { type: 'grant', id: grant.id }, after, why });
    const done = await deps.store.grants.put(grant, [entry]);
    if (done === 'person-unknown') throw new Problem('not_found');
    if (done === 'conflict') throw new Problem('conflict');
    return { grant: grant.id };
  };
}

/** Ends a role from a day on, today at the earliest: what it let somebody do until then stays done. */
export function endRole(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'endRole'>): Promise<Answer<'endRole'>> => {
    const me = signedIn(actor);
    const grant = (await deps.store.grants.ofPerson(params.person)).find(({ id }) => id === params.grant);
    if (grant === undefined) throw new Problem('not_found');
    const place = await placeAt(deps, grant.unit, { day: today(deps), person: grant.person });
    if (!canEnd(me, grant.role, place)) throw new Problem('not_found');
    const { day, why } = body;
    if (day < today(deps) || day < grant.from) throw refused('too-early');
    if (grant.to !== undefined && grant.to <= day) throw refused('already-ended');
    const [before, after] = [grantFacts(grant), { ...grantFacts(grant), to: day }];
    const entry = entryOf(deps, {
      me,
      right: 'endRole',
      place,
      thing: { type: 'grant', id: grant.id },
      before,
      after,
      why,
    });
    const done = await deps.store.grants.end(grant, { day, by: me.person }, [entry]);
    if (done === 'conflict') throw new Problem('conflict');
    return { grant: grant.id, to: day };
  };
}

interface Wanted {
  unit: string;
  role: Role;
  person: string;
  from: Day;
}

async function grantable(deps: StaffDeps, me: Person, { unit, role, person, from }: Wanted): Promise<Place> {
  const now = today(deps);
  const days = from > now ? [now, from] : [now];
  const places = await Promise.all(days.map((day) => placeAt(deps, unit, { day, person })));
  if (!places.every((place) => canGrant(me, role, place))) throw new Problem('not_found');
  return places[0] as Place;
}

async function placeAt(deps: StaffDeps, id: string, { day, person }: { day: Day; person: string }): Promise<Place> {
  const unit = await deps.store.units.get(id);
  if (unit === undefined) throw new Problem('not_found');
  return { ...(await placeOf(deps, unit, day)), person };
}

/**
 * A role goes to somebody whom the actor may look up, or who has one at this unit already. Everybody else comes by an invitation, which they
 * accept themselves: an id alone is no way to draw a stranger into one's unit.
 */
async function requireKnown(
  deps: StaffDeps,
  me: Person,
  { person: id, unit }: { person: string; unit: string },
): Promise<void> {
  const person = await deps.store.people.get(id);
  if (person === undefined) throw new Problem('not_found');
  const places = await placesOf(deps, person);
  if (places.some((place) => can.readPerson(me, place))) return requireKept(person);
  const held = await deps.store.grants.ofPerson(id);
  if (!held.some((grant) => grant.unit === unit && holdsOn(grant, today(deps)))) throw new Problem('not_found');
}

/** What of a grant stands in an audit line. */
export function grantFacts({ person, role, from, to }: PersonGrant) {
  return { person, role, from, to: to ?? null };
}
