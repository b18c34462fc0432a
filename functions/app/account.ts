// What is one's own: looking at it, correcting it, taking it out. Everybody's own record and nobody else's; what the unit keeps, the unit corrects.
import type { Answer, Input } from '../contract/index.ts';
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import { socialWorkYears } from '../domain/people/employment.ts';
import type { Unit } from '../domain/units/unit.ts';
import type { Person as Record } from '../store/person-writes.ts';
import { type Person, signedIn, today } from './access.ts';
import { entryOf } from './audit.ts';
import { contactOf } from './contact-view.ts';
import type { AccountDeps } from './deps.ts';
import { corrected, nextOf, write } from './people.ts';
import { certificateView } from './people-reading.ts';
import { factsOf, openedNumber, placesOf, requireKept } from './person-records.ts';
import { Problem } from './problem.ts';
import { trainingTakenOut } from './training-export.ts';
import { nameFor } from './units-reading.ts';

/** Oneself: who asks, and what is kept of them. */
export interface Self {
  me: Person;
  person: Record;
}

type SelfAction = Extract<Action, `${string}Self`>;

/** The caller's own record; Problem `not_found` for any other one, `session_expired` for somebody who has become another person. */
export function selfFor(deps: AccountDeps, actor: Actor) {
  return async (action: SelfAction, id: string): Promise<Self> => {
    const me = signedIn(actor);
    if (!can[action](me, ofPerson(id))) throw new Problem('not_found');
    const person = await deps.store.people.get(id);
    if (person === undefined || person.mergedInto !== undefined) throw new Problem('session_expired');
    return { me, person };
  };
}

/** Where it is written down what people do with their own record: at each unit that keeps it, or in the chain of what is in no unit. */
export async function linePlaces(deps: AccountDeps, person: Record): Promise<Place[]> {
  const places = await placesOf(deps, person);
  return places.length > 0 ? places : [ofPerson(person.id)];
}

/** One's own record, masked; all units by name. */
export function readSelf(deps: AccountDeps) {
  return async (actor: Actor, { params }: Input<'readSelf'>): Promise<Answer<'readSelf'>> => {
    const { person } = await selfFor(deps, actor)('readSelf', params.person);
    const { phone, idNumber, employments, version } = person;
    return {
      ...(await recordView(deps, person)),
      ...(phone === undefined ? {} : { phone: phone.masked }),
      ...(idNumber === undefined ? {} : { idNumber: idNumber.masked }),
      ...{ years: socialWorkYears(employments, today(deps)), version },
    };
  };
}

/** Corrects one's own record on the version that the caller saw, with the checks and the refusals of a correction by staff. */
export function changeSelf(deps: AccountDeps) {
  return async (actor: Actor, { params, body }: Input<'changeSelf'>): Promise<Answer<'changeSelf'>> => {
    const { me, person: before } = await selfFor(deps, actor)('changeSelf', params.person);
    if (before.version !== body.version) throw new Problem('conflict');
    requireKept(before);
    const after = corrected(deps, nextOf(deps, before), body);
    const act = { me, right: 'changeSelf', thing: { type: 'person', id: before.id } } as const;
    const facts = { before: factsOf(before), after: factsOf(after) };
    const places = await linePlaces(deps, before);
    const entries = places.map((place) => entryOf(deps, { ...act, ...facts, place }));
    return { version: await write(deps, actor, { before, after, entries }) };
  };
}

/**
 * All that is kept of the caller, numbers whole, but for what other functions give: the practice journal page by page (`listBatches`), mock papers
 * (`exportMock`), exams (`readExams`), subsidies (`readOwnSubsidies`). What figures count of practice follows from the first two. The line in the audit,
 * which holds no values, is written before they are given.
 */
export function exportSelf(deps: AccountDeps) {
  return async (actor: Actor, { params }: Input<'exportSelf'>): Promise<Answer<'exportSelf'>> => {
    const { me, person } = await selfFor(deps, actor)('exportSelf', params.person);
    const taken = await takenOut(deps, person);
    const act = { me, right: 'exportSelf', thing: { type: 'person', id: person.id } } as const;
    const places = await linePlaces(deps, person);
    await deps.store.audit.add(places.map((place) => entryOf(deps, { ...act, place })));
    return taken;
  };
}

async function takenOut(deps: AccountDeps, person: Record): Promise<Answer<'exportSelf'>> {
  const [phone, idNumber] = [openedNumber(deps, 'phone', person), openedNumber(deps, 'idNumber', person)];
  const { identity } = person;
  const [record, reports, sessions, training] = await Promise.all([
    recordView(deps, person),
    deps.store.reports.ofPerson(person.id),
    deps.store.sessions.ofPerson(person.id),
    trainingTakenOut(deps, person.id),
  ]);
  return {
    ...record,
    ...(phone === undefined ? {} : { phone }),
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(identity === undefined ? {} : { identity: { issuer: identity.issuer, subject: identity.subject } }),
    reports: reports.map(({ question, version, reason, text, at, receivedAt }) => {
      return { question, version, reason, text, at, receivedAt };
    }),
    sessions: sessions.map(({ startedAt, expiresAt }) => ({ startedAt, expiresAt })),
    ...{ training, takenAt: deps.now() },
  };
}

type Shown = Omit<Answer<'readSelf'>, 'phone' | 'idNumber' | 'years' | 'version'>;

/** What looking at a record and taking it out have in common: all of it but the numbers. */
async function recordView(deps: AccountDeps, person: Record): Promise<Shown> {
  const { id, name, education, isSocialWorkMajor, employments, certificates, pools, createdAt } = person;
  const [grants, contact] = await Promise.all([deps.store.grants.ofPerson(id), contactOf(deps, id)]);
  const ids = [...employments, ...grants].map(({ unit }) => unit).concat(pools.map(({ selection }) => selection.by));
  const units = await deps.store.units.getMany(ids);
  const named = (unit: string) => nameOf(deps, units.get(unit));
  return {
    ...{ id, name, createdAt, contact },
    ...(education === undefined ? {} : { education }),
    ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
    employments: employments.map(({ unit, post, established, from, to }) => {
      return { unit, unitName: named(unit), post, established, from, ...(to && { to }) };
    }),
    certificates: certificates.map(certificateView),
    pools: pools.map(({ pool, from, to, selection: { day, by, basis } }) => {
      return { pool, from, ...(to && { to }), selection: { day, by, byName: named(by), basis } };
    }),
    grants: grants.map(({ id: grant, unit, role, from, to }) => {
      return { id: grant, unit, unitName: named(unit), role, from, ...(to && { to }) };
    }),
  };
}

function nameOf(deps: AccountDeps, unit: Unit | undefined): string {
  return unit === undefined ? '' : nameFor(unit, today(deps));
}
