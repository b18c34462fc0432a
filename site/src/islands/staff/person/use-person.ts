// A person as staff see them, where they stand, and what one may do about them.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Action } from '../../../../../functions/domain/access/actions.ts';
import { can, type Place } from '../../../../../functions/domain/access/can.ts';
import { holdsOn } from '../../../../../functions/domain/period.ts';
import type { Day } from '../../../../../functions/domain/time.ts';
import { ApiProblem, type Call } from '../../../api/client.ts';
import { type Staff, useStaff } from '../../../shell/staff.tsx';
import { placeOf } from '../units/use-unit.ts';
import { type Loaded, useLoad } from '../use-load.ts';

export type PersonRead = Answer<'readPerson'>;
export type Employment = PersonRead['employments'][number];
export type Certificate = PersonRead['certificates'][number];
export type Membership = PersonRead['pools'][number];
export type PersonGrant = PersonRead['grants'][number];

export interface Known {
  person: PersonRead;
  /** Unit → where it stands: of the units where the person works, worked last, or has a role. */
  places: ReadonlyMap<string, Place>;
  /** The units through which one reaches the person. */
  through: readonly string[];
}

export function usePerson(id: string): Loaded<Known> {
  const { call, today } = useStaff();
  return useLoad(`person ${id}`, async () => {
    const person = await call('readPerson', { params: { person: id }, query: {} });
    const through = belonging(person, today);
    const units = [...new Set([...through, ...person.grants.map(({ unit }) => unit)])];
    const places = await Promise.all(units.map(async (unit) => [unit, await placeFor(call, unit)] as const));
    return { person, through, places: new Map(places) };
  });
}

/** Whether one may do something to a person through any of the units they belong to. */
export function may({ actor }: Pick<Staff, 'actor'>, action: Action, { person, places, through }: Known): boolean {
  return through.some((unit) =>
    can[action](actor, { ...(places.get(unit) ?? { ancestors: [unit] }), person: person.id }),
  );
}

/** The units a person works at on a day; of whoever works nowhere, the last one, or the first to come. */
export function belonging({ employments }: Pick<PersonRead, 'employments'>, day: Day): string[] {
  const present = employments.filter((one) => holdsOn({ from: one.from, ...(one.to && { to: one.to }) }, day));
  const rising = employments.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const nearest = rising.findLast(({ from }) => from <= day) ?? rising[0];
  const chosen = present.length > 0 ? present : nearest === undefined ? [] : [nearest];
  return [...new Set(chosen.map(({ unit }) => unit).filter((unit) => unit !== null))];
}

/** Where a unit stands; one that is not ours to read stands alone. */
async function placeFor(call: Call, unit: string): Promise<Place> {
  return call('readUnit', { params: { unit }, query: {} }).then(placeOf, (problem) => {
    if (problem instanceof ApiProblem && problem.code === 'not_found') return { ancestors: [unit] };
    throw problem;
  });
}
