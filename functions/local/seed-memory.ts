// What the seed has read or written, remembered: nobody else writes while it runs, so that it asks the table for nothing twice.
import type { Day } from '../domain/time.ts';
import { ancestorsOn } from '../domain/units/tree.ts';
import { parentOn } from '../domain/units/unit.ts';
import type { Store } from '../store/store.ts';

type Units = Store['units'];
type People = Store['people'];
type StoredUnit = NonNullable<Awaited<ReturnType<Units['get']>>>;
type StoredPerson = NonNullable<Awaited<ReturnType<People['get']>>>;

export interface Memory {
  store: Store;
  /** A unit is read anew when it is next asked for: what joins it is counted in it, and nobody here follows that. */
  forget(unit: string): void;
}

/** The store, with a memory for units and people. */
export function remembering(store: Store): Memory {
  const { units, forget } = rememberUnits(store.units);
  return { store: { ...store, units, people: rememberPeople(store.people) }, forget };
}

function rememberUnits(units: Units): { units: Units; forget: (unit: string) => void } {
  const known = new Map<string, StoredUnit>();

  async function get(id: string): Promise<StoredUnit | undefined> {
    const held = known.get(id) ?? (await units.get(id));
    if (held !== undefined) known.set(id, held);
    return held;
  }

  async function getMany(ids: Iterable<string>): Promise<Map<string, StoredUnit>> {
    const found = await Promise.all([...new Set(ids)].map(get));
    return new Map(found.filter((unit) => unit !== undefined).map((unit) => [unit.id, unit]));
  }

  async function path(id: string, day: Day): Promise<StoredUnit[]> {
    const met = new Map<string, StoredUnit>();
    for (let next: string | null | undefined = id; next && !met.has(next); ) {
      const unit: StoredUnit | undefined = await get(next);
      if (unit === undefined) break;
      met.set(unit.id, unit);
      next = parentOn(unit, day);
    }
    if (met.size === 0) return [];
    return ancestorsOn((unit) => met.get(unit), id, day).map((unit) => met.get(unit) as StoredUnit);
  }

  const remembered: Units = {
    ...units,
    ...{ get, getMany, path },
    ancestors: async (id, day) => (await path(id, day)).map((unit) => unit.id),
    put: async (changes, entries) => {
      const done = await units.put(changes, entries);
      for (const { after } of changes.changed) known.delete(after.id);
      return done;
    },
  };
  return { units: remembered, forget: (unit) => known.delete(unit) };
}

/** People are read once each, right after they were written: what was written is what would be read. */
function rememberPeople(people: People): People {
  const known = new Map<string, StoredPerson>();
  return {
    ...people,
    get: async (id) => known.get(id) ?? people.get(id),
    put: async (change, entries) => {
      const done = await people.put(change, entries);
      const { before, after } = change;
      if (done === 'done') known.set(after.id, { ...after, version: (before?.version ?? 0) + 1 });
      return done;
    },
  };
}
