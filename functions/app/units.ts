// Changing units: every change is dated, judged by the domain on the units as they stand, and written with its audit lines or not at all.
import type { Answer, Input } from '../contract/index.ts';
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import type { Day } from '../domain/time.ts';
import type { Change } from '../domain/units/changes.ts';
import type { Opening } from '../domain/units/life.ts';
import { type Person, signedIn, standingForChange } from './access.ts';
import type { StaffDeps } from './deps.ts';
import { personFor, requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { gatherFor } from './units-world.ts';
import { writeChange } from './units-writing.ts';

type Body = Input<'changeUnit'>['body'];
type Wish<K extends Body['kind']> = Extract<Body, { kind: K }>;

/** Opens a unit under a parent; one without a parent begins a tree. */
export function openUnit(deps: StaffDeps) {
  return async (actor: Actor, { body }: Input<'openUnit'>): Promise<Answer<'openUnit'>> => {
    const { day, why, ...rest } = body;
    const me = signedIn(actor);
    const place = await placeForOpening(deps, me, rest.parent, day);
    const opening = openingOf(deps.newId(), rest);
    const wanted = { kind: 'open', opening } as const;
    const gathered = await gatherFor(deps, wanted, day);
    const [opened] = await writeChange(deps, {
      me,
      gathered,
      wanted,
      day,
      why,
      right: 'openUnit',
      place,
    });
    if (opened === undefined) throw new Error('an opening that is done has opened a unit');
    return { unit: opened.id, version: opened.version };
  };
}

/** Every other change of a unit, and of those that it touches. */
export function changeUnit(deps: StaffDeps) {
  return async (actor: Actor, { params, body }: Input<'changeUnit'>): Promise<Answer<'changeUnit'>> => {
    const me = signedIn(actor);
    const { day, why, version } = body;
    const right = RIGHT_FOR[body.kind];
    const { unit, place } = await standingForChange(deps, me)(right, params.unit, day);
    const wanted = await wantedBy(deps, me, { unit: unit.id, body });
    const gathered = await gatherFor(deps, wanted, day);
    if (gathered.units.get(unit.id)?.version !== version) throw new Problem('conflict');
    const units = await writeChange(deps, { me, gathered, wanted, day, why, right, place });
    return { units: units.map(({ id, version }) => ({ unit: id, version })) };
  };
}

/** The right that each change asks for at the unit of the path. */
const RIGHT_FOR: Record<Body['kind'], Action> = {
  rename: 'changeUnit',
  correct: 'changeUnit',
  appoint: 'changeUnit',
  relieve: 'changeUnit',
  rectify: 'changeUnit',
  move: 'moveUnit',
  close: 'closeUnit',
  merge: 'closeUnit',
  split: 'closeUnit',
};

interface Wishing {
  unit: string;
  body: Body;
}

/** The domain's change for what is wished, once the actor may do it at every other unit that it touches, too. */
async function wantedBy(deps: StaffDeps, me: Person, { unit, body }: Wishing): Promise<Change> {
  switch (body.kind) {
    case 'rename':
      return { kind: 'rename', unit, name: body.name };
    case 'correct':
      return correction(unit, body);
    case 'appoint':
      // A post is no way to learn who exists: whoever is named must be somebody the actor may look up.
      requireKept((await personFor(deps, me)('readPerson', body.person)).person);
      return { kind: 'appoint', unit, post: body.post, person: body.person };
    case 'relieve':
      return { kind: 'relieve', unit, post: body.post, person: body.person };
    case 'rectify':
      return rectification(deps, me, { unit, body });
    case 'move':
      await standingForChange(deps, me)('openUnit', body.parent, body.day);
      return { kind: 'move', unit, parent: body.parent };
    case 'close':
      return { kind: 'close', unit, hasMembers: await deps.store.workers.anyFrom(unit, body.day) };
    case 'merge':
      return merger(deps, me, { unit, body });
    case 'split':
      return division(deps, me, { unit, body });
  }
}

function correction(unit: string, { contacts, quota }: Wish<'correct'>): Change {
  return {
    ...{ kind: 'correct', unit },
    ...(contacts === undefined ? {} : { contacts: contactsOf(contacts) }),
    ...(quota === undefined ? {} : { quota }),
  };
}

/** A post put right. The past is one's own to correct as far as one could have written it, and nobody is named whom one may not look up. */
async function rectification(
  deps: StaffDeps,
  me: Person,
  { unit, body }: { unit: string; body: Wish<'rectify'> },
): Promise<Change> {
  const { post, person, right } = body;
  const wrong = { kind: 'rectify', unit, field: 'post', post, person } as const;
  if (right === undefined) return wrong;
  await standingForChange(deps, me)('changeUnit', unit, right.from);
  if (right.person !== person) requireKept((await personFor(deps, me)('readPerson', right.person)).person);
  const { to, ...held } = right;
  return { ...wrong, right: { ...held, ...(to === undefined ? {} : { to }) } };
}

async function merger(
  deps: StaffDeps,
  me: Person,
  { unit, body }: { unit: string; body: Wish<'merge'> },
): Promise<Change> {
  for (const other of body.others) await standingForChange(deps, me)('closeUnit', other, body.day);
  const into = await intoOf(deps, me, { target: body.into, day: body.day });
  const units = [unit, ...body.others];
  await requireNoMembers(deps, units, body.day);
  return { kind: 'merge', units, into };
}

async function division(
  deps: StaffDeps,
  me: Person,
  { unit, body }: { unit: string; body: Wish<'split'> },
): Promise<Change> {
  const into = [];
  for (const target of body.into) into.push(await intoOf(deps, me, { target, day: body.day }));
  const ids = into.map((one) => (typeof one === 'string' ? one : one.id));
  const children = body.children.map(({ child, to }) => ({ child, to: ids[to] }));
  if (children.some(({ to }) => to === undefined)) {
    throw new Problem('invalid_input', [{ path: 'children', message: 'to must be a place in `into`' }]);
  }
  await requireNoMembers(deps, [unit], body.day);
  return { kind: 'split', unit, into, children: children as { child: string; to: string }[] };
}

/** What another unit goes into. Taking one in is as grave as closing one. */
async function intoOf(
  deps: StaffDeps,
  me: Person,
  { target, day }: { target: Wish<'merge'>['into']; day: Day },
): Promise<string | Opening> {
  if ('unit' in target) {
    await standingForChange(deps, me)('closeUnit', target.unit, day);
    return target.unit;
  }
  await placeForOpening(deps, me, target.opening.parent, day);
  return openingOf(deps.newId(), target.opening);
}

/** Where a new unit will lie, for an actor who may open one there. Above all trees there is only what an operator may do. */
async function placeForOpening(deps: StaffDeps, me: Person, parent: string | null, day: Day): Promise<Place> {
  if (parent !== null) return (await standingForChange(deps, me)('openUnit', parent, day)).place;
  const place = { ancestors: [] };
  if (!can.openUnit(me, place)) throw new Problem('not_found');
  return place;
}

/** Transfers come first: what they write would not fit into the transaction that ends a unit. */
async function requireNoMembers(deps: StaffDeps, units: readonly string[], day: Day): Promise<void> {
  for (const unit of units) if (await deps.store.workers.anyFrom(unit, day)) throw refused('has-members');
}

type Begun = Pick<Input<'openUnit'>['body'], 'kind' | 'division' | 'name' | 'parent' | 'contacts' | 'quota'>;

function openingOf(id: string, { kind, division, name, parent, contacts, quota }: Begun): Opening {
  return {
    ...{ id, kind, division, name, parent },
    ...(contacts === undefined ? {} : { contacts: contactsOf(contacts) }),
    ...(quota === undefined ? {} : { quota }),
  };
}

function contactsOf({ phone, address }: { phone?: string | undefined; address?: string | undefined }) {
  return { ...(phone === undefined ? {} : { phone }), ...(address === undefined ? {} : { address }) };
}
