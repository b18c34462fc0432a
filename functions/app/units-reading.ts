// One unit with its history, as far as the actor may read: what lies above or beside it and is not theirs is left out or null.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import type { Day } from '../domain/time.ts';
import { nameOn, type Unit } from '../domain/units/unit.ts';
import { placeOf, standingFor, today } from './access.ts';
import type { StaffDeps } from './deps.ts';
import { nameOfPerson } from './person-records.ts';

type Read = Answer<'readUnit'>;

/** A unit as it is on a day. Its structure is shown by the links of that day, its people by today's right to list them. */
export function readUnit(deps: StaffDeps) {
  return async (actor: Actor, { params, query }: Input<'readUnit'>): Promise<Read> => {
    const day = query.day ?? today(deps);
    const { unit, place } = await standingFor(deps, actor)('readUnit', params.unit, day);
    const { id, kind, division, opened, closed, contacts, quota, version } = unit;
    const [parents, successors, path, posts, children, workers] = await Promise.all([
      parentsFor(deps, actor, unit),
      readableOf(deps, actor, unit.successors),
      pathFor(deps, actor, { place, day }),
      postsOf(deps, unit),
      deps.store.units.children(id, day),
      workersFor(deps, actor, { unit, day }),
    ]);
    return {
      ...{ id, kind, division, name: nameFor(unit, day), opened, ...(closed === undefined ? {} : { closed }) },
      ...{ names: unit.names.map(({ from, value }) => ({ from, value })), parents, successors },
      contacts: {
        ...(contacts.phone === undefined ? {} : { phone: contacts.phone }),
        ...(contacts.address === undefined ? {} : { address: contacts.address }),
      },
      ...(quota === undefined ? {} : { quota }),
      ...{ posts, path, children: children.length, ...(workers === undefined ? {} : { workers }), version },
    };
  };
}

/** The name on a day; before it was opened, its first. */
export function nameFor(unit: Unit, day: Day): string {
  return nameOn(unit, day) ?? unit.names[0]?.value ?? '';
}

/** Those of some units that the actor may read today, by id. */
export async function unitsFor(deps: StaffDeps, actor: Actor, ids: Iterable<string>): Promise<Map<string, Unit>> {
  const units = await deps.store.units.getMany(ids);
  const day = today(deps);
  const asked = [...units].map(async ([id, unit]) => {
    return can.readUnit(actor, await placeOf(deps, unit, day)) ? ([id, unit] as const) : undefined;
  });
  return new Map((await Promise.all(asked)).filter((entry) => entry !== undefined));
}

async function readableOf(deps: StaffDeps, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const readable = await unitsFor(deps, actor, ids);
  return ids.filter((id) => readable.has(id));
}

async function parentsFor(deps: StaffDeps, actor: Actor, unit: Unit): Promise<Read['parents']> {
  const readable = await unitsFor(
    deps,
    actor,
    unit.parents.map(({ value }) => value).filter((id) => id !== null),
  );
  return unit.parents.map(({ from, value }) => ({ from, value: value !== null && readable.has(value) ? value : null }));
}

/** From the parent up, as long as the actor may read. */
async function pathFor(
  deps: StaffDeps,
  actor: Actor,
  { place, day }: { place: Place; day: Day },
): Promise<Read['path']> {
  const { ancestors } = place;
  const readable = ancestors.slice(1).filter((_, i) => can.readUnit(actor, { ancestors: ancestors.slice(i + 1) }));
  const units = await deps.store.units.getMany(readable);
  return readable.flatMap((id) => {
    const unit = units.get(id);
    return unit === undefined ? [] : [{ id, name: nameFor(unit, day) }];
  });
}

async function postsOf(deps: StaffDeps, unit: Unit): Promise<Read['posts']> {
  const ids = [...new Set(unit.posts.map(({ person }) => person))];
  const people = new Map(await Promise.all(ids.map(async (id) => [id, await deps.store.people.get(id)] as const)));
  return unit.posts.map(({ post, person, from, to }) => {
    const name = nameOfPerson(people.get(person));
    return { post, person, from, ...(to === undefined ? {} : { to }), ...(name === undefined ? {} : { name }) };
  });
}

/** How many work there on a day; undefined for whoever may not list them. */
async function workersFor(
  deps: StaffDeps,
  actor: Actor,
  { unit, day }: { unit: Unit; day: Day },
): Promise<number | undefined> {
  if (!can.listPeople(actor, await placeOf(deps, unit, today(deps)))) return undefined;
  let count = 0;
  for (let next: string | undefined = '', cursor = {}; next !== undefined; cursor = { cursor: next }) {
    const page: { found: unknown[]; next?: string } = await deps.store.workers.list(unit.id, {
      day,
      limit: 1000,
      ...cursor,
    });
    count += page.found.length;
    next = page.next;
  }
  return count;
}
