// The tree of units that one may read, page by page, by the links of the day that is asked about.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, reachOf } from '../domain/access/can.ts';
import type { Day } from '../domain/time.ts';
import { nameOn } from '../domain/units/unit.ts';
import { type Person, signedIn, today } from './access.ts';
import { cursorOf, invalidCursor, stateOf } from './cursors.ts';
import type { StaffDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { below, type Step, type Walked, walkOn } from './tree-walk.ts';

/** Rows in one answer: 1,000 are about 150 kB. */
const ROWS_MOST = 1000;

/** Stands for any unit that would lie under another: whether one may read it says how far one reads. */
const ANY_CHILD = '';

/** Where the list begins: a unit, or (null) above all roots. `deep`: with everything under it. */
interface Top {
  id: string | null;
  /** The row's parent, where the actor may read it. */
  parent: string | null;
  deep: boolean;
  /** It lies below another top that is deep. */
  covered: boolean;
}

/** Where a page goes on: at a top that is not begun yet, or within it. */
interface State {
  top: string | null;
  stack?: Step[];
}

/** The units the actor may read on a day, each after its parent. */
export function listTree(deps: StaffDeps) {
  return async (actor: Actor, { query }: Input<'listTree'>): Promise<Answer<'listTree'>> => {
    const me = signedIn(actor);
    const day = query.day ?? today(deps);
    const question = { actor: me, route: 'listTree', asked: query };
    const state = stateOf<State>(deps, question, query.cursor);
    const tops =
      query.under === undefined ? await topsOf(deps, me, day) : [await topAt(deps, me, { id: query.under, day })];
    const { found, next } = await pageFrom(deps, { tops: tops.filter((top) => top !== undefined), me, day, state });
    const units = await rowsOf(deps, found, day);
    return next === undefined ? { units } : { units, cursor: cursorOf(deps, question, next) };
  };
}

/** What one may read without naming a unit: the units of one's grants, but for those that lie below another of them anyway. */
async function topsOf(deps: StaffDeps, me: Person, day: Day): Promise<(Top | undefined)[]> {
  const areas = reachOf(me, 'readTree');
  if (areas.some(({ units }) => units === 'all')) return [{ id: null, parent: null, deep: true, covered: false }];
  const ids = [...new Set(areas.flatMap(({ units }) => units))].sort();
  const tops = await Promise.all(ids.map((id) => topAt(deps, me, { id, day }).catch(notThere)));
  return tops.filter((top) => !top?.covered);
}

/** One unit as a top. Problem `not_found` when it is not there on that day, or not the actor's to read. */
async function topAt(deps: StaffDeps, me: Person, { id, day }: { id: string; day: Day }): Promise<Top> {
  const ancestors = await deps.store.units.ancestors(id, day);
  if (ancestors.length === 0 || !can.readTree(me, { ancestors })) throw new Problem('not_found');
  const [, parent = null, ...rest] = ancestors;
  const above = parent === null ? [] : [parent, ...rest];
  return {
    id,
    parent: can.readTree(me, { ancestors: above }) ? parent : null,
    deep: can.readTree(me, { ancestors: [ANY_CHILD, ...ancestors] }),
    covered: can.readTree(me, { ancestors: [ANY_CHILD, ...above] }),
  };
}

/** A grant at a unit that is not there on the day gives nothing to see on it. */
function notThere(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}

interface Wanted {
  tops: Top[];
  me: Person;
  day: Day;
  state: State | undefined;
}

async function pageFrom(
  deps: StaffDeps,
  { tops, me, day, state }: Wanted,
): Promise<{ found: Walked['found']; next?: State }> {
  const children = (parent: string | null) => deps.store.units.children(parent, day);
  const found: Walked['found'] = [];
  const first = state === undefined ? 0 : tops.findIndex(({ id }) => id === state.top);
  if (first < 0 || !(await mayGoOn(deps, me, { state, day }))) throw invalidCursor();
  let stack = state?.stack;
  for (const { id, parent, deep } of tops.slice(first)) {
    if (found.length === ROWS_MOST) return { found, next: { top: id } };
    if (stack === undefined && id !== null) found.push({ id, parent });
    const walked = await walkOn(stack ?? (deep ? below(id) : []), { children, limit: ROWS_MOST - found.length });
    found.push(...walked.found);
    if (walked.stack.length > 0) return { found, next: { top: id, stack: walked.stack } };
    stack = undefined;
  }
  return { found };
}

/** Whether where a page goes on is still the actor's: the tree may have changed since the page before. */
async function mayGoOn(deps: StaffDeps, me: Person, { state, day }: Pick<Wanted, 'state' | 'day'>): Promise<boolean> {
  const parent = state?.stack?.at(-1)?.parent;
  if (parent === undefined || parent === null) return true;
  return can.readTree(me, { ancestors: await deps.store.units.ancestors(parent, day) });
}

async function rowsOf(deps: StaffDeps, found: Walked['found'], day: Day): Promise<Answer<'listTree'>['units']> {
  const units = await deps.store.units.getMany(found.map(({ id }) => id));
  return found.map(({ id, parent }) => {
    const unit = units.get(id);
    if (unit === undefined) throw new Error('a link leads to a unit that is not there');
    const { kind, closed } = unit;
    return { id, name: nameOn(unit, day) ?? '', kind, parent, ...(closed === undefined ? {} : { closed }) };
  });
}
