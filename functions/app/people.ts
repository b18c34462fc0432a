// Keeping people: adding somebody to a unit, correcting, certificates and pools, leaving, transfers. History is added to; numbers are sealed.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { withCertificate } from '../domain/people/certificate.ts';
import { employ, leave, transfer } from '../domain/people/employment.ts';
import { joinPool, leavePool } from '../domain/people/pools.ts';
import type { PersonChange, PersonPut, Person as Record } from '../store/person-writes.ts';
import { signedIn, standingFor, standingForChange } from './access.ts';
import { entryOf } from './audit.ts';
import type { AccountDeps, StaffDeps } from './deps.ts';
import { type Found, factsOf, mayRead, personFor, requireKept, sealedNumber } from './person-records.ts';
import { duplicate, Problem, refused } from './problem.ts';

type Change = Input<'changePerson'>['body'];
type Wish<K extends Change['kind']> = Extract<Change, { kind: K }>;

/**
 * Employments, certificates, pool memberships. More are an error of a form, not a career; an item stays small, and a new name fits with a line
 * for each employment into one transaction.
 */
const ENTRIES_MOST = 40;

/**
 * Adds a person who begins to work at a unit. A phone or identity number that somebody has already is refused, with nothing of whose it is but
 * for whoever may read them.
 */
export function addPerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'addPerson'>): Promise<Answer<'addPerson'>> => {
    const { place, unit } = await standingFor(deps, actor)('addPerson', params.unit);
    const { name, phone, idNumber, education, isSocialWorkMajor, post, established, from, why } = body;
    const [id, now] = [deps.newId(), deps.now()];
    const after: PersonChange['after'] = {
      ...{ id, name, createdAt: now, changedAt: now, certificates: [], pools: [] },
      employments: [{ unit: unit.id, post, established, from }],
      ...(phone === undefined ? {} : { phone: sealedNumber(deps, 'phone', { typed: phone, person: id }) }),
      ...(idNumber === undefined ? {} : { idNumber: sealedNumber(deps, 'idNumber', { typed: idNumber, person: id }) }),
      ...(education === undefined ? {} : { education }),
      ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
    };
    const act = { me: signedIn(actor), right: 'addPerson', place, thing: { type: 'person', id }, why } as const;
    const entries = [entryOf(deps, { ...act, after: factsOf(after) })];
    const version = await write(deps, actor, { after, entries });
    return { person: id, version };
  };
}

/** Changes a person on the version that the caller saw. */
export function changePerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'changePerson'>): Promise<Answer<'changePerson'>> => {
    const found = await personFor(deps, actor)('changePerson', params.person);
    const { person: before } = found;
    const places = await placesFor(deps, actor, { found, body });
    if (before.version !== body.version) throw new Problem('conflict');
    // What was begun before may still be ended.
    if (body.kind !== 'leave' && body.kind !== 'leave-pool') requireKept(before);
    const after = changed(deps, before, body);
    const thing = { type: 'person', id: before.id };
    const act = { me: signedIn(actor), right: 'changePerson', thing, action: ACTION_OF[body.kind] } as const;
    const facts = { before: factsOf(before), after: factsOf(after), why: 'why' in body ? body.why : undefined };
    const entries = places.map((place) => entryOf(deps, { ...act, ...facts, place }));
    const version = await write(deps, actor, { before, after, entries });
    return { person: before.id, version };
  };
}

/** Moves a person to another unit or post from a day on. The right is asked at both units, today and on that day. */
export function transferPerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'transferPerson'>): Promise<Answer<'transferPerson'>> => {
    const me = signedIn(actor);
    const { person: before } = await personFor(deps, actor)('transferPerson', params.person);
    const right = standingForChange(deps, actor);
    const joining = await right('transferPerson', body.to, body.day);
    if (before.version !== body.version) throw new Problem('conflict');
    requireKept(before);
    const { from, to, day, post, established } = body;
    const wanted = {
      to,
      day,
      ...(from && { from }),
      ...(post && { post }),
      ...(established !== undefined && { established }),
    };
    requireRoom(before.employments);
    const moved = transfer(before.employments, wanted);
    if (!moved.ok) throw refused(moved.reason);
    const leaving = await right('transferPerson', moved.ended.unit, day);
    const after = { ...nextOf(deps, before), employments: moved.employments };
    const act = { me, right: 'transferPerson', thing: { type: 'person', id: before.id }, why: body.why } as const;
    const facts = { before: factsOf(before), after: factsOf(after) };
    // Both units' managers find it in their own audit.
    const places = to === moved.ended.unit ? [joining] : [leaving, joining];
    const entries = places.map(({ place }) => entryOf(deps, { ...act, ...facts, place }));
    const version = await write(deps, actor, { before, after, entries });
    return { person: before.id, version, changesPost: moved.changesPost };
  };
}

interface Asking {
  found: Found;
  body: Change;
}

/**
 * Where a change of a person is written down, once the actor may do it at every unit that it touches: at the unit that selects for a pool, at
 * the one that is joined, today and on that day, and at the one that is left. Working at a second unit lays nobody's first one open.
 */
