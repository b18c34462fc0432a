// A table for tests that write units: opened once a file, with ids that no other test of the file uses.
import { afterAll, beforeAll, expect } from 'vitest';
import { type Change, change } from '../../../functions/domain/units/changes.ts';
import { worldOf } from '../../../functions/domain/units/draft.ts';
import { indexOf } from '../../../functions/domain/units/tree.ts';
import type { Unit } from '../../../functions/domain/units/unit.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import type { StoredUnit } from '../../../functions/store/unit-writes.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

export let test: TestTable;
export let store: Store;
let trees = 0;

/** Opens the table before the file's tests and closes it after them. */
export function useUnits(): void {
  beforeAll(async () => {
    test = await openTestTable();
    store = makeStore(test.table);
  });
  afterAll(() => test.close());
}

/** A prefix of ids that no other test uses. */
export function fresh(): string {
  trees += 1;
  return `t${trees}-`;
}

export async function opened(...units: Unit[]): Promise<void> {
  for (const after of units) expect(await store.units.put({ changed: [{ after }] }, [])).toBe('done');
}

export async function stored(id: string): Promise<StoredUnit> {
  const unit = await store.units.get(id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return unit;
}

/** What the domain makes of units as they are stored. */
export async function judged(ids: string[], wanted: Change, day: string) {
  const units = await store.units.getMany(ids);
  const outcome = change(worldOf(indexOf(units.values())), wanted, day);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.units.map((after) => ({ before: units.get(after.id), after }));
}
