// Changing units: every change is dated, judged by the domain on the units as they stand, and written with its audit lines or not at all.
import type { Answer, Input } from '../contract/index.ts';
import type { Action } from '../domain/access/actions.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import type { Day } from '../domain/time.ts';
import type { Change } from '../domain/units/changes.ts';
import type { Opening } from '../domain/units/life.ts';
import { type Person, signedIn, standingForChange } from './access.ts';
import type { StaffDeps } from './deps.ts';
import { personFor } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { gather } from './units-world.ts';
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
    const gathered = await gather(deps, { ids: rest.parent === null ? [] : [rest.parent], closing: [], day });
    const [opened] = await writeChange(deps, {
      me,
      gathered,
      wanted: { kind: 'open', opening },
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
    const gathered = await gather(deps, { ids: idsIn(wanted), closing: endingIn(wanted), day });
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
      await personFor(deps, me)('readPerson', body.person);
      return { kind: 'appoint', unit, post: body.post, person: body.person };
    case 'relieve':
      return { kind: 'relieve', unit, post: body.post, person: body.person };
    case 'move':
      await standingForChange(deps, me)('openUnit', body.parent, body.day);
      return { kind: 'move', unit, parent: body.parent };
    case 'close':
      return { kind: 'close', unit, hasMembers: await hasMembers(deps, unit, body.day) };
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
  for (const unit of units) if (await hasMembers(deps, unit, day)) throw refused('has-members');
}

/** Beyond every day that a plan names. */
const LAST_DAY: Day = '9999-12-31';

/** Whether anybody works at a unit on a day, or will for good later. */
async function hasMembers(deps: StaffDeps, unit: string, day: Day): Promise<boolean> {
  const pages = await Promise.all([day, LAST_DAY].map((on) => deps.store.workers.list(unit, { day: on, limit: 1 })));
  return pages.some(({ found }) => found.length > 0);
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

/** The units a change names. */
function idsIn(wanted: Change): string[] {
  if (wanted.kind === 'open') return [];
  if (wanted.kind === 'merge') return [...wanted.units, ...placeIds([wanted.into])];
  if (wanted.kind === 'split')
    return [wanted.unit, ...placeIds(wanted.into), ...wanted.children.map(({ child }) => child)];
  return wanted.kind === 'move' ? [wanted.unit, wanted.parent] : [wanted.unit];
}

/** The units whose children must be known, because they go on without their parent. */
function endingIn(wanted: Change): string[] {
  if (wanted.kind === 'merge') return wanted.units;
  return wanted.kind === 'close' || wanted.kind === 'split' ? [wanted.unit] : [];
}

function placeIds(into: readonly (string | Opening)[]): string[] {
  return into.map((one) => (typeof one === 'string' ? one : one.parent)).filter((id) => id !== null);
}
