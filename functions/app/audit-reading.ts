// Reading the audit: a unit's lines page by page, and all lines of a unit or of everything below it, for taking along.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { AuditLine } from '../domain/audit/chain.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { signedIn, standingFor } from './access.ts';
import { entryOf } from './audit.ts';
import { beginSubtree, type Subtree, unitsNext } from './audit-subtree.ts';
import { type Filter, matches, viewsFor } from './audit-view.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { StaffDeps } from './deps.ts';

/** Lines read for one page, at most: a rare match must not make a request endless. */
const READ_MOST = 1000;
const READ_AT_ONCE = 200;
const LINES_MOST = 100;

/** What one page of an export reads, and finds. */
export interface Bearing {
  read: number;
  found: number;
}

/** More than of a list: nobody looks at it page by page. */
const EXPORT_MOST: Bearing = { read: 2000, found: 400 };

/** A unit's lines, newest first, that match the filters. */
export function listAudit(deps: StaffDeps) {
  return async (actor: Actor, { params, query }: Input<'listAudit'>): Promise<Answer<'listAudit'>> => {
    const question = { actor: signedIn(actor), route: 'listAudit', asked: { unit: params.unit, ...query } };
    await standingFor(deps, actor)('readAudit', params.unit);
    const start = stateOf<{ from: number }>(deps, question, query.cursor);
    const { found, next } = await linesOf(deps, params.unit, {
      filter: query,
      from: start?.from,
      readMost: READ_MOST,
      foundMost: LINES_MOST,
    });
    const views = await viewsFor(deps, actor, found);
    return next === undefined ? views : { ...views, cursor: cursorOf(deps, question, { from: next }) };
  };
}

/** Where an export goes on: with the first of the units that are left, from a line of it backwards. */
interface ExportState {
  subtree: Subtree;
  from?: number;
}

/** All lines that match, unit after unit. The line that says who took them along is written before the first is given. */
export function exportAudit(deps: StaffDeps, most = EXPORT_MOST) {
  return async (actor: Actor, { params, query }: Input<'exportAudit'>): Promise<Answer<'exportAudit'>> => {
    const me = signedIn(actor);
    const question = { actor: me, route: 'exportAudit', asked: { unit: params.unit, ...query } };
    const { place } = await standingFor(deps, actor)('exportAudit', params.unit);
    const state: ExportState = stateOf<ExportState>(deps, question, query.cursor) ?? {
      subtree: beginSubtree(params.unit, query.scope === 'subtree'),
    };
    if (query.cursor === undefined) {
      const thing = { type: 'unit', id: params.unit };
      await deps.store.audit.add([entryOf(deps, { me, right: 'exportAudit', place, thing, after: factsOf(query) })]);
    }
    const { found, next, units } = await exportPage(deps, actor, {
      unit: params.unit,
      filter: query,
      state,
      most,
    });
    const { lines, names } = await viewsFor(deps, actor, found);
    const answer = { lines: lines.map((line, i) => ({ unit: found[i]?.unit ?? params.unit, ...line })), names, units };
    return next === undefined ? answer : { ...answer, cursor: cursorOf(deps, question, next) };
  };
}

/** What was asked for, as a line says it. */
function factsOf({ cursor: _, ...asked }: Input<'exportAudit'>['query']): Facts {
  const { scope = 'unit', ...filter } = asked;
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return { scope, ...Object.fromEntries(given) };
}

interface Exporting {
  unit: string;
  filter: Filter;
  state: ExportState;
  most: Bearing;
}

async function exportPage(deps: StaffDeps, actor: Actor, { unit, filter, state, most }: Exporting) {
  const found: AuditLine[] = [];
  let { subtree, from } = state;
  let units = 0;
  for (let read = 0; read < most.read && found.length < most.found; ) {
    subtree = await unitsNext(deps, actor, { unit, right: 'exportAudit', subtree });
    const [current, ...left] = subtree.left;
    if (current === undefined) return { found, units };
    const page = await linesOf(deps, current, {
      ...{ filter, from, readMost: most.read - read },
      foundMost: most.found - found.length,
    });
    found.push(...page.found);
    // A unit without lines costs a request too.
    read += page.read + 1;
    from = page.next;
    if (from !== undefined) continue;
    units += 1;
    subtree = { ...subtree, left };
  }
  return { found, units, next: { subtree, ...(from === undefined ? {} : { from }) } };
}

interface Reading {
  filter: Filter;
  /** The line to begin with, going backwards; the last one when missing. */
  from: number | undefined;
  readMost: number;
  foundMost: number;
}

/** Matching lines of one chain, newest first, and the line to go on with. */
async function linesOf(deps: StaffDeps, unit: string, { filter, from, readMost, foundMost }: Reading) {
  const found: AuditLine[] = [];
  let next = from;
  let read = 0;
  while (read < readMost && found.length < foundMost) {
    const page = await deps.store.audit.list(unit, {
      limit: READ_AT_ONCE,
      ...(next === undefined ? {} : { from: next }),
    });
    read += page.lines.length;
    const matching = page.lines.filter((line) => matches(line, filter));
    const taken = matching.slice(0, foundMost - found.length);
    found.push(...taken);
    // Cut within a page: the next page goes on right below the last line taken.
    const cut = taken.length < matching.length ? taken.at(-1)?.seq : undefined;
    next = cut === undefined ? page.next : cut - 1;
    if (next === undefined) break;
  }
  return { found, read, next };
}
