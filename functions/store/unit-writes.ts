// What a change of units writes, all of it in one transaction, and on which conditions. Whoever puts something below a unit writes to that unit too:
// so a unit cannot close, and a link cannot turn into a circle, past somebody who has just read otherwise.
import type { AuditEntry } from '../domain/audit/chain.ts';
import type { Day } from '../domain/time.ts';
import { type Link, linksOf, type Unit } from '../domain/units/unit.ts';
import type { Commit } from './audit.ts';
import { keys, LAST, NO_UNIT } from './keys.ts';
import type { Table } from './table.ts';
import { type Part, putAny, putNew, type Write } from './transactions.ts';

type Conflict = Part<'conflict'>;

/** A unit as it is stored. `joined` counts what was put below it since it was opened: units and people. */
export interface StoredUnit extends Unit {
  joined: number;
}

/** A unit before (missing: a new one) and after a change. */
export interface UnitChange {
  before?: StoredUnit | undefined;
  after: Unit;
}

export interface UnitChanges {
  changed: readonly UnitChange[];
  /** Units that are not changed but must still be as they were read: for a move, the new parent and all above it. */
  relied?: readonly StoredUnit[];
}

/** Below which unit something is put, and for which days; `version` when the unit must be as it was read. */
export interface Joining {
  unit: string;
  /** Missing: the days before the unit was opened do not matter. */
  from?: Day;
  to: Day | undefined;
  version?: number;
}

export function unitWrites(table: Table, commit: Commit) {
  return {
    /**
     * Writes units, their links and the audit lines in one transaction. `conflict`: one of them, or one that the change relies on, is no
     * longer what was read; read again and judge again. Throws TooManyWrites when it does not fit into a transaction.
     */
    put: (changes: UnitChanges, entries: readonly AuditEntry[]): Promise<'done' | 'conflict'> =>
      commit(partsOf(table, changes), entries),
  };
}

/** The writes of a change: the units, their links, the parents they join, and what the change relies on. */
function partsOf(table: Table, { changed, relied = [] }: UnitChanges): Conflict[] {
  const own = new Set(changed.map(({ after }) => after.id));
  const held = new Map(relied.map((unit) => [unit.id, unit]));
  const joinings = joiningsOf(changed.flatMap(addedLinks)).filter(({ unit }) => !own.has(unit));
  const joined = new Set(joinings.map(({ unit }) => unit));
  const checked = [...held.values()].filter(({ id }) => !own.has(id) && !joined.has(id));
  const writes = [
    ...changed.map((change) => unitWrite(table, change)),
    ...changed.flatMap((change) => linkWrites(table, change)),
    ...joinings.map((joining) => joinWrite(table, withVersion(joining, held.get(joining.unit)?.version))),
    ...checked.map((unit) => sameWrite(table, unit)),
  ];
  return writes.map((write) => ({ write, refused: 'conflict' }));
}

/** Counts that something is put below a unit, on the condition that the unit is there for its days. */
export function joinWrite(table: Table, { unit, from, to, version }: Joining): Write {
  const conditions = ['attribute_exists(PK)', '(attribute_not_exists(#closed) OR #closed >= :to)'];
  if (from !== undefined) conditions.push('#opened <= :from');
  if (version !== undefined) conditions.push('#version = :version');
  return {
    Update: {
      TableName: table.name,
      Key: keys.unit(unit),
      UpdateExpression: 'ADD #joined :one',
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: {
        '#joined': 'joined',
        '#closed': 'closed',
        ...(from !== undefined && { '#opened': 'opened' }),
        ...(version !== undefined && { '#version': 'version' }),
      },
      ExpressionAttributeValues: {
        ':one': 1,
        ':to': to ?? LAST,
        ...(from !== undefined && { ':from': from }),
        ...(version !== undefined && { ':version': version }),
      },
    },
  };
}

/** A unit on the version that was read; one whose life changes, also with nothing put below it since. */
function unitWrite(table: Table, { before, after }: UnitChange): Write {
  if (after.id === NO_UNIT.parent || after.id === NO_UNIT.chain) throw new Error(`${after.id} is no unit's id`);
  const version = (before?.version ?? 0) + 1;
  const item = { ...keys.unit(after.id), ...after, version, joined: before?.joined ?? 0 };
  if (before === undefined) return putNew(table, item);
  const shortens = after.closed !== before.closed || after.opened !== before.opened;
  return {
    Put: {
      TableName: table.name,
      Item: item,
      ConditionExpression: shortens ? '#version = :version AND #joined = :joined' : '#version = :version',
      ExpressionAttributeNames: { '#version': 'version', ...(shortens && { '#joined': 'joined' }) },
      ExpressionAttributeValues: { ':version': before.version, ...(shortens && { ':joined': before.joined }) },
    },
  };
}

function sameWrite(table: Table, { id, version }: StoredUnit): Write {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.unit(id),
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    },
  };
}

/** The links that differ; the version of their unit guards them. */
function linkWrites(table: Table, change: UnitChange): Write[] {
  const { before, after } = linksByKey(change);
  const gone = [...before].filter(([key]) => !after.has(key));
  return [
    ...gone.map(([, link]) => ({ Delete: { TableName: table.name, Key: keyOf(link) } })),
    ...differing(before, after).map((link) =>
      putAny(table, { ...keyOf(link), child: link.unit, from: link.from, to: link.to }),
    ),
  ];
}

/** The links that begin, or last longer than they did. */
function addedLinks(change: UnitChange): Link[] {
  const { before, after } = linksByKey(change);
  return differing(before, after).filter((link) => {
    const held = before.get(nameOf(link));
    return held === undefined || (held.to ?? LAST) < (link.to ?? LAST);
  });
}

/** One joining for each parent, over all days on which something is put below it. */
function joiningsOf(links: readonly Link[]): Joining[] {
  const byParent = Map.groupBy(links, ({ parent }) => parent);
  return [...byParent].flatMap(([unit, own]) => {
    if (unit === null) return [];
    const from = own.map((link) => link.from).reduce((a, b) => (a < b ? a : b));
    const to = own.map((link) => link.to ?? LAST).reduce((a, b) => (a > b ? a : b));
    return [{ unit, from, to }];
  });
}

function withVersion(joining: Joining, version: number | undefined): Joining {
  return version === undefined ? joining : { ...joining, version };
}

function linksByKey({ before, after }: UnitChange) {
  const map = (links: Link[]) => new Map(links.map((link) => [nameOf(link), link]));
  return { before: map(before === undefined ? [] : linksOf(before)), after: map(linksOf(after)) };
}

function differing(before: ReadonlyMap<string, Link>, after: ReadonlyMap<string, Link>): Link[] {
  return [...after.values()].filter((link) => {
    const held = before.get(nameOf(link));
    return held === undefined || held.to !== link.to;
  });
}

function keyOf({ parent, unit, from }: Link) {
  return keys.child(parent, unit, from);
}

function nameOf(link: Link): string {
  const { PK, SK } = keyOf(link);
  return `${PK} ${SK}`;
}
