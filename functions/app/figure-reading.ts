// What all answers about figures have in common: what was asked, what they say of themselves, and the shelves of units, as many reads however many facts.
import type { Answer } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import type { Part, Shelves } from '../domain/figures/additions.ts';
import { shelvesOf } from '../domain/figures/indicators.ts';
import { POPULATION_SHELF } from '../domain/figures/indicators-staff.ts';
import type { Months } from '../domain/reports/terms.ts';
import { addTo } from '../domain/statistics/item-sums.ts';
import { type Standing, today } from './access.ts';
import type { BureauDeps } from './deps.ts';
import { nameFor } from './units-reading.ts';

export interface Asked {
  months: Months;
  boundaries: 'then' | 'newest';
  /** For publication. */
  share: boolean;
}

export function askedOf(query: {
  year: string;
  from: string;
  to: string;
  boundaries?: 'then' | 'newest' | undefined;
  share?: 'true' | undefined;
}): Asked {
  const months = { year: Number(query.year), from: Number(query.from), to: Number(query.to) };
  return { months, boundaries: query.boundaries ?? 'then', share: query.share === 'true' };
}

type Head = Pick<Answer<'readFigures'>, 'unit' | 'path' | 'period' | 'boundaries' | 'asOf' | 'recounting'>;

/** A unit, those above it whose figures the actor may read, and how things stand with what was counted. */
export async function headOf(deps: BureauDeps, actor: Actor, standing: Standing, asked: Asked): Promise<Head> {
  const { unit, place } = standing;
  const above = place.ancestors
    .slice(1)
    .filter((_, i) => can.readFigures(actor, { ancestors: place.ancestors.slice(i + 1) }));
  const [units, recounting] = await Promise.all([deps.store.units.getMany(above), isRecounting(deps, standing)]);
  const day = today(deps);
  const path = above.flatMap((id) => {
    const one = units.get(id);
    return one === undefined ? [] : [{ id, name: nameFor(one, day) }];
  });
  return {
    ...{ unit: { id: unit.id, name: nameFor(unit, day) }, path, recounting },
    ...{ period: asked.months, boundaries: asked.boundaries, asOf: deps.now() },
  };
}

/** Changes of the tree that are looked at one by one; where there are more, all figures are said to be on the move. */
const CHANGES_MOST = 20;

/** Whether a change of the tree above or below a unit is still being counted: also at the parents that were left. */
async function isRecounting(deps: BureauDeps, { unit, place }: Standing): Promise<boolean> {
  const changes = await deps.store.treeChanges.list();
  if (changes.length > CHANGES_MOST) return true;
  const changed = await deps.store.units.getMany(changes.map((change) => change.unit));
  const ids = [...changed.values()].flatMap(({ id, parents }) => [
    id,
    ...parents.flatMap(({ value }) => (value === null ? [] : [value])),
  ]);
  const day = today(deps);
  const ways = await Promise.all([...new Set(ids)].map((id) => deps.store.units.ancestors(id, day)));
  return changes.some((change) => place.ancestors.includes(change.unit)) || ways.some((way) => way.includes(unit.id));
}

/** What is read: which units' shelves for which indicators. `alone`: of each unit without what lies below it. */
interface Wanted {
  units: readonly string[];
  ids: readonly string[];
  months: readonly Months[];
  boundaries: 'then' | 'newest';
  alone?: boolean;
}

/** The shelves of units, by unit: one item each shelf and part, and one for what was said of its population. */
export async function readShelves(deps: Pick<BureauDeps, 'store'>, wanted: Wanted): Promise<Map<string, Shelves>> {
  const { units, ids, months, boundaries, alone = false } = wanted;
  const all = [...new Set(months.flatMap((one) => shelvesOf(ids, one)))];
  const shelves = all.filter((shelf) => shelf !== POPULATION_SHELF);
  const parts: Part[] = alone ? ['own'] : boundaries === 'then' ? ['then'] : ['then', 'moved'];
  const [found, said] = await Promise.all([
    Promise.all(parts.map((part) => deps.store.counters.ofMany(units, shelves, part))),
    all.length === shelves.length ? undefined : deps.store.populations.ofMany(units),
  ]);
  const sums = (unit: string, shelf: string) =>
    found.reduce((sum, counters) => addTo(sum, counters.get(unit)?.[shelf] ?? {}), {});
  return new Map(
    units.map((unit) => {
      const population = (said?.get(unit)?.said ?? []).map(({ from, people }) => [from, people] as const);
      const counted = shelves.map((shelf) => [shelf, sums(unit, shelf)] as const);
      return [unit, { ...Object.fromEntries(counted), [POPULATION_SHELF]: Object.fromEntries(population) }];
    }),
  );
}
