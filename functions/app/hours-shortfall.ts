// Who lacks hours of continuing education until when, as counts: of a unit with all below it as the tree stands today, some people at a time. Counters do not
// know it, for whether somebody lacks hours changes with every day that passes; so it is read from the ledgers, page by page, and added up by whoever asks.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { ledgerOn } from '../domain/hours/registered.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import { signedIn, standingFor, today } from './access.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { BureauDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { below, type Step, walkOn } from './tree-walk.ts';

type Counted = Answer<'countShortfall'>;
type End = Counted['ends'][number];

const [PEOPLE_MOST, READS_MOST, UNITS_AT_ONCE, PEOPLE_AT_ONCE, LEDGERS_AT_ONCE] = [400, 60, 50, 50, 16];

/** Stands for any unit below: whether one may read its ledgers says how far one reads. */
const ANY_CHILD = '';

/** Where a page goes on: within the first of the units that are next, then with what is left of the tree. */
interface State {
  units: string[];
  after?: string;
  stack: Step[];
}

export function countShortfall(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'countShortfall'>): Promise<Counted> => {
    const me = signedIn(actor);
    const { place } = await standingFor(deps, actor)('readLedger', params.unit);
    const day = today(deps);
    const question = { actor: me, route: 'countShortfall', asked: { unit: params.unit } };
    const isDeep = can.readLedger(me, { ancestors: [ANY_CHILD, ...place.ancestors] });
    const start: State = { units: [params.unit], stack: isDeep ? below(params.unit) : [] };
    let state = stateOf<State>(deps, question, query.cursor) ?? start;
    const counted = { people: 0, unregistered: 0, ends: new Map<Day, End>() };
    for (let reads = 0; reads < READS_MOST && counted.people < PEOPLE_MOST && isLeft(state); reads += 1) {
      state = await onward(deps, { state, day, root: isDeep ? params.unit : undefined, counted });
    }
    const { people, unregistered, ends } = counted;
    const answer = { day, people, unregistered, ends: [...ends.values()].sort((a, b) => (a.until < b.until ? -1 : 1)) };
    return isLeft(state) ? { ...answer, cursor: cursorOf(deps, question, state) } : answer;
  };
}

interface Going {
  state: State;
  day: Day;
  /** Below which all are counted; missing: at one unit alone. */
  root: string | undefined;
  counted: { people: number; unregistered: number; ends: Map<Day, End> };
}

function isLeft({ units, stack }: State): boolean {
  return units.length > 0 || stack.length > 0;
}

/** One part of a unit's people, or the next units. */
async function onward(deps: BureauDeps, { state, day, root, counted }: Going): Promise<State> {
  const [unit] = state.units;
  if (unit === undefined) {
    const children = (parent: string | null) => deps.store.units.children(parent, day);
    const { found, stack } = await walkOn(state.stack, { children, limit: UNITS_AT_ONCE });
    return { units: found.map(({ id }) => id), stack };
  }
  const on = state.after === undefined ? {} : { cursor: state.after };
  const { found, next } = await deps.store.workers.list(unit, { day, limit: PEOPLE_AT_ONCE, ...on });
  const shown = state.after?.split('#')[1];
  const ids = [...new Set(found.map(({ person }) => person))].filter((id) => id !== shown);
  await count(deps, ids, { unit, root, day, counted });
  const { stack } = state;
  return next === undefined ? { units: state.units.slice(1), stack } : { ...state, after: next };
}

/** Somebody who works at two of the units is counted at the first of them by id. */
async function count(
  deps: BureauDeps,
  ids: readonly string[],
  { unit, root, day, counted }: Omit<Going, 'state'> & { unit: string },
): Promise<void> {
  const cards = await deps.store.personCards.of(ids);
  await inParallel(LEDGERS_AT_ONCE, [...cards.values()], async ({ id, employments, certificates }) => {
    const earlier = employmentsOn(employments, day).flatMap((one) => (one.unit < unit ? [one.unit] : []));
    if (root !== undefined && (await isAnyBelow(deps, earlier, { root, day }))) return;
    counted.people += 1;
    const entries = certificates.length === 0 ? [] : await deps.store.hours.ofPerson(id);
    const read = ledgerOn(certificates, { entries }, day);
    if (read.ok) add(counted.ends, read.ledger);
    else counted.unregistered += 1;
  });
}

async function isAnyBelow(
  deps: BureauDeps,
  units: readonly string[],
  { root, day }: { root: string; day: Day },
): Promise<boolean> {
  const ways = await Promise.all(units.map((one) => deps.store.units.ancestors(one, day)));
  return ways.some((way) => way.includes(root));
}

function add(ends: Map<Day, End>, { period, missing }: { period: { last: Day }; missing: number }): void {
  const end = ends.get(period.last) ?? { until: period.last, registered: 0, short: 0, missingMinutes: 0 };
  end.registered += 1;
  end.short += missing > 0 ? 1 : 0;
  end.missingMinutes += missing;
  ends.set(period.last, end);
}
