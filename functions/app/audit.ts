// The audit: what every line of ours says, and the list of a unit's lines for its managers and auditors.
import type { Answer, Input } from '../contract/index.ts';
import type { Action } from '../domain/access/actions.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import type { AuditEntry, AuditLine } from '../domain/audit/chain.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { dayOf } from '../domain/time.ts';
import { asWhat, type Person, signedIn, standingFor } from './access.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { CoreDeps, StaffDeps } from './deps.ts';
import { unitsFor } from './units-reading.ts';

/** What is done by whom, and where they had the right to. */
export interface Act extends Pick<AuditEntry, 'thing' | 'before' | 'after'> {
  me: Person;
  /** The right that was asked for. */
  right: Action;
  place: Place;
  /** The word in the line; the right's own when missing. */
  action?: string;
  why?: string | undefined;
  /** The unit whose chain it stands in; the place's own when missing. */
  unit?: string;
}

/** The line for an act. */
export function entryOf(
  deps: CoreDeps,
  { me, right, place, action, why, unit, thing, before, after }: Act,
): AuditEntry {
  const as = asWhat(me, right, place);
  return {
    ...{ at: deps.now(), actor: { kind: 'person', person: me.person }, action: action ?? right, thing },
    unit: unit ?? place.ancestors[0] ?? null,
    ...(as === undefined ? {} : { as }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Lines read for one page, at most: a rare match must not make a request endless. */
const READ_MOST = 1000;
const READ_AT_ONCE = 200;
const LINES_MOST = 100;

interface State {
  from: number;
}

/** A unit's lines, newest first, that match the filters. */
export function listAudit(deps: StaffDeps) {
  return async (actor: Actor, { params, query }: Input<'listAudit'>): Promise<Answer<'listAudit'>> => {
    const question = { actor: signedIn(actor), route: 'listAudit', asked: { unit: params.unit, ...query } };
    await standingFor(deps, actor)('readAudit', params.unit);
    const found: AuditLine[] = [];
    let next = stateOf<State>(deps, question, query.cursor)?.from;
    for (let read = 0; read < READ_MOST && found.length < LINES_MOST; read += READ_AT_ONCE) {
      const page = await deps.store.audit.list(params.unit, {
        limit: READ_AT_ONCE,
        ...(next === undefined ? {} : { from: next }),
      });
      const matching = page.lines.filter((line) => matches(line, query));
      const taken = matching.slice(0, LINES_MOST - found.length);
      found.push(...taken);
      // Cut within a page: the next page goes on right below the last line taken.
      const cut = taken.length < matching.length ? taken.at(-1)?.seq : undefined;
      next = cut === undefined ? page.next : cut - 1;
      if (next === undefined) break;
    }
    const readable = await unitsFor(deps, actor, found.flatMap(unitsIn));
    const lines = found.map((line) => viewOf(line, readable));
    return next === undefined ? { lines } : { lines, cursor: cursorOf(deps, question, { from: next }) };
  };
}

function matches(line: AuditLine, { action, actor, from, to }: Input<'listAudit'>['query']): boolean {
  const day = dayOf(line.at);
  if (action !== undefined && line.action !== action) return false;
  if (actor !== undefined && !(line.actor.kind === 'person' && line.actor.person === actor)) return false;
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** The units that a line names beside its own: above it may be some that its reader may not read. */
function unitsIn({ as, before, after }: AuditLine): string[] {
  return [as?.unit, before?.parent, after?.parent].filter((id) => typeof id === 'string');
}

function viewOf(
  { seq, at, actor, as, action, thing, before, after, why, hash }: AuditLine,
  readable: ReadonlyMap<string, unknown>,
): Answer<'listAudit'>['lines'][number] {
  return {
    ...{ seq, at, actor, action, thing: { type: thing.type, id: thing.id }, hash },
    ...(as === undefined ? {} : { as: { role: as.role, unit: readable.has(as.unit) ? as.unit : null } }),
    ...(before === undefined ? {} : { before: shown(before, readable) }),
    ...(after === undefined ? {} : { after: shown(after, readable) }),
    ...(why === undefined ? {} : { why }),
  };
}

/** Facts as the wire has them, without a parent that may not be read. */
function shown(facts: Facts, readable: ReadonlyMap<string, unknown>) {
  return Object.fromEntries(
    Object.entries(facts).map(([field, value]) => {
      if (field === 'parent' && typeof value === 'string' && !readable.has(value)) return [field, null];
      return [field, typeof value === 'object' && value !== null ? [...value] : value];
    }),
  );
}