async function placesFor(deps: StaffDeps, actor: Actor, { found, body }: Asking): Promise<Place[]> {
  const { person, place } = found;
  switch (body.kind) {
    case 'join-pool':
      await standingFor(deps, actor)('changePerson', body.selection.by);
      return [place];
    case 'employ': {
      const joined = await standingForChange(deps, actor)('addPerson', body.unit, body.day);
      return joined.place.ancestors[0] === place.ancestors[0] ? [place] : [place, joined.place];
    }
    case 'leave': {
      const left = leave(person.employments, { day: body.day, ...(body.from && { from: body.from }) });
      if (!left.ok) return [place];
      return [(await standingFor(deps, actor)('changePerson', left.before.unit)).place];
    }
    default:
      return [place];
  }
}

const ACTION_OF: { [K in Change['kind']]: string } = {
  correct: 'changePerson',
  certificate: 'addCertificate',
  'join-pool': 'joinPool',
  'leave-pool': 'leavePool',
  employ: 'beginPost',
  leave: 'leavePost',
};

/** The person as they shall be. */
function changed(deps: StaffDeps, person: Record, change: Change): PersonChange['after'] {
  const kept = nextOf(deps, person);
  switch (change.kind) {
    case 'correct':
      return corrected(deps, kept, change);
    case 'certificate':
      return { ...kept, certificates: certified(person, change) };
    case 'join-pool': {
      const { pool, day, until, selection } = change;
      requireRoom(person.pools);
      const joined = joinPool(person.pools, { pool, from: day, ...(until && { to: until }), selection });
      if (!joined.ok) throw refused(joined.reason);
      return { ...kept, pools: joined.memberships };
    }
    case 'leave-pool': {
      const left = leavePool(person.pools, change.pool, change.day);
      if (!left.ok) throw refused(left.reason);
      return { ...kept, pools: left.memberships };
    }
    case 'employ': {
      const { unit, post, established, day, until } = change;
      requireRoom(person.employments);
      const begun = { unit, post, established, from: day, ...(until && { to: until }) };
      const employed = employ(person.employments, begun);
      if (!employed.ok) throw refused(employed.reason);
      return { ...kept, employments: employed.employments };
    }
    case 'leave': {
      const left = leave(person.employments, { day: change.day, ...(change.from && { from: change.from }) });
      if (!left.ok) throw refused(left.reason);
      return { ...kept, employments: left.employments };
    }
  }
}

/** A correction of what a person is called, known by and has studied. */
export type Correction = Pick<Wish<'correct'>, 'name' | 'phone' | 'idNumber' | 'education' | 'isSocialWorkMajor'>;

/** The person as a correction makes them: what is missing stays, null takes a field away. */
export function corrected(deps: AccountDeps, person: PersonChange['after'], change: Correction): PersonChange['after'] {
  const { phone, idNumber, education, isSocialWorkMajor, ...rest } = person;
  const number = (field: 'phone' | 'idNumber') => {
    const typed = change[field];
    if (typed === undefined) return person[field];
    return typed === null ? undefined : sealedNumber(deps, field, { typed, person: person.id });
  };
  const next = {
    ...{ phone: number('phone'), idNumber: number('idNumber') },
    education: change.education === undefined ? education : (change.education ?? undefined),
    isSocialWorkMajor:
      change.isSocialWorkMajor === undefined ? isSocialWorkMajor : (change.isSocialWorkMajor ?? undefined),
  };
  const held = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  return { ...rest, ...held, name: change.name ?? person.name };
}

function certified(person: Record, { certificate }: Wish<'certificate'>): Record['certificates'] {
  const { level, number, issued, registered, registrationFrom, registrationTo } = certificate;
  const registration = {
    ...(registered && { registered }),
    ...(registrationFrom && { registrationFrom }),
    ...(registrationTo && { registrationTo }),
  };
  const certificates = withCertificate(person.certificates, { level, number, issued, ...registration });
  if (certificates.length > person.certificates.length) requireRoom(person.certificates);
  return certificates;
}

function requireRoom(entries: readonly unknown[]): void {
  if (entries.length >= ENTRIES_MOST) throw refused('list-full');
}

/** A person as a change takes them: as they were read, to be written now. */
export function nextOf(deps: Pick<AccountDeps, 'now'>, { version: _, ...rest }: Record): PersonChange['after'] {
  return { ...rest, changedAt: deps.now() };
}

interface Writing extends PersonChange {
  /** The lines of what was done. */
  entries: readonly AuditEntry[];
}

/** Writes a person; gives the new version. */
export async function write(deps: AccountDeps, actor: Actor, { before, after, entries }: Writing): Promise<number> {
  const done = await deps.store.people.put({ before, after }, entries);
  if (done !== 'done') throw await problemOf(deps, actor, { done, after });
  return (before?.version ?? 0) + 1;
}

interface Unwritten {
  done: Exclude<PersonPut, 'done'>;
  after: PersonChange['after'];
}

async function problemOf(deps: AccountDeps, actor: Actor, { done, after }: Unwritten): Promise<Problem> {
  const { people } = deps.store;
  switch (done) {
    case 'conflict':
    case 'identity-taken':
      return new Problem('conflict');
    case 'id-number-taken':
      return duplicate(await readable(after.idNumber && (await people.findByIdHash(after.idNumber.hash))));
    case 'phone-taken':
      return duplicate(await readable(after.phone && (await people.findByPhoneHash(after.phone.hash))));
    case 'unit-not-open':
      return refused('not-open');
  }

  /** The id of somebody whom the actor may read; undefined for everybody else's. */
  async function readable(id: string | undefined): Promise<string | undefined> {
    const holder = id === undefined ? undefined : await people.get(id);
    return holder !== undefined && (await mayRead(deps, actor, holder)) ? id : undefined;
  }
}
