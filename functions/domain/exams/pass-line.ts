// Pass lines: how many marks a paper takes, by year, level and region. 60 of 100 everywhere; 单独划线 regions have lower ones, which hold there alone.
import type { HalfPoints } from '../grading/profile.ts';
import type { Level } from '../questions/release.ts';

export interface PassLine {
  year: number;
  level: Level;
  /** Of one paper alone; of all papers of the level when missing. */
  subject?: string;
  mark: HalfPoints;
  /** `local`: who passes by it has passed in these regions alone. */
  scope: 'national' | 'local';
  /** Codes of divisions, for a local line; everybody else's is the national one. */
  regions?: readonly string[];
  /** Whether somebody compared it with the official notice. */
  verified: boolean;
  source: string;
}

/** Asked for a paper and, if it is known, for where somebody sits it. */
export interface PassQuestion {
  year: number;
  level: Level;
  subject: string;
  /** The code of a division of 2 to 12 digits; what is said of a county holds for its towns. */
  region?: string | undefined;
}

/**
 * The line that holds: of the year or, when none of that year is known, of the latest year before it. A local line goes before the national one, one of
 * this subject before one of all. Undefined when nothing is known of the level.
 */
export function passLineFor(
  lines: readonly PassLine[],
  { year, level, subject, region }: PassQuestion,
): PassLine | undefined {
  const fitting = lines
    .filter((line) => line.level === level && line.year <= year)
    .filter((line) => line.subject === undefined || line.subject === subject)
    .filter((line) => line.scope === 'national' || isIn(region, line.regions ?? []));
  const latest = Math.max(...fitting.map((line) => line.year));
  return fitting
    .filter((line) => line.year === latest)
    .sort((a, b) => rank(b) - rank(a))
    .at(0);
}

function isIn(region: string | undefined, regions: readonly string[]): boolean {
  return region !== undefined && regions.some((code) => region.startsWith(code));
}

function rank({ scope, subject }: PassLine): number {
  return (scope === 'local' ? 2 : 0) + (subject === undefined ? 0 : 1);
}
