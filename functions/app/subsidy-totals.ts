// What subsidies come to, by rule and state: a unit with all below it, the units right below, the unit alone. From the counters, by the year of application.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { STATES, type State } from '../domain/subsidies/application.ts';
import { shelfOf } from '../domain/subsidies/subsidy-figures.ts';
import { standingFor, today } from './access.ts';
import type { StationDeps } from './deps.ts';
import { type ruleFor, rulesFor, shownRule, unitNames } from './subsidy-finding.ts';
import { nameFor } from './units-reading.ts';

type Totals = Answer<'readSubsidyTotals'>;
type Sums = Totals['all'];

export function readSubsidyTotals(deps: StationDeps) {
  return async (actor: Actor, { params, query }: Input<'readSubsidyTotals'>): Promise<Totals> => {
    const { unit } = await standingFor(deps, actor)('readSubsidies', params.unit);
    const shelf = shelfOf(query.year);
    const children = await deps.store.units.children(unit.id, today(deps));
    const [figures, own, names] = await Promise.all([
      deps.store.counters.ofMany([unit.id, ...children], [shelf], 'then'),
      deps.store.counters.of(unit.id, [shelf], 'own'),
      unitNames(deps, children),
    ]);
    const of = (id: string) => sumsIn(figures.get(id)?.[shelf] ?? {});
    const all = of(unit.id);
    const below = children.map((id) => ({ unit: id, name: names.get(id) ?? '', sums: of(id) }));
    return {
      ...{ unit: unit.id, name: nameFor(unit, today(deps)), all, own: sumsIn(own[shelf] ?? {}) },
      below: below.filter(({ sums }) => sums.length > 0),
      rules: rulesIn(deps, all, query.year).map(shownRule),
      today: today(deps),
    };
  };
}

/** The figures of a shelf by rule and state, in the order of the states. */
function sumsIn(shelf: Readonly<Record<string, number>>): Sums {
  const rules = new Set(Object.keys(shelf).map((name) => name.split(':')[1] ?? ''));
  return [...rules].sort().flatMap((rule) =>
    STATES.flatMap((state: State) => {
      const applications = shelf[`n:${rule}:${state}`] ?? 0;
      return applications === 0 ? [] : [{ rule, state, applications, cents: shelf[`f:${rule}:${state}`] ?? 0 }];
    }),
  );
}

/** The entries that held at the end of the year, or hold today while it lasts. */
function rulesIn(deps: StationDeps, sums: Sums, year: string): ReturnType<typeof ruleFor>[] {
  const last = `${year}-12-31`;
  const day = last < today(deps) ? last : today(deps);
  return rulesFor(
    deps,
    sums.map(({ rule }) => ({ rule, day })),
  );
}
