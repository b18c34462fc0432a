// Keeping people: adding somebody to a unit, correcting, certificates and pools, leaving, transfers. History is added to; numbers are sealed.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { leave, transfer } from '../domain/people/employment.ts';
import { joinPool, leavePool } from '../domain/people/pools.ts';
import type { PersonChange, PersonPut, Person as Record } from '../store/person-writes.ts';
import { signedIn, standingFor, standingForChange } from './access.ts';
import { entryOf } from './audit.ts';
import type { StaffDeps } from './deps.ts';
import { factsOf, personFor, sealedNumber } from './person-records.ts';
import { Problem, refused } from './problem.ts';

type Change = Input<'changePerson'>['body'];
type Wish<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** More are an error of a form, not a career; and an item stays small. */
const CERTIFICATES_MOST = 20;

/** Adds a person who begins to work at a unit. A phone or identity number that somebody has already is refused, with nothing of whose it is. */
export function addPerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'addPerson'>): Promise<Answer<'addPerson'>> => {
    const { place, unit } = await standingFor(deps, actor)('addPerson', params.unit);
    const { name, phone, idNumber, education, isSocialWorkMajor, post, established, from, why } = body;
    const id = deps.newId();
    const after: PersonChange['after'] = {
      ...{ id, name, createdAt: deps.now(), certificates: [], pools: [] },
      employments: [{ unit: unit.id, post, established, from }],
      ...(phone === undefined ? {} : { phone: sealedNumber(deps, 'phone', { typed: phone, person: id }) }),
      ...(idNumber === undefined ? {} : { idNumber: sealedNumber(deps, 'idNumber', { typed: idNumber, person: id }) }),
      ...(education === undefined ? {} : { education }),
      ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
    };
    const act = { me: signedIn(actor), right: 'addPerson', place, thing: { type: 'person', id }, why } as const;
    const version = await write(deps, { after }, [entryOf(deps, { ...act, after: factsOf(after) })]);
    return { person: id, version };
  };
}

/** Changes a person on the version that the caller saw. */
export function changePerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'changePerson'>): Promise<Answer<'changePerson'>> => {
    const { person: before, place } = await personFor(deps, actor)('changePerson', params.person);
    if (body.kind === 'join-pool') await standingFor(deps, actor)('changePerson', body.selection.by);
    if (before.version !== body.version) throw new Problem('conflict');
    const after = changed(deps, before, body);
    const thing = { type: 'person', id: before.id };
    const act = { me: signedIn(actor), right: 'changePerson', place, thing, action: ACTION_OF[body.kind] } as const;
    const facts = { before: factsOf(before), after: factsOf(after), why: 'why' in body ? body.why : undefined };
    const version = await write(deps, { before, after }, [entryOf(deps, { ...act, ...facts })]);
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
    const { from, to, day, post, established } = body;
    const wanted = {
      to,
      day,
      ...(from && { from }),
      ...(post && { post }),
      ...(established !== undefined && { established }),
    };
    const moved = transfer(before.employments, wanted);
    if (!moved.ok) throw refused(moved.reason);
    const leaving = await right('transferPerson', moved.ended.unit, day);
    const after = { ...without(before), employments: moved.employments };
    const act = { me, right: 'transferPerson', thing: { type: 'person', id: before.id }, why: body.why } as const;
    const facts = { before: factsOf(before), after: factsOf(after) };
    // Both units' managers find it in their own audit.
    const places = to === moved.ended.unit ? [joining] : [leaving, joining];
    const version = await write(
      deps,
      { before, after },
      places.map(({ place }) => entryOf(deps, { ...act, ...facts, place })),
    );
    return { person: before.id, version, changesPost: moved.changesPost };
  };
}

const ACTION_OF: { [K in Change['kind']]: string } = {
  correct: 'changePerson',
  certificate: 'addCertificate',
  'join-pool': 'joinPool',
  'leave-pool': 'leavePool',
  leave: 'leavePost',
};

/** The person as they shall be. */
function changed(deps: StaffDeps, person: Record, change: Change): PersonChange['after'] {
  const kept = without(person);
  switch (change.kind) {
    case 'correct':
      return corrected(deps, kept, change);
    case 'certificate':
      return { ...kept, certificates: certified(person, change) };
    case 'join-pool': {
      const { pool, day, until, selection } = change;
      const joined = joinPool(person.pools, { pool, from: day, ...(until && { to: until }), selection });
      if (!joined.ok) throw refused(joined.reason);
      return { ...kept, pools: joined.memberships };
    }
    case 'leave-pool': {
      const left = leavePool(person.pools, change.pool, change.day);
      if (!left.ok) throw refused(left.reason);
      return { ...kept, pools: left.memberships };
    }
    case 'leave': {
      const left = leave(person.employments, { day: change.day, ...(change.from && { from: change.from }) });
      if (!left.ok) throw refused(left.reason);
      return { ...kept, employments: left.employments };
    }
  }
}

/** What is missing stays, null takes a field away. */
function corrected(deps: StaffDeps, person: PersonChange['after'], change: Wish<'correct'>): PersonChange['after'] {
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

/** A certificate of the same level and number takes the other's place: that is how a registration is renewed. */
function certified(person: Record, { certificate }: Wish<'certificate'>): Record['certificates'] {
  const { level, number, issued, registered, registrationFrom, registrationTo } = certificate;
  const others = person.certificates.filter((one) => one.level !== level || one.number !== number);
  if (others.length >= CERTIFICATES_MOST) throw refused('too-many');
  const registration = {
    ...(registered && { registered }),
    ...(registrationFrom && { registrationFrom }),
    ...(registrationTo && { registrationTo }),
  };
  return [...others, { level, number, issued, ...registration }];
}

function without({ version: _, ...rest }: Record): PersonChange['after'] {
  return rest;
}

const PROBLEM_OF: { [D in Exclude<PersonPut, 'done'>]: () => Problem } = {
  conflict: () => new Problem('conflict'),
  'identity-taken': () => new Problem('conflict'),
  'id-number-taken': () => new Problem('duplicate_person'),
  'phone-taken': () => new Problem('duplicate_person'),
  'unit-not-open': () => refused('not-open'),
};

/** Writes a person with the lines of what was done; gives the new version. */
async function write(deps: StaffDeps, change: PersonChange, entries: readonly AuditEntry[]): Promise<number> {
  const done = await deps.store.people.put(change, entries);
  if (done !== 'done') throw PROBLEM_OF[done]();
  return (change.before?.version ?? 0) + 1;
}
