// The units below one, by a figure: put in order here, within what the caller may see. A unit that has left is its new parent's to show.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { valuesOf } from '../domain/figures/indicators.ts';
import { toldRows } from '../domain/figures/publication.ts';
import { ranked } from '../domain/figures/ranking.ts';
import type { Compared } from '../domain/reports/content.ts';
import { firstDayOf, lastDayOf } from '../domain/reports/terms.ts';
import { existsOn, parentOn, type Unit } from '../domain/units/unit.ts';
import { dayWithin, type Standing, standingFor, today } from './access.ts';
import type { BureauDeps } from './deps.ts';
import { type Asked, askedOf, headOf, readShelves } from './figure-reading.ts';
import { requireKnown } from './figures.ts';
import { everBelow } from './report-walk.ts';
import { nameFor } from './units-reading.ts';

const NOTHING: Compared = { now: null, last: null };

export function rankFigures(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'rankFigures'>): Promise<Answer<'rankFigures'>> => {
    const standing = await standingFor(deps, actor)('readFigures', params.unit);
    const { id, sort: by = 'value', descending } = query;
    requireKnown([id]);
    const asked = askedOf(query);
    const [head, below] = await Promise.all([
      headOf(deps, actor, standing, asked),
      unitsBelow(deps, actor, { standing, asked }),
    ]);
    const [total = NOTHING, own = NOTHING, ...figures] = await compareAll(deps, { id, standing, below, asked });
    const day = today(deps);
    const rows = below.map((unit, i) => ({
      ...{ unit: { id: unit.id, name: nameFor(unit, day) }, id, ...(figures[i] ?? NOTHING) },
      ...(unit.closed === undefined || unit.closed > day ? {} : { closed: unit.closed }),
    }));
    return {
      ...{ ...head, id, total: { id, ...total }, own: { id, ...own } },
      rows: ranked(rows, { by, descending: descending === 'true' }),
    };
  };
}

/** Of the unit with all below it, of the unit alone, and of each unit below. */
async function compareAll(
  deps: BureauDeps,
  { id, standing, below, asked }: { id: string; standing: Standing; below: readonly Unit[]; asked: Asked },
): Promise<Compared[]> {
  const { unit } = standing;
  const wanted = { ids: [id], months: [asked.months], boundaries: asked.boundaries };
  const [all, own] = await Promise.all([
    readShelves(deps, { ...wanted, units: [unit.id, ...below.map((one) => one.id)] }),
    readShelves(deps, { ...wanted, units: [unit.id], alone: true }),
  ]);
  const values = valuesOf([id], asked.months);
  const of = (shelves: Parameters<typeof values>[0] | undefined) => values(shelves ?? {})[id] ?? NOTHING;
  const rows = [of(all.get(unit.id)), of(own.get(unit.id)), ...below.map((one) => of(all.get(one.id)))];
  return asked.share ? toldRows(id, rows) : rows;
}

/** The units right below today, or when they closed, that were there in the months; as far as the actor may read their figures. */
async function unitsBelow(
  deps: BureauDeps,
  actor: Actor,
  { standing, asked }: { standing: Standing; asked: Asked },
): Promise<Unit[]> {
  const { unit, place } = standing;
  const [, ...ids] = await everBelow(deps, unit.id, 1);
  const units = await deps.store.units.getMany(ids);
  const day = today(deps);
  const [first, last] = [firstDayOf({ ...asked.months, year: asked.months.year - 1 }), lastDayOf(asked.months)];
  return [...units.values()].filter((one) => {
    const isBelow = parentOn(one, dayWithin(one, day)) === unit.id;
    const wasThere = one.opened <= last && (one.closed === undefined || one.closed > first);
    const isShown = asked.boundaries === 'newest' ? existsOn(one, day) : wasThere;
    return isBelow && isShown && can.readFigures(actor, { ancestors: [one.id, ...place.ancestors] });
  });
}
