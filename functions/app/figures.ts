// The figures of a unit for a period of a year and for the same months of the year before, from counters: a constant number of items.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { HEADLINES, indicatorOf, valuesOf } from '../domain/figures/indicators.ts';
import { toldFigures } from '../domain/figures/publication.ts';
import { standingFor, today } from './access.ts';
import type { BureauDeps } from './deps.ts';
import { askedOf, headOf, readShelves } from './figure-reading.ts';
import { Problem } from './problem.ts';

/** Stands for any unit that would lie under another. */
const ANY_CHILD = '';

/** What the unit's facts come to. Problem `not_found` for whoever may not read its figures. */
export function readFigures(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'readFigures'>): Promise<Answer<'readFigures'>> => {
    const standing = await standingFor(deps, actor)('readFigures', params.unit);
    const { unit, place } = standing;
    const asked = askedOf(query);
    const ids = [...new Set(query.ids?.split(',') ?? HEADLINES)];
    requireKnown(ids);
    const [head, shelves, population] = await Promise.all([
      headOf(deps, actor, standing, asked),
      readShelves(deps, { units: [unit.id], ids, months: [asked.months], boundaries: asked.boundaries }),
      deps.store.populations.get(unit.id),
    ]);
    const values = valuesOf(ids, asked.months)(shelves.get(unit.id) ?? {});
    const figures = Object.entries(values).map(([id, compared]) => ({ id, ...compared }));
    return {
      ...head,
      figures: asked.share ? toldFigures(figures) : figures,
      population: {
        version: population?.version ?? 0,
        said: [...(population?.said ?? [])].sort((a, b) => (a.from < b.from ? 1 : -1)),
      },
      may: {
        givePopulation: can.givePopulation(actor, place),
        listPeople: can.listPeople(actor, place),
        seeBelow: can.readFigures(actor, { ancestors: [ANY_CHILD, ...place.ancestors] }),
      },
      today: today(deps),
    };
  };
}

/** Refuses indicators that nobody knows. */
export function requireKnown(ids: readonly string[]): void {
  const unknown = ids.find((id) => indicatorOf(id) === undefined);
  if (unknown === undefined) return;
  throw new Problem('invalid_input', [{ path: 'ids', message: `does not know ${unknown}` }]);
}
