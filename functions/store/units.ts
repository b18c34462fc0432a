// Units with their past, and the links by which children are found under a parent, read. Few functions write them: unit-writes.ts.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../domain/time.ts';
import { ancestorsOn } from '../domain/units/tree.ts';
import { endsBy, type Link, parentOn } from '../domain/units/unit.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import type { StoredUnit } from './unit-writes.ts';

export type { StoredUnit } from './unit-writes.ts';

/** The deepest a tree may be: the ministry, a province, a city, a county and a township are five, agencies and their branches come below. */
const DEPTH_MOST = 12;

export function units(table: Table) {
  async function get(id: string): Promise<StoredUnit | undefined> {
    const command = new GetCommand({ TableName: table.name, Key: keys.unit(id), ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    return item === undefined ? undefined : readUnit(item as Item);
  }

  /** The stretches of days under a parent, all of them; consistent, because a unit may only close when there are none. */
  async function links(parent: string | null): Promise<Link[]> {
    const range = { PK: keys.child(parent, '', '').PK, prefix: 'CHILD#', consistent: true };
    const found: Link[] = [];
    for await (const item of itemsIn(table, range)) found.push(readLink(item, parent));
    return found;
  }

  /**
   * The unit, its parent on that day, and so on to the root, whole; one read each. Empty when it is unknown or not there on that day.
   * Throws TreeFault where links lead nowhere or in a circle, CorruptItem past the deepest a tree may be.
   */
  async function path(id: string, day: Day): Promise<StoredUnit[]> {
    const met = new Map<string, StoredUnit>();
    for (let next: string | null | undefined = id; next && !met.has(next); ) {
      if (met.size === DEPTH_MOST) throw new CorruptItem(keys.unit(id));
      const unit: StoredUnit | undefined = await get(next);
      if (unit === undefined) break;
      met.set(unit.id, unit);
      next = parentOn(unit, day);
    }
    if (met.size === 0) return [];
    return ancestorsOn((unit) => met.get(unit), id, day).map((unit) => met.get(unit) as StoredUnit);
  }

  return {
    get,
    path,

    /** Those of the units that are there, by id. */
    async getMany(ids: Iterable<string>): Promise<Map<string, StoredUnit>> {
      const items = await getItems(table, [...new Set(ids)].map(keys.unit));
      return new Map(items.map(readUnit).map((unit) => [unit.id, unit]));
    },

    /** The units directly below a parent on a day, by id; with null, the roots. */
    async children(parent: string | null, day: Day): Promise<string[]> {
      return (await links(parent)).filter(({ from, to }) => from <= day && !endsBy(to, day)).map(({ unit }) => unit);
    },

    /** The units directly below a parent on a day or on any later one, by id: what stands in the way of closing it. */
    async childrenFrom(parent: string | null, day: Day): Promise<string[]> {
      return [...new Set((await links(parent)).filter(({ to }) => !endsBy(to, day)).map(({ unit }) => unit))];
    },

    /** The ids of the `path`: what permissions are asked with. */
    async ancestors(id: string, day: Day): Promise<string[]> {
      return (await path(id, day)).map((unit) => unit.id);
    },
  };
}

/** The unit of an item; throws CorruptItem. */
export function readUnit({ PK, SK, ...unit }: Item): StoredUnit {
  const { id, kind, division, opened, version, joined } = unit;
  const isText = [id, kind, division, opened].every((value) => typeof value === 'string');
  const isCounted = [version, joined].every((value) => typeof value === 'number');
  const isListed = [unit.names, unit.parents, unit.successors, unit.posts].every(Array.isArray);
  if (!isText || !isCounted || !isListed || keys.unit(String(id)).PK !== PK) throw new CorruptItem({ PK, SK });
  return unit as unknown as StoredUnit;
}

function readLink({ PK, SK, child, from, to }: Item, parent: string | null): Link {
  const isEnd = to === undefined || typeof to === 'string';
  if (typeof child !== 'string' || typeof from !== 'string' || !isEnd) throw new CorruptItem({ PK, SK });
  return { unit: child, parent, from, to };
}
