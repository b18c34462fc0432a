// Looking at people: a unit's list, one person, and one number whole, which leaves a line in the audit.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { socialWorkYears } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { PersonGrant } from '../store/grants.ts';
import type { Person as Record } from '../store/person-writes.ts';
import type { Worker } from '../store/workers.ts';
import { placeOf, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { StaffDeps } from './deps.ts';
import { nameOfPerson, openedNumber, personFor } from './person-records.ts';
import { refused } from './problem.ts';
import { nameFor, unitsFor } from './units-reading.ts';

const PEOPLE_MOST = 200;

/** Where a list goes on: among the workers, or, when they are done, among the roles. */
interface State {
  stage: 'workers' | 'grants';
  after?: string;
}

type Listed = Answer<'listPeople'>;

/** The unit's workers of a day and its roles of that day or later. The right is today's: who was there once is no news for who left. */
export function listPeople(deps: StaffDeps) {
  return async (actor: Actor, { params, query }: Input<'listPeople'>): Promise<Listed> => {
    const question = { actor: signedIn(actor), route: 'listPeople', asked: { unit: params.unit, ...query } };
    await standingFor(deps, actor)('listPeople', params.unit);
    const state = stateOf<State>(deps, question, query.cursor) ?? { stage: 'workers' };
    const day = query.day ?? today(deps);
    const asked = { unit: params.unit, day, isAll: query.all === 'true', state };
    const { next, ...answer } = await pageFrom(deps, asked);
    return next === undefined ? answer : { ...answer, cursor: cursorOf(deps, question, next) };
  };
}

/** A person, masked; what of their history lies at units that the actor may not read is shown without the unit. */
export function readPerson(deps: StaffDeps) {
  return async (actor: Actor, { params }: Input<'readPerson'>): Promise<Answer<'readPerson'>> => {
    const { person } = await personFor(deps, actor)('readPerson', params.person);
    return profileFor(deps, actor, person);
  };
}

/** One number whole. The line is written before the value is given: no unmasking without one. */
export function unmaskPerson(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'unmaskPerson'>): Promise<Answer<'unmaskPerson'>> => {
    const { person, place } = await personFor(deps, actor)('unmaskPerson', params.person);
    const value = openedNumber(deps, body.field, person);
    if (value === undefined) throw refused('nothing-kept');
    const thing = { type: 'person', id: person.id };
    const act = {
      me: signedIn(actor),
      right: 'unmaskPerson',
      place,
      thing,
      after: { field: body.field },
      why: body.why,
    } as const;
    await deps.store.audit.add([entryOf(deps, act)]);
    return { value };
  };
}

async function pageFrom(
  deps: StaffDeps,
  { unit, day, isAll, state }: { unit: string; day: Day; isAll: boolean; state: State },
): Promise<Pick<Listed, 'workers' | 'grants'> & { next?: State }> {
  const on = state.after === undefined ? {} : { cursor: state.after };
  if (state.stage === 'workers') {
    const { found, next } = await deps.store.workers.list(unit, {
      ...(isAll ? {} : { day }),
      limit: PEOPLE_MOST,
      ...on,
    });
    const goOn: State = next === undefined ? { stage: 'grants' } : { stage: 'workers', after: next };
    return { workers: found.map(workerView), grants: [], next: goOn };
  }
  const { found, next } = await deps.store.grants.ofUnit(unit, { limit: PEOPLE_MOST, ...on });
  const live = found.filter(({ to }) => to === undefined || day < to);
  const names = await namesOf(deps, live);
  const grants = live.map((grant) => grantView(grant, names.get(grant.person)));
  return { workers: [], grants, ...(next === undefined ? {} : { next: { stage: 'grants', after: next } as State }) };
}

async function namesOf(deps: StaffDeps, grants: readonly PersonGrant[]): Promise<Map<string, string | undefined>> {
  const ids = [...new Set(grants.map(({ person }) => person))];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, nameOfPerson(await deps.store.people.get(id))] as const)),
  );
}

function workerView({ person, name, post, established, from, to, maskedPhone }: Worker): Listed['workers'][number] {
  const known = { ...(to === undefined ? {} : { to }), ...(maskedPhone === undefined ? {} : { phone: maskedPhone }) };
  return { person, name, post, established, from, ...known };
}

function grantView({ id, person, role, from, to }: PersonGrant, name: string | undefined): Listed['grants'][number] {
  return { id, person, role, from, ...(to === undefined ? {} : { to }), ...(name === undefined ? {} : { name }) };
}

/** A person's record for a reader: units by name where they may be read, roles where people may be. */
async function profileFor(deps: StaffDeps, actor: Actor, person: Record): Promise<Answer<'readPerson'>> {
  const { id, name, phone, idNumber, education, isSocialWorkMajor, employments, certificates, pools, version } = person;
  const { identity, deletedAt } = person;
  const day = today(deps);
  const units = await unitsFor(deps, actor, [
    ...employments.map(({ unit }) => unit),
    ...pools.map(({ selection }) => selection.by),
  ]);
  return {
    ...{ id, name, version, years: socialWorkYears(employments, day), grants: await grantsFor(deps, actor, id) },
    ...(phone === undefined ? {} : { phone: phone.masked }),
    ...(idNumber === undefined ? {} : { idNumber: idNumber.masked }),
    ...(education === undefined ? {} : { education }),
    ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
    employments: employments.map(({ unit, post, established, from, to }) => {
      const held = units.get(unit);
      const place = held === undefined ? { unit: null } : { unit, unitName: nameFor(held, day) };
      return { ...place, post, established, from, ...(to === undefined ? {} : { to }) };
    }),
    signsIn: identity !== undefined,
    ...(deletedAt === undefined ? {} : { deletedAt }),
    certificates: certificates.map(certificateView),
    pools: pools.map(({ pool, from, to, selection }) => ({
      ...{ pool, from, ...(to === undefined ? {} : { to }) },
      selection: selectionView(selection, units.get(selection.by), day),
    })),
  };
}

type Selection = Answer<'readPerson'>['pools'][number]['selection'];

/** `by` is the unit that selected, where it may be read. */
function selectionView({ day, basis }: Selection, by: Unit | undefined, today: Day): Selection {
  return by === undefined ? { day, by: null, basis } : { day, by: by.id, byName: nameFor(by, today), basis };
}

type Certificate = Answer<'readPerson'>['certificates'][number];

/** A certificate as the wire has it. */
export function certificateView({
  level,
  number,
  issued,
  registered,
  registrationFrom,
  registrationTo,
}: Record['certificates'][number]): Certificate {
  return {
    ...{ level, number, issued },
    ...(registered === undefined ? {} : { registered }),
    ...(registrationFrom === undefined ? {} : { registrationFrom }),
    ...(registrationTo === undefined ? {} : { registrationTo }),
  };
}

async function grantsFor(deps: StaffDeps, actor: Actor, person: string): Promise<Answer<'readPerson'>['grants']> {
  const all = await deps.store.grants.ofPerson(person);
  const units = await deps.store.units.getMany(all.map(({ unit }) => unit));
  const day = today(deps);
  const shown = await Promise.all(
    all.map(async ({ id, unit, role, from, to }) => {
      const held = units.get(unit);
      if (held === undefined || !can.listPeople(actor, await placeOf(deps, held, day))) return [];
      return [{ id, unit, unitName: nameFor(held, day), role, from, ...(to === undefined ? {} : { to }) }];
    }),
  );
  return shown.flat();
}
