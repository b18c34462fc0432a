// One figure of a unit through the months of three years; of what is counted by the year through six. As many items as there are years and shelves.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { figureOf, indicatorOf } from '../domain/figures/indicators.ts';
import { toldFigures } from '../domain/figures/publication.ts';
import type { Figure } from '../domain/reports/content.ts';
import type { Months } from '../domain/reports/terms.ts';
import { standingFor, today } from './access.ts';
import type { BureauDeps } from './deps.ts';
import { readShelves } from './figure-reading.ts';
import { requireKnown } from './figures.ts';

const [YEARS_BY_MONTH, YEARS] = [3, 6];

export function readTrend(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'readTrend'>): Promise<Answer<'readTrend'>> => {
    const { unit } = await standingFor(deps, actor)('readFigures', params.unit);
    const { id, boundaries = 'then', share } = query;
    requireKnown([id]);
    const periods = periodsOf(id, { year: Number(query.year), month: today(deps).slice(0, 7) });
    const months = periods.filter(({ from }) => from === 1);
    const shelves = await readShelves(deps, {
      units: [unit.id],
      ids: [id],
      months: [...months, ...periods],
      boundaries,
    });
    const held = shelves.get(unit.id) ?? {};
    const isYearly = indicatorOf(id)?.span === 'year';
    return {
      id,
      points: periods.map((one) => {
        const figure = figureOf(id, held, one);
        return {
          ...{ year: one.year, figure: share === 'true' ? told(id, figure) : figure },
          ...(isYearly ? {} : { month: one.from }),
        };
      }),
    };
  };
}

/** The months, or years, that have begun. */
function periodsOf(id: string, { year, month }: { year: number; month: string }): Months[] {
  const isYearly = indicatorOf(id)?.span === 'year';
  const many = isYearly ? YEARS : YEARS_BY_MONTH;
  const years = Array.from({ length: many }, (_, i) => year - many + 1 + i);
  const all = years.flatMap((one): Months[] =>
    isYearly
      ? [{ year: one, from: 1, to: 12 }]
      : Array.from({ length: 12 }, (_, i) => ({ year: one, from: i + 1, to: i + 1 })),
  );
  return all.filter((one) => `${one.year}-${String(one.from).padStart(2, '0')}` <= month);
}

function told(id: string, figure: Figure | null): Figure | null {
  return toldFigures([{ id, now: figure, last: null }])[0]?.now ?? null;
}
