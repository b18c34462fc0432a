// The check of the audit for its managers and auditors: every chain from a unit down, as many lines in one request as it bears.
// `npm run audit -- check` does the same for the whole table.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Head } from '../domain/audit/chain.ts';
import { signedIn, standingFor, today } from './access.ts';
import { beginSubtree, type Subtree, unitsNext } from './audit-subtree.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { StaffDeps } from './deps.ts';
import { nameFor } from './units-reading.ts';

type Checked = Answer<'checkAudit'>;
type Fault = Checked['faults'][number];

/** What one request bears. */
export interface Bearing {
  lines: number;
  units: number;
}

/** Of 5,000 lines the table reads some 3 MB; a chain without lines costs a request too. */
const MOST: Bearing = { lines: 5000, units: 100 };

/** Where the check goes on: with the first of the units that are left, behind the line up to which it was found good. */
interface State {
  subtree: Subtree;
  good?: Head;
}

/** Checks a unit's chain and those of all below it. A chain with a fault is not read further: what follows rests on it. */
export function checkAudit(deps: StaffDeps, most = MOST) {
  return async (actor: Actor, { params, query }: Input<'checkAudit'>): Promise<Checked> => {
    const question = { actor: signedIn(actor), route: 'checkAudit', asked: { unit: params.unit, ...query } };
    await standingFor(deps, actor)('readAudit', params.unit);
    const start = stateOf<State>(deps, question, query.cursor) ?? { subtree: beginSubtree(params.unit, true) };
    const { next, ...answer } = await pageFrom(deps, actor, { unit: params.unit, state: start, most });
    return next === undefined ? answer : { ...answer, cursor: cursorOf(deps, question, next) };
  };
}

async function pageFrom(
  deps: StaffDeps,
  actor: Actor,
  { unit, state, most }: { unit: string; state: State; most: Bearing },
): Promise<Checked & { next?: State }> {
  const faults: Fault[] = [];
  const done = { units: 0, lines: 0 };
  let { subtree, good } = state;
  while (done.lines < most.lines && done.units < most.units) {
    subtree = await unitsNext(deps, actor, { unit, right: 'readAudit', subtree });
    const [current, ...left] = subtree.left;
    if (current === undefined) return { ...done, faults };
    const part = await deps.store.audit.check(current, { limit: most.lines - done.lines, ...(good && { from: good }) });
    done.lines += part.lines;
    good = part.next;
    if (part.fault !== undefined) faults.push(await faultOf(deps, current, part.fault));
    if (good !== undefined) continue;
    done.units += 1;
    subtree = { ...subtree, left };
  }
  return { ...done, faults, next: { subtree, ...(good && { good }) } };
}

async function faultOf(
  deps: StaffDeps,
  id: string,
  { at, fault }: { at: number; fault: Fault['fault'] },
): Promise<Fault> {
  const unit = await deps.store.units.get(id);
  return { unit: id, name: unit === undefined ? id : nameFor(unit, today(deps)), seq: at, fault };
}
