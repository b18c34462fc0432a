// Who belongs to the group of a set paper, part by part: those with a seat in a course, or those who work, or are candidates, at a unit and the units
// below it. Where it goes on is a small state that the caller hands back; it leads nowhere outside the group.

import type { SetPaper } from '../domain/papers/set-paper.ts';
import { holdsOn } from '../domain/period.ts';
import { today } from './access.ts';
import type { ExaminerDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { below, type Step, walkOn } from './tree-walk.ts';

/** A part of the group: a page of a course's list, or of one unit's workers or roles. */
interface State {
  unit?: string;
  stage?: 'workers' | 'grants';
  after?: string;
  /** The units that are still to come. */
  stack?: Step[];
}

export interface Members {
  people: string[];
  /** The cursor to go on with; missing at the end. */
  next?: string;
}

const PART_MOST = 50;

/** Units of which one part is put together: small stations would else be a page each. */
const UNITS_MOST = 8;

/** A part of a group; `cursor` is the `next` of the part before. Problem `invalid_input` for one that leads elsewhere. */
export async function membersOf(
  deps: ExaminerDeps,
  group: SetPaper['group'],
  cursor: string | undefined,
): Promise<Members> {
  const state = cursor === undefined ? {} : stateIn(cursor);
  const { people, next } =
    group.kind === 'course' ? await seatsFrom(deps, group.id, state) : await unitsFrom(deps, group.id, state);
  const unique = [...new Set(people)];
  return next === undefined ? { people: unique } : { people: unique, next: cursorOf(next) };
}

interface Part {
  people: string[];
  next?: State | undefined;
}

async function seatsFrom(deps: ExaminerDeps, course: string, { after }: State): Promise<Part> {
  const on = after === undefined ? {} : { cursor: after };
  const { found, next } = await deps.store.enrolments.list(course, { limit: PART_MOST, ...on });
  const people = found.filter(({ state }) => state === 'enrolled').map(({ person }) => person);
  return next === undefined ? { people } : { people, next: { after: next } };
}

/** Unit after unit, until a part is full. */
async function unitsFrom(deps: ExaminerDeps, top: string, begun: State): Promise<Part> {
  const people: string[] = [];
  let state: State | undefined = begun.unit === undefined ? { unit: top, stage: 'workers', stack: below(top) } : begun;
  await requireBelow(deps, top, state);
  for (let read = 0; state !== undefined && people.length < PART_MOST && read < UNITS_MOST; read += 1) {
    const part: Part = await unitFrom(deps, state);
    people.push(...part.people);
    state = part.next;
  }
  return { people, next: state };
}

/** A page of one unit's workers, then of its candidates, then the next unit. */
async function unitFrom(deps: ExaminerDeps, state: State): Promise<Part> {
  const { unit = '', stage = 'workers', after } = state;
  const day = today(deps);
  const on = after === undefined ? {} : { cursor: after };
  if (stage === 'workers') {
    const { found, next } = await deps.store.workers.list(unit, { day, limit: PART_MOST, ...on });
    const { after: _, ...rest } = state;
    const goOn: State = next === undefined ? { ...rest, stage: 'grants' } : { ...state, after: next };
    return { people: found.map(({ person }) => person), next: goOn };
  }
  const { found, next } = await deps.store.grants.ofUnit(unit, { limit: PART_MOST, ...on });
  // Staff may sit it, too, but are not waited for.
  const sitters = found.filter(
    (grant) => holdsOn(grant, day) && (grant.role === 'candidate' || grant.role === 'worker'),
  );
  const people = sitters.map(({ person }) => person);
  return { people, next: next === undefined ? await nextUnit(deps, state) : { ...state, after: next } };
}

async function nextUnit(deps: ExaminerDeps, { stack = [] }: State): Promise<State | undefined> {
  const day = today(deps);
  const children = (parent: string | null) => deps.store.units.children(parent, day);
  const walked = await walkOn(stack, { children, limit: 1 });
  const [unit] = walked.found;
  return unit && { unit: unit.id, stage: 'workers', stack: walked.stack };
}

/** A cursor is the caller's word: it must not lead to people of other units. */
async function requireBelow(deps: ExaminerDeps, top: string, { unit = top, stack = [] }: State): Promise<void> {
  const day = today(deps);
  const named = [...new Set([unit, ...stack.map(({ parent }) => parent ?? '')])].filter((id) => id !== top);
  const paths = await Promise.all(named.map((id) => deps.store.units.ancestors(id, day)));
  if (!paths.every((path) => path.includes(top))) throw invalid();
}

function cursorOf(state: State): string {
  return btoa(JSON.stringify(state)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function stateIn(cursor: string): State {
  try {
    const state: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    if (isState(state)) return state;
  } catch {
    // Not of ours.
  }
  throw invalid();
}

function isState(state: unknown): state is State {
  if (typeof state !== 'object' || state === null) return false;
  const { unit, stage, after, stack = [] } = state as Record<string, unknown>;
  const isText = [unit, stage, after].every((value) => value === undefined || typeof value === 'string');
  return isText && Array.isArray(stack) && stack.length <= STACK_MOST && stack.every(isStep);
}

/** Deeper is no tree of ours. */
const STACK_MOST = 12;

function isStep(step: Partial<Step> | null): step is Step {
  return typeof step?.parent === 'string' && typeof step.after === 'string' && /^(list|open)$/.test(step.stage ?? '');
}

function invalid(): Problem {
  return new Problem('invalid_input', [{ path: 'cursor', message: 'must be a cursor of this list' }]);
}
