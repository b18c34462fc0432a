// The edition that ships, read once for all tests of a file, and small folders made from parts of it.
import { loadDivisions } from '../../../../functions/content/divisions/load.ts';
import { type Divisions, linkOn } from '../../../../functions/domain/divisions/division.ts';
import { divisionsOf } from '../../../../functions/domain/divisions/file.ts';

export const shipped = loadDivisions();

/** Every division of the edition that ships, its changes made. */
export const country: Divisions = new Map(shipped.provinces.flatMap((file) => [...divisionsOf(file)]));

export const TODAY = '2026-11-23';

/** The codes that are there on a day. */
export function presentOn(day: string): string[] {
  return [...country.values()].filter((division) => linkOn(division, day) !== undefined).map(({ code }) => code);
}
