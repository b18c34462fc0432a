// The units of the demo world: four provinces that never see each other, with the towns that the product was conceived from.
// 九江: a centre, 13 county head stations, 192 township stations · 和县: 9 · 马山: 11, straight under the county · 塔城: 阿西尔乡 alone.
import type { Division } from '../domain/divisions/division.ts';
import type { Day } from '../domain/time.ts';
import type { Opening } from '../domain/units/life.ts';
import { type County, county, prefecture, type Region } from './seed-places.ts';

/** A unit with the day it was opened. */
export interface PlannedUnit extends Opening {
  day: Day;
}

/** The units of one province, each after its parent. */
export interface PlannedTree {
  name: string;
  units: PlannedUnit[];
}

/** Stations came in waves; which one a unit belongs to is read from its place in the list. */
const WAVES: readonly Day[] = ['2020-03-02', '2020-09-01', '2021-03-01', '2021-09-01'];
const BUREAUS_SINCE: Day = '2019-01-01';
const HEADS_SINCE: Day = '2020-01-02';

/** Ids name what a unit is and its division, for whoever reads a log of the demo; nothing in the product takes them apart. */
export const bureauId = (code: string) => `b-${code}`;
export const centreId = (code: string) => `c-${code}`;
const headStationId = (code: string) => `h-${code}`;
export const stationId = (code: string) => `s-${code}`;

/** All trees of the demo world. */
export function plannedTrees(): PlannedTree[] {
  const jiujiang = prefecture('360400', 192);
  const hexian = county('340523');
  const mashan = county('450124');
  const tacheng = county('654201', ['654201202']);
  return [
    tree(jiujiang, [...bureausOf(jiujiang), centreOf(jiujiang), ...jiujiang.counties.flatMap(withHeadStation)]),
    tree(hexian, [...bureausOf(hexian), ...hexian.counties.flatMap(withHeadStation)]),
    tree(mashan, [...bureausOf(mashan), ...mashan.counties.flatMap(withoutHeadStation)]),
    tree(tacheng, [...bureausOf(tacheng), ...tacheng.counties.flatMap(withoutHeadStation)]),
  ];
}

function tree({ above }: Region, units: PlannedUnit[]): PlannedTree {
  return { name: above[0]?.name ?? '', units };
}

/** A bureau for the province, for the prefecture and for each county. */
function bureausOf({ above, counties }: Region): PlannedUnit[] {
  const last = above.at(-1)?.code ?? null;
  return [
    ...above.map((division, i) => bureau(division, above[i - 1]?.code ?? null)),
    ...counties.map(({ division }) => bureau(division, last)),
  ];
}

function bureau({ code, name }: Division, above: string | null): PlannedUnit {
  const parent = above === null ? null : bureauId(above);
  return { id: bureauId(code), kind: 'bureau', division: code, name: `${name}主管部门`, parent, day: BUREAUS_SINCE };
}

function centreOf({ above }: Region): PlannedUnit {
  const { code = '', name = '' } = above.at(-1) ?? {};
  const known = { id: centreId(code), kind: 'station-city', division: code, parent: bureauId(code) } as const;
  return { ...known, name: `${name}社工人才服务中心`, day: HEADS_SINCE, quota: 10 };
}

/** A head station under the county's bureau, and the township stations under it. */
function withHeadStation({ division, townships }: County): PlannedUnit[] {
  const { code, name } = division;
  const id = headStationId(code);
  const known = { id, kind: 'station-county', division: code, parent: bureauId(code), quota: 5 } as const;
  return [{ ...known, name: `${name}社工总站`, day: HEADS_SINCE }, ...stationsUnder(id, townships)];
}

function withoutHeadStation({ division, townships }: County): PlannedUnit[] {
  return stationsUnder(bureauId(division.code), townships);
}

function stationsUnder(parent: string, townships: readonly Division[]): PlannedUnit[] {
  return townships.map(({ code, name }, i) => ({
    ...{ id: stationId(code), kind: 'station-township', division: code, name: `${name}社工站`, parent, quota: 6 },
    day: WAVES[i % WAVES.length] ?? HEADS_SINCE,
  }));
}
