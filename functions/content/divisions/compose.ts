// From the tables of a source to the rows of our files: pseudo levels go, and what they held lies under the province or the prefecture itself.
import { type Row, suffixOf } from '../../domain/divisions/file.ts';

/** A code and its name; `code` as the source has it: two, four, six or nine digits. */
export interface Named {
  code: string;
  name: string;
}

/** Every township carries the code of its county, every county that of its prefecture. */
export interface SourceTables {
  provinces: Named[];
  cities: Named[];
  counties: (Named & { city: string })[];
  townships: (Named & { county: string })[];
}

/** Statistics put these between a province and its counties; nobody governs there, so they are no divisions (GB/T 2260: 汇总码). */
const PSEUDO = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

interface Placed extends Named {
  parent: string | null;
}

/** One row for each province with all that lies under it, in the order of codes. `initials` reads a name. */
export function compose(source: SourceTables, initials: (name: string) => string): Row[] {
  const under = Map.groupBy(place(source), ({ parent }) => parent);
  const rowsUnder = (parent: string | null): Row[] =>
    (under.get(parent) ?? [])
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, name }) => {
        const below = rowsUnder(code);
        const row: [string, string, string] = [suffixOf(code, parent), name, initials(name)];
        return below.length === 0 ? row : [...row, below];
      });
  return rowsUnder(null);
}

/** Everything under its full code with the code that is above it in life. */
function place({ provinces, cities, counties, townships }: SourceTables): Placed[] {
  const prefectures = new Map(cities.filter(({ name }) => !PSEUDO.has(name)).map((city) => [city.code, city]));
  const above = (county: Named & { city: string }): string => {
    const city = prefectures.get(county.city);
    return city === undefined ? `${county.code.slice(0, 2)}0000` : `${city.code}00`;
  };
  // 东莞, 中山, 儋州 and 嘉峪关 have no counties: their tables repeat the city as its own county, and the townships lie under the city.
  const repeats = (county: Named & { city: string }) => prefectures.get(county.city)?.name === county.name;
  const skipped = new Map(counties.filter(repeats).map((county) => [county.code, above(county)]));
  return [
    ...provinces.map(({ code, name }) => ({ code: `${code}0000`, name, parent: null })),
    ...[...prefectures.values()].map(({ code, name }) => ({
      code: `${code}00`,
      name,
      parent: `${code.slice(0, 2)}0000`,
    })),
    ...counties
      .filter(({ code }) => !skipped.has(code))
      .map((county) => ({ code: county.code, name: county.name, parent: above(county) })),
    ...townships.map(({ code, name, county }) => ({ code, name, parent: skipped.get(county) ?? county })),
  ];
}
