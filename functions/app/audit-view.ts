// What a reader of the audit is shown of a line: what matches, what of it they may see, and the names of whom and what it speaks.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import type { AuditLine } from '../domain/audit/chain.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { dayOf } from '../domain/time.ts';
import type { Unit } from '../domain/units/unit.ts';
import { placeOf, today } from './access.ts';
import type { StaffDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { placesOf } from './person-records.ts';
import { nameFor, unitsFor } from './units-reading.ts';

type View = Answer<'listAudit'>['lines'][number];
export type Filter = Omit<Input<'listAudit'>['query'], 'cursor'>;

export interface Views {
  lines: View[];
  names: Record<string, string>;
}

/** How many people are looked up at once. */
const AT_ONCE = 16;

export function matches(line: AuditLine, { action, actor, thing, from, to }: Filter): boolean {
  const day = dayOf(line.at);
  if (action !== undefined && line.action !== action) return false;
  if (actor !== undefined && !(line.actor.kind === 'person' && line.actor.person === actor)) return false;
  if (thing !== undefined && line.thing.id !== thing && !wordsIn(line).includes(thing)) return false;
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** Lines as the wire has them, with the names that their reader may look up. */
export async function viewsFor(deps: StaffDeps, actor: Actor, lines: readonly AuditLine[]): Promise<Views> {
  const units = await unitsFor(deps, actor, lines.flatMap(unitsIn));
  const day = today(deps);
  const people = await peopleFor(deps, actor, new Set(lines.flatMap(peopleIn)));
  const names = [...[...units].map(([id, unit]) => [id, nameFor(unit, day)] as const), ...people];
  return { lines: lines.map((line) => viewOf(line, units)), names: Object.fromEntries(names) };
}

/** The fields whose texts begin with a unit, or are one: `"u1 social-worker 2026-01-01/"`. */
const OF_UNITS = ['parent', 'unit', 'successors', 'employments'] as const;

/** What the facts of a line say, word by word. */
function wordsIn({ before, after }: AuditLine): string[] {
  return [before, after].flatMap((facts) => Object.values(facts ?? {}).flatMap(wordsOf));
}

function wordsOf(fact: Facts[string]): string[] {
  const texts = typeof fact === 'string' ? [fact] : typeof fact === 'object' && fact !== null ? fact : [];
  return texts.flatMap((text) => text.split(' '));
}

function unitsIn({ as, thing, before, after }: AuditLine): string[] {
  const named = [before, after].flatMap((facts) => [
    ...OF_UNITS.flatMap((field) => [facts?.[field] ?? null].flatMap(firstWords)),
    ...lastWords(facts?.pools ?? null),
  ]);
  return [...(as === undefined ? [] : [as.unit]), ...(thing.type === 'unit' ? [thing.id] : []), ...named];
}

function firstWords(fact: Facts[string]): string[] {
  const texts = typeof fact === 'string' ? [fact] : typeof fact === 'object' && fact !== null ? fact : [];
  return texts.map((text) => text.split(' ')[0] ?? '').filter((word) => word !== '');
}

/** `"expert 2026-01-01/ by u1"`: the unit that selected. */
function lastWords(fact: Facts[string]): string[] {
  return typeof fact === 'object' && fact !== null ? fact.map((text) => text.split(' ').at(-1) ?? '') : [];
}

function peopleIn({ actor, thing, before, after }: AuditLine): string[] {
  const named = [before, after].flatMap((facts) => [
    ...[facts?.person].filter((id) => typeof id === 'string'),
    // `"head person-1 2026-01-01/"`.
    ...(Array.isArray(facts?.posts) ? facts.posts.map((text: string) => text.split(' ')[1] ?? '') : []),
  ]);
  return [
    ...(actor.kind === 'person' ? [actor.person] : []),
    ...(thing.type === 'person' ? [thing.id] : []),
    ...named.filter((id) => id !== ''),
  ];
}

/** The names of those whom the reader may look up: where they work, or because of a role at a unit whose people the reader may list. */
async function peopleFor(
  deps: StaffDeps,
  actor: Actor,
  ids: ReadonlySet<string>,
): Promise<(readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  const standing = standings(deps);
  await inParallel(AT_ONCE, [...ids], async (id) => {
    const person = await deps.store.people.get(id);
    if (person === undefined) return;
    const isOneself = actor.kind === 'person' && actor.person === id;
    const mayRead = isOneself || (await placesOf(deps, person)).some((place) => can.readPerson(actor, place));
    if (mayRead || (await hasRoleFor(deps, actor, { id, standing }))) found.push([id, person.name]);
  });
  return found;
}

async function hasRoleFor(
  deps: StaffDeps,
  actor: Actor,
  { id, standing }: { id: string; standing: (unit: string) => Promise<Place | undefined> },
): Promise<boolean> {
  const held = await deps.store.grants.ofPerson(id);
  const places = await Promise.all([...new Set(held.map(({ unit }) => unit))].map(standing));
  return places.some((place) => place !== undefined && can.listPeople(actor, place));
}

/** Where units stand today, each asked for once. */
function standings(deps: StaffDeps) {
  const known = new Map<string, Promise<Place | undefined>>();
  return (id: string): Promise<Place | undefined> => {
    const asked = known.get(id) ?? deps.store.units.get(id).then((unit) => unit && placeOf(deps, unit, today(deps)));
    known.set(id, asked);
    return asked;
  };
}

function viewOf(
  { seq, at, actor, as, action, thing, before, after, why, hash }: AuditLine,
  readable: ReadonlyMap<string, Unit>,
): View {
  return {
    ...{ seq, at, actor, action, thing: { type: thing.type, id: thing.id }, hash },
    ...(as === undefined ? {} : { as: { role: as.role, unit: readable.has(as.unit) ? as.unit : null } }),
    ...(before === undefined ? {} : { before: shown(before, readable) }),
    ...(after === undefined ? {} : { after: shown(after, readable) }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Facts as the wire has them, without a parent that may not be read. */
function shown(facts: Facts, readable: ReadonlyMap<string, Unit>) {
  return Object.fromEntries(
    Object.entries(facts).map(([field, value]) => {
      if (field === 'parent' && typeof value === 'string' && !readable.has(value)) return [field, null];
      return [field, typeof value === 'object' && value !== null ? [...value] : value];
    }),
  );
}
