// Writes a plan through the capabilities that people use. Everything has its id from the plan: what is there already is found there and left,
// so a seeding that was cut off goes on where it ended, and one that is done twice changes nothing.
import type { Person as Actor } from '../app/access.ts';
import type { StaffDeps } from '../app/deps.ts';
import { grantRole } from '../app/grants.ts';
import { addPerson, changePerson, transferPerson } from '../app/people.ts';
import { Problem } from '../app/problem.ts';
import { changeUnit, openUnit } from '../app/units.ts';
import { dayOf } from '../domain/time.ts';
import type { PlannedPerson, Step } from './seed-plan.ts';
import type { PlannedUnit } from './seed-units.ts';

const WHY = '演示数据';

export interface Writer {
  deps: StaffDeps;
  actor: Actor;
  /** See seed-memory.ts. */
  forget(unit: string): void;
}

/** Opens a unit, unless it is there. */
export async function open({ deps, actor }: Writer, { id, ...unit }: PlannedUnit): Promise<void> {
  const input = { params: undefined, query: undefined, body: { ...unit, why: WHY } };
  try {
    await openUnit({ ...deps, newId: () => id })(actor, input);
  } catch (error) {
    if (!isConflict(error) || (await deps.store.units.get(id)) === undefined) throw error;
  }
}

/** Adds a person and does what is left of their steps; then their post and their role. */
export async function employ(writer: Writer, person: PlannedPerson): Promise<void> {
  let version = await begin(writer, person);
  for (const step of person.steps.slice(version - 1))
    version = await take(writer, { person: person.id, step, version });
  if (person.appointed !== undefined) await appoint(writer, person);
  if (person.role !== undefined) await grant(writer, person, person.role);
}

/** The version at which the person stands: 1 after they were added just now, more when they were here before. */
async function begin({ deps, actor }: Writer, { id, unit, begins }: PlannedPerson): Promise<number> {
  const input = { params: { unit }, query: undefined, body: { ...begins, why: WHY } };
  try {
    return (await addPerson({ ...deps, newId: () => id })(actor, input)).version;
  } catch (error) {
    const there = isConflict(error) ? await deps.store.people.get(id) : undefined;
    if (there === undefined) throw error;
    return there.version;
  }
}

async function take(
  { deps, actor }: Writer,
  { person, step, version }: { person: string; step: Step; version: number },
): Promise<number> {
  const input = { params: { person }, query: undefined };
  if (step.kind === 'transfer') {
    const { kind: _, ...body } = step;
    return (await transferPerson(deps)(actor, { ...input, body: { ...body, version } })).version;
  }
  return (await changePerson(deps)(actor, { ...input, body: { ...step, version } })).version;
}

async function appoint({ deps, actor, forget }: Writer, { id, unit, appointed, begins }: PlannedPerson): Promise<void> {
  forget(unit);
  const held = await deps.store.units.get(unit);
  if (appointed === undefined || held === undefined) throw new Error(`nothing to appoint ${id} to`);
  if (held.posts.some(({ person, post }) => person === id && post === appointed)) return;
  const body = {
    kind: 'appoint',
    day: begins.from,
    why: WHY,
    version: held.version,
    post: appointed,
    person: id,
  } as const;
  await changeUnit(deps)(actor, { params: { unit }, query: undefined, body });
}

/** Gives a role from the person's first day on, unless it was given. */
async function grant(
  { deps, actor }: Writer,
  { id, unit, begins }: PlannedPerson,
  role: NonNullable<PlannedPerson['role']>,
) {
  const today = dayOf(deps.now());
  const from = begins.from < today ? begins.from : today;
  const input = { params: { person: id }, query: undefined, body: { unit, role, from, why: WHY } };
  await grantRole({ ...deps, newId: () => `grant-${id}` })(actor, input).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.more.reason !== 'role-held') throw error;
  });
}

function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.code === 'conflict';
}
