// A seeding that is cut off, or done twice: on a part of the demo world, and on fresh tables.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../functions/content/canonical.ts';
import { demoPlan, type Plan, seedWorld } from '../../../functions/local/seed-world.ts';
import type { Table } from '../../../functions/store/table.ts';
import { openWorld, type World } from '../../support/world.ts';
import { chainOf } from './chain.ts';

const NOW = '2026-03-01T04:00:00.000Z';

/** Several worlds of some 300 writes each, two slow cores shared with everything else. */
const WHOLE_MS = 180_000;

const quiet = () => undefined;

interface Item {
  PK: string;
  SK: string;
  [field: string]: unknown;
}

/** All items of a table but its log, without what is sealed anew each time it is sealed. */
async function itemsOf(of: Table): Promise<string[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await of.doc.send(new ScanCommand({ TableName: of.name, ...(start && { ExclusiveStartKey: start }) }));
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  const kept = items.filter(({ PK }) => !/^(AUDIT|JOB)#/.test(PK));
  const unsealed = (field: string, value: unknown) => (field === 'sealed' ? '' : value);
  return kept.map((item) => canonicalJson(JSON.parse(JSON.stringify(item, unsealed)))).sort();
}

/** The items that stand in one of two tables alone. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter((item) => !right.has(item)), ...b.filter((item) => !left.has(item))];
}

describe('a seeding that is cut off', () => {
  let whole: World;
  /** The provinces of 和县, 马山 and 塔城: transfers, posts and roles are all in them. */
  const part = (): Plan => {
    const isPart = (id: string) => /^.-(34|45|65)/.test(id);
    const { units, people } = demoPlan();
    return { units: units.filter(({ id }) => isPart(id)), people: people.filter(({ unit }) => isPart(unit)) };
  };

  beforeAll(async () => {
    whole = await openWorld();
    await seedWorld(whole.deps, quiet, part);
  }, WHOLE_MS);
  afterAll(() => whole.test.close());

  test.each([10, 90, 230])(
    'after %i writes is finished by the next start: the same world',
    async (writes) => {
      const world = await openWorld();
      const begun: Promise<unknown>[] = [];
      await expect(seedWorld(cutAfter(world.deps, writes, begun), quiet, part)).rejects.toThrow('cut off');
      await Promise.allSettled(begun);
      await seedWorld(world.deps, quiet, part);
      expect(differing(await itemsOf(world.test.table), await itemsOf(whole.test.table))).toEqual([]);
      for (const unit of ['b-340523', 's-340523100', 's-654201202', 'platform']) {
        expect(await chainOf(world.deps, unit)).toEqual({ ok: true });
      }
      await world.test.close();
    },
    WHOLE_MS,
  );

  test(
    'and one that is done again, job and all forgotten, changes nothing',
    async () => {
      const before = await itemsOf(whole.test.table);
      const { jobs } = whole.deps.store;
      const forgetful = { ...whole.deps.store, jobs: { ...jobs, get: async () => undefined, ...unending } };
      await seedWorld({ ...whole.deps, store: forgetful }, quiet, part);
      expect(differing(await itemsOf(whole.test.table), before)).toEqual([]);
    },
    WHOLE_MS,
  );
});

/** Jobs that are always there to be taken, and never over. */
const unending = {
  claim: async () => ({ ...{ id: 'job', kind: 'seed', unit: 'u', by: 'b', createdAt: NOW }, ...counted }),
  advance: async () => ({ ...{ id: 'job', kind: 'seed', unit: 'u', by: 'b', createdAt: NOW }, ...counted }),
};
const counted = { state: 'running', total: 1, done: 0, counts: {}, version: 1 } as const;

/** The same deps until so many writes have begun; from then on everything is refused, as by a table that is gone. */
function cutAfter(deps: World['deps'], writes: number, begun: Promise<unknown>[]): World['deps'] {
  const { units, people, grants } = deps.store;
  const cut = <A extends unknown[], T>(put: (...args: A) => Promise<T>) => {
    return (...args: A): Promise<T> => {
      if (begun.length >= writes) return Promise.reject(new Error('cut off'));
      const done = put(...args);
      begun.push(done);
      return done;
    };
  };
  const store = {
    ...deps.store,
    units: { ...units, put: cut(units.put) },
    people: { ...people, put: cut(people.put) },
    grants: { ...grants, put: cut(grants.put) },
  };
  return { ...deps, store };
}
