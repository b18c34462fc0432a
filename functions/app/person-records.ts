// A person's record as staff reach it: through the units where the person works, or, for somebody who has left, last worked.
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import { auditable, type Facts } from '../domain/audit/facts.ts';
import { type Employment, employmentsOn } from '../domain/people/employment.ts';
import { checkIdNumber, maskIdNumber } from '../domain/people/id-number.ts';
import { checkPhone, maskPhone } from '../domain/people/phone.ts';
import type { Day } from '../domain/time.ts';
import type { Person as Record, SealedNumber } from '../store/person-writes.ts';
import { placeOf, today } from './access.ts';
import type { AccountDeps, CoreDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';

/** A person, and the place at which the actor was found to have the right. */
export interface Found {
  person: Record;
  place: Place;
}

/** A number that is kept sealed. */
export type NumberField = 'phone' | 'idNumber';

/** A person for an actor who may do something to them today; Problem `not_found` for everybody else and for nobody's id. */
export function personFor(deps: AccountDeps, actor: Actor) {
  return async (action: Action, id: string): Promise<Found> => {
    const person = await deps.store.people.get(id);
    if (person === undefined) throw new Problem('not_found');
    const places = await placesOf(deps, person);
    const place = places.find((one) => can[action](actor, one));
    if (place === undefined) throw new Problem('not_found');
    return { person, place };
  };
}

/** Whether an actor may read a person. Whoever may not is told nothing of who has a number. */
export async function mayRead(deps: AccountDeps, actor: Actor, person: Record): Promise<boolean> {
  return (await placesOf(deps, person)).some((place) => can.readPerson(actor, place));
}

/** Where a person stands today: one place for each unit they work at. Roles make no place: else giving one would open the record. */
export async function placesOf(deps: CoreDeps, person: Record): Promise<Place[]> {
  const day = today(deps);
  const ids = new Set(belongingOn(person.employments, day).map(({ unit }) => unit));
  const units = await deps.store.units.getMany(ids);
  const places = [...units.values()].map(async (unit) => ({ ...(await placeOf(deps, unit, day)), person: person.id }));
  return Promise.all(places);
}

/** The employments of the day; of whoever has none, the last one, or the next for somebody who is yet to begin. */
function belongingOn(employments: readonly Employment[], day: Day): Employment[] {
  const present = employmentsOn(employments, day);
  if (present.length > 0) return present;
  const rising = employments.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const nearest = rising.findLast(({ from }) => from <= day) ?? rising[0];
  return nearest === undefined ? [] : [nearest];
}

/** A typed number, checked, masked, sealed for this person and hashed; Problem `invalid_input` names the field and what is wrong with it. */
export function sealedNumber(
  deps: AccountDeps,
  field: NumberField,
  { typed, person }: { typed: string; person: string },
): SealedNumber {
  const checked = field === 'phone' ? checkPhone(typed) : checkIdNumber(typed, today(deps));
  if (!checked.ok) throw new Problem('invalid_input', [{ path: field, message: checked.reason }]);
  const { value } = checked;
  return {
    masked: field === 'phone' ? maskPhone(value) : maskIdNumber(value),
    sealed: deps.vault.seal(value, aboutOf(field, person)),
    hash: hashOf(deps, field, value),
  };
}

/** What hashing a number needs. */
interface Hashing extends Pick<AccountDeps, 'now'> {
  vault: Pick<AccountDeps['vault'], 'keyedHash'>;
}

/** What a typed number that passes its checks is found by; undefined for one that does not. */
export function hashOfNumber(deps: Hashing, field: NumberField, typed: string): string | undefined {
  const checked = field === 'phone' ? checkPhone(typed) : checkIdNumber(typed, today(deps));
  return checked.ok ? hashOf(deps, field, checked.value) : undefined;
}

function hashOf(deps: Hashing, field: NumberField, value: string): string {
  return deps.vault.keyedHash(`${field} ${value}`);
}

/** A number whole. Throws when it was not sealed for this person: then the table was tampered with, or the key is another. */
export function openedNumber(deps: AccountDeps, field: NumberField, person: Record): string | undefined {
  const number = person[field];
  if (number === undefined) return undefined;
  const value = deps.vault.open(number.sealed, aboutOf(field, person.id));
  if (value === undefined) throw new Error(`a sealed ${field} does not open`);
  return value;
}

/** Refuses to keep anything personal of somebody whose account was deleted. */
export function requireKept({ deletedAt }: Pick<Record, 'deletedAt'>): void {
  if (deletedAt !== undefined) throw refused('person-deleted');
}

/** A person's name for those who look; undefined for somebody who is not there, or has gone. */
export function nameOfPerson(person: Record | undefined): string | undefined {
  return person?.deletedAt === undefined && person?.mergedInto === undefined ? person?.name : undefined;
}

/** What of a person may stand in an audit line. */
export function factsOf(person: Omit<Record, 'version'>): Facts {
  const { phone, idNumber, ...rest } = person;
  return auditable({
    ...rest,
    ...(phone === undefined ? {} : { phone: phone.masked }),
    ...(idNumber === undefined ? {} : { idNumber: idNumber.masked }),
  });
}

function aboutOf(field: NumberField, person: string): string {
  return `${field} of ${person}`;
}
