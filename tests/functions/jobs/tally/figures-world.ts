// A family of figures of its own on a real engine: who came where on which day, under a tree of units that changes; and the figures once more, as plainly as
// can be, with nothing of the code under test.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Piece, Shelves } from '../../../../functions/domain/figures/additions.ts';
import type { Source } from '../../../../functions/domain/figures/source.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import type { Change } from '../../../../functions/domain/units/changes.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';
import type { Item } from '../../../../functions/store/ranges.ts';
import type { SourceReader } from '../../../../functions/store/source-readers.ts';
import { makeStore, makeTallyStore } from '../../../../functions/store/store.ts';
import { CorruptItem } from '../../../../functions/store/table.ts';
import { register, unit } from '../../domain/units/builders.ts';
import { parentsOn, wayUp } from '../../domain/units/oracle.ts';
import { openTallyWorld, type TallyWorld } from './world.ts';

/** Where somebody came, in all years. */
export interface Attended {
  person: string;
  entries: Piece[];
  version: number;
}

export type Figures = Record<string, Shelves>;

export interface FiguresWorld extends TallyWorld {
  /** The units as they are now. */
  units(): Unit[];
  /** Opens a tree: below the root so many cities, below each so many counties, below each so many townships; gives the townships. */
  plant(root: string, widths: readonly [number, number, number]): Promise<string[]>;
  /** Changes the tree; false when the change is refused. */
  change(wanted: Change, day: Day): Promise<boolean>;
  /** Writes facts in the versions that they say. */
  put(...facts: Attended[]): Promise<void>;
  remove(person: string): Promise<void>;
  /** Figures of some units as they are counted: in the boundaries of the time, alone, and in the newest boundaries. */
  counted(units: readonly string[]): Promise<Record<'past' | 'own' | 'newest', Figures>>;
}

const SHELVES = ['came#2025', 'came#2026'];

export const keyOf = (person: string) => ({ PK: `CAME#${person}`, SK: 'CAME' });

const source: Source<Attended & { at: string }> = {
  kind: 'came',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ entries }) => entries.map((entry) => entry.unit),
  pieces: ({ entries }) => entries,
  sumsOf(pieces) {
    const shelves: Record<string, Record<string, number>> = {};
    for (const { day } of pieces) {
      const sums = shelves[`came#${day.slice(0, 4)}`] ?? {};
      shelves[`came#${day.slice(0, 4)}`] = sums;
      sums.t = (sums.t ?? 0) + 1;
      sums.n = 1;
      sums[`n:${day.slice(5, 7)}`] = 1;
    }
    return shelves;
  },
};

const reader: SourceReader = {
  kind: 'came',
  is: ({ PK }) => PK.startsWith('CAME#'),
  read({ PK, SK, entries, version, at, person }: Item) {
    if (!Array.isArray(entries)) throw new CorruptItem({ PK, SK });
    return { entries, version, at, person };
  },
};

export async function openFiguresWorld(): Promise<FiguresWorld> {
  const world = await openTallyWorld({ readers: [reader], sources: [source as Source] });
  const { sound } = world;
  const store = makeStore(sound);
  let tree = register([]);
  const put = async (changed: readonly Unit[]) => {
    const before = await store.units.getMany(changed.map(({ id }) => id));
    const done = await store.units.put(
      { changed: changed.map((after) => ({ before: before.get(after.id), after })) },
      [],
    );
    if (done !== 'done') throw new Error('the test changes its tree alone');
  };
  return {
    ...world,
    units: () => tree.all(),
    async plant(root, [cities, counties, townships]) {
      const levels = [[unit(root)]];
      for (const width of [cities, counties, townships]) {
        const above = levels.at(-1) ?? [];
        levels.push(above.flatMap(({ id }) => Array.from({ length: width }, (_, i) => unit(`${id}-${i}`, id))));
      }
      const all = levels.flat();
      for (const one of all) await put([one]);
      tree = register([...tree.all(), ...all]);
      return (levels.at(-1) ?? []).map(({ id }) => id);
    },
    async change(wanted, day) {
      const outcome = tree.ask(wanted, day);
      if (!outcome.ok) return false;
      await put(tree.make(wanted, day));
      return true;
    },
    async put(...facts) {
      for (const fact of facts) {
        const at = `2026-03-01T00:00:${String(fact.version % 60).padStart(2, '0')}.000Z`;
        await sound.doc.send(new PutCommand({ TableName: sound.name, Item: { ...keyOf(fact.person), ...fact, at } }));
      }
    },
    async remove(person) {
      await sound.doc.send(new DeleteCommand({ TableName: sound.name, Key: keyOf(person) }));
    },
    async counted(units) {
      const { counters } = makeTallyStore(sound);
      const [past, own, moved] = await Promise.all(
        (['then', 'own', 'moved'] as const).map(async (part) =>
          Object.fromEntries(await counters.ofMany(units, SHELVES, part)),
        ),
      );
      const newest = Object.fromEntries(units.map((id) => [id, both(past?.[id] ?? {}, moved?.[id] ?? {})]));
      return { past: tidy(past ?? {}), own: tidy(own ?? {}), newest: tidy(newest) };
    },
  };
}

