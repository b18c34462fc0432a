// What the large world shows, read as every dashboard reads it: from the counters of units, by the catalogue of indicators.
import { indicatorOf, shelvesOf, valuesOf } from '../domain/figures/indicators.ts';
import { arithmeticOf, PER_TEN_THOUSAND, PERCENT, rateText } from '../domain/figures/rates.ts';
import type { Compared } from '../domain/reports/content.ts';
import { counters } from '../store/counters.ts';
import type { Table } from '../store/table.ts';
import { bureauId, stationId } from './seed-units.ts';

/** A line of the telling: figures of a unit and a year. */
interface Asked {
  place: string;
  unit: string;
  year: number;
  ids: readonly string[];
}

const WHOLE_YEAR = { from: 1, to: 12 };

const ASKED: readonly Asked[] = [
  ...[
    { place: '九江市', unit: bureauId('360400') },
    { place: '和县', unit: bureauId('340523') },
  ].map((one) => ({
    ...one,
    year: 2026,
    ids: ['registered', 'passed', 'pass-rate'],
  })),
  {
    place: '九江市',
    unit: bureauId('360400'),
    year: 2026,
    ids: ['learnings', 'online-views', 'attendances', 'people', 'paid-for-training'],
  },
  {
    place: '马山县',
    unit: bureauId('450124'),
    year: 2026,
    ids: ['workers:social-worker', 'certified', 'certified:junior', 'certified:intermediate'],
  },
  ...[2021, 2023, 2024].map((year) => ({
    place: '马山县',
    unit: bureauId('450124'),
    year,
    ids: ['courses', 'attendances', 'people'],
  })),
  { place: '塔城市阿西尔乡', unit: stationId('654201202'), year: 2026, ids: ['households', 'persons-served'] },
];

export interface ToldFigure {
  place: string;
  year: number;
  id: string;
  rule: string;
  values: Compared;
}

/** All figures that are asked for. */
export async function worldFigures(table: Table, asked = ASKED): Promise<ToldFigure[]> {
  const found = await Promise.all(
    asked.map(async ({ place, unit, year, ids }) => {
      const months = { year, ...WHOLE_YEAR };
      const values = valuesOf(ids, months)(await counters(table).of(unit, shelvesOf(ids, months), 'then'));
      return ids.map((id) => {
        const one = values[id];
        if (one === undefined) throw new Error(`no indicator is called ${id}`);
        return { place, year, id, rule: indicatorOf(id)?.rule ?? '', values: one };
      });
    }),
  );
  return found.flat();
}

/** A figure with its denominator and how it stands against the year before. */
export function sentenceOf({ place, year, id, rule, values }: ToldFigure): string {
  const scale = indicatorOf(id)?.measure === 'per-10000' ? PER_TEN_THOUSAND : PERCENT;
  const { now } = values;
  const figure =
    now === null ? '—' : now.of === undefined ? `${now.n}` : `${rateText(now, scale)} % (${now.n} / ${now.of})`;
  const change = arithmeticOf(values, scale);
  return `${place} ${year} ${id}: ${figure} [${rule}]${change === undefined ? '' : `; ${change}`}`;
}
