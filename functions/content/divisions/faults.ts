// What must hold of the divisions before anything is built with them; each fault is a sentence with the code.
import type { Change } from '../../domain/divisions/changes.ts';
import { type Division, type Divisions, LEVELS, levelOf } from '../../domain/divisions/division.ts';
import { divisionsOf, flatten } from '../../domain/divisions/file.ts';
import { parentOf, pathOf } from '../../domain/divisions/paths.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { Edition } from './edition.ts';

/** The towns the product was conceived from: a country without them in their places is not the one it serves. */
const TOWNS: readonly [code: string, name: string, parent: string][] = [
  ['360400', '九江市', '360000'],
  ['340523', '和县', '340500'],
  ['450124', '马山县', '450100'],
  ['654201202', '阿西尔达斡尔民族乡', '654201'],
];

/** Before any change that is on record. */
const EARLY: Day = '2000-01-01';

/** Every fault of an edition with its changes; empty when it may be used. */
export function faultsOf({ year, provinces, changes }: Edition): string[] {
  const rows = provinces.flatMap((file) => flatten(file.rows, null));
  const known = new Map(provinces.flatMap((file) => [...divisionsOf(file)]));
  return [
    ...provinces
      .filter(({ edition }) => edition !== year)
      .map(({ edition }) => `A file is of ${edition}, not ${year}.`),
    ...twice(rows.map(({ code }) => code)).map((code) => `${code} stands there twice.`),
    ...reused(changes, known).map((code) => `A change gives ${code} again, which is another's or abolished.`),
    ...changes.flatMap((change, i) => changeFaults(change, changes[i - 1]?.on ?? '', known)),
    ...[...known.values()].flatMap((division) => divisionFaults(division, known)),
    ...[EARLY, ...changes.flatMap(({ on }) => [addDays(on, -1), on])].flatMap((day) => pathFaults(known, day)),
    ...TOWNS.filter(
      ([code, name, parent]) => known.get(code)?.name !== name || known.get(code)?.links.at(-1)?.parent !== parent,
    ).map(([code, name]) => `${code} is not ${name} in its place.`),
  ];
}

function twice(codes: readonly string[]): string[] {
  const seen = new Set<string>();
  return codes.filter((code) => seen.size === seen.add(code).size);
}

/** Codes that a change opens though they were another's, or speaks of though they are abolished: a code is never given twice (民政部令第79号). */
function reused(changes: readonly Change[], known: Divisions): string[] {
  return changes.flatMap(({ open = [], move = [] }, i) => {
    const abolished = new Set(changes.slice(0, i + 1).flatMap(({ close = [] }) => close.map(({ code }) => code)));
    const revived = [...open.map(({ code }) => code), ...move.map(([code]) => code)].filter((code) =>
      abolished.has(code),
    );
    const taken = open.filter(({ code, name }) => known.has(code) && known.get(code)?.name !== name);
    return [...revived, ...taken.map(({ code }) => code)];
  });
}

/** A change that names what is nowhere would be passed over in silence; here it is heard. */
function changeFaults({ on, open = [], move = [], close = [] }: Change, before: Day, known: Divisions): string[] {
  const named = [
    ...open.flatMap(({ code, parent }) => [code, parent]),
    ...move.flat(),
    ...close.flatMap(({ code, into }) => [code, ...into]),
  ];
  const unknown = named.filter((code) => !known.has(code)).map((code) => `The change of ${on} names ${code}: unknown.`);
  return on < before ? [...unknown, `The change of ${on} stands after that of ${before}.`] : unknown;
}

function divisionFaults({ code, name, links }: Division, known: Divisions): string[] {
  const level = rankOf(code);
  if (level < 0) return [`${code} is no code.`];
  return [
    ...(name.trim() === '' ? [`${code} has no name.`] : []),
    ...links.flatMap(({ parent }) => {
      if (parent === null) return level === 0 ? [] : [`${code} lies under nothing.`];
      if (!known.has(parent)) return [`${code} lies under ${parent}: unknown.`];
      const above = rankOf(parent);
      return above < level ? [] : [`${code} lies under ${parent}, which is no higher.`];
    }),
  ];
}

/** 0 for a province down to 3 for a township; -1 for what is no code. */
function rankOf(code: string): number {
  const level = levelOf(code);
  return level === undefined ? -1 : LEVELS.indexOf(level);
}

/** Whoever is there on a day has all above it there on that day. */
function pathFaults(known: Divisions, day: Day): string[] {
  return [...known.keys()].flatMap((code) => {
    try {
      return parentOf(known, code, day) === undefined || pathOf(known, code, day).length > 0
        ? []
        : [`${code} is lost.`];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}
