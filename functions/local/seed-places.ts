// Where the demo world lies: real divisions of four provinces, and which of their townships have a station.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Division } from '../domain/divisions/division.ts';
import { type DivisionFile, divisionsOf } from '../domain/divisions/file.ts';
import { divisionsUnder, pathOf } from '../domain/divisions/paths.ts';
import type { Day } from '../domain/time.ts';

/** The divisions are read as of this day. */
const AS_OF: Day = '2025-01-01';

/** A county and those of its townships that have a station. */
export interface County {
  division: Division;
  townships: Division[];
}

/** A prefecture with everything above it, the province first, and the counties of the demo. */
export interface Region {
  above: Division[];
  counties: County[];
}

/** A whole prefecture with so many stations, shared out over its counties. */
export function prefecture(code: string, stations: number): Region {
  const divisions = divisionsIn(code);
  const counties = divisionsUnder(divisions, code, AS_OF);
  const townships = counties.map((county) => divisionsUnder(divisions, county.code, AS_OF).filter(isTownship));
  const shares = shared(
    stations,
    townships.map(({ length }) => length),
  );
  return {
    above: pathOf(divisions, code, AS_OF),
    counties: counties.map((division, i) => ({ division, townships: (townships[i] ?? []).slice(0, shares[i]) })),
  };
}

/** One county; `only` names the townships that have a station, all of them when it is missing. */
export function county(code: string, only?: readonly string[]): Region {
  const divisions = divisionsIn(code);
  const path = pathOf(divisions, code, AS_OF);
  const townships = divisionsUnder(divisions, code, AS_OF).filter(isTownship);
  const division = path.pop();
  if (division === undefined) throw new Error(`there is no county ${code}`);
  return {
    above: path,
    counties: [{ division, townships: townships.filter((one) => only?.includes(one.code) ?? true) }],
  };
}

/** 001–099 街道, 100–199 镇, 200–399 乡; farms and development zones have no station. */
function isTownship({ code }: Division): boolean {
  return Number(code.slice(6)) < 400;
}

/** A number in proportion to weights, in whole parts: what is left over goes to the largest remainders. */
function shared(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((part, i) => ({ i, rest: part % 1 })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

/** The divisions of a code's province, from the file that the tests of the content check: only four of 34 are needed. */
function divisionsIn(code: string) {
  const file = new URL(`../content/divisions/data/${code.slice(0, 2)}.json`, import.meta.url);
  const { format, edition, rows } = JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as DivisionFile;
  return divisionsOf({ format, edition, rows, changes: [] });
}
