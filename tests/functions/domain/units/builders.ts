// Units for tests: a sound unit in one call, and a small world that keeps what changes make of it.
import type { Day } from '../../../../functions/domain/time.ts';
import { type Change, change } from '../../../../functions/domain/units/changes.ts';
import { type Outcome, type World, worldOf } from '../../../../functions/domain/units/draft.ts';
import { indexOf } from '../../../../functions/domain/units/tree.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';

const OPENED = '2020-01-01';

/** A unit opened on 2020-01-01 below a parent (null: a root), with its id for a name. */
export function unit(id: string, parent: string | null = null, more: Partial<Unit> = {}): Unit {
  const opened = more.opened ?? OPENED;
  return {
    id,
    kind: 'station-township',
    division: '110101001',
    opened,
    names: [{ from: opened, value: id }],
    parents: [{ from: opened, value: parent }],
    successors: [],
    contacts: {},
    posts: [],
    version: 1,
    ...more,
  };
}

/** The world of a list of units. */
export function worldWith(units: Iterable<Unit>): World {
  return worldOf(indexOf(units));
}

/** Units that live on from change to change. `make` throws for a refusal: that is a fault of the test. */
export interface Register {
  lookup: (id: string) => Unit | undefined;
  all: () => Unit[];
  ask: (wanted: Change, day: Day) => Outcome;
  make: (wanted: Change, day: Day) => Unit[];
}

export function register(units: readonly Unit[]): Register {
  const held = new Map(units.map((u) => [u.id, u]));
  const ask = (wanted: Change, day: Day) => change(worldWith(held.values()), wanted, day);
  const make = (wanted: Change, day: Day) => {
    const outcome = ask(wanted, day);
    if (!outcome.ok) throw new Error(`${wanted.kind} on ${day} is refused: ${outcome.reason} at ${outcome.unit}`);
    for (const changed of outcome.units) held.set(changed.id, changed);
    return outcome.units;
  };
  return { lookup: (id) => held.get(id), all: () => [...held.values()], ask, make };
}