/** The figures counted here: whoever stands below a unit, gathered by hand. */
export function figuresByHand(
  units: readonly Unit[],
  facts: readonly Attended[],
): Record<'past' | 'own' | 'newest', Figures> {
  const byId = new Map(units.map((one) => [one.id, one]));
  const days = new Map<Day, Map<string, string | null | undefined>>();
  const pastWay = ({ unit: id, day }: Piece) => {
    const on = clamped(byId.get(id) as Unit, day);
    const parents = days.get(on) ?? parentsOn(units, on);
    days.set(on, parents);
    return wayUp(parents, id) ?? [];
  };
  return {
    past: gathered(facts, pastWay),
    own: gathered(facts, ({ unit: id }) => [id]),
    newest: gathered(facts, ({ unit: id }) => newestWay(byId, id)),
  };
}

/** Who stands in a unit's place today. */
export function heirOf(byId: ReadonlyMap<string, Unit>, id: string): Unit {
  const one = byId.get(id) as Unit;
  const [next] = one.successors;
  return one.closed === undefined || next === undefined ? one : heirOf(byId, next);
}

function newestWay(byId: ReadonlyMap<string, Unit>, id: string): string[] {
  const heir = heirOf(byId, id);
  const parent = heir.parents.at(-1)?.value ?? null;
  return parent === null ? [heir.id] : [heir.id, ...newestWay(byId, parent)];
}

function clamped({ opened, closed }: Unit, day: Day): Day {
  if (day < opened) return opened;
  return closed !== undefined && day >= closed ? addDays(closed, -1) : day;
}

function gathered(facts: readonly Attended[], way: (piece: Piece) => readonly string[]): Figures {
  const sets: Record<string, Record<string, Record<string, Set<string>>>> = {};
  const add = (id: string, [shelf, name]: readonly [string, string], member: string) => {
    const shelves = sets[id] ?? {};
    const names = shelves[shelf] ?? {};
    sets[id] = shelves;
    shelves[shelf] = names;
    names[name] = (names[name] ?? new Set()).add(member);
  };
  for (const { person, entries } of facts) {
    for (const [i, entry] of entries.entries()) {
      const shelf = `came#${entry.day.slice(0, 4)}`;
      for (const id of way(entry)) {
        add(id, [shelf, 't'], `${person} ${i}`);
        add(id, [shelf, 'n'], person);
        add(id, [shelf, `n:${entry.day.slice(5, 7)}`], person);
      }
    }
  }
  const sized = (names: Record<string, Set<string>>) =>
    Object.fromEntries(Object.entries(names).map(([name, { size }]) => [name, size]));
  return Object.fromEntries(
    Object.entries(sets).map(([id, shelves]) => [
      id,
      Object.fromEntries(Object.entries(shelves).map(([shelf, names]) => [shelf, sized(names)])),
    ]),
  );
}

function both(some: Shelves, more: Shelves): Shelves {
  return Object.fromEntries(
    SHELVES.map((shelf) => {
      const [a, b] = [some[shelf] ?? {}, more[shelf] ?? {}];
      const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
      return [shelf, Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]))];
    }),
  );
}

/** Without units, shelves and names at which there is nothing. */
function tidy(figures: Record<string, Shelves>): Figures {
  const full = (of: object) => Object.keys(of).length > 0;
  return Object.fromEntries(
    Object.entries(figures)
      .map(([id, shelves]): [string, Shelves] => [
        id,
        Object.fromEntries(
          Object.entries(shelves)
            .map(
              ([shelf, sums]) =>
                [shelf, Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0))] as const,
            )
            .filter(([, sums]) => full(sums)),
        ),
      ])
      .filter(([, shelves]) => full(shelves)),
  );
}
