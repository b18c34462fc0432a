// An administrative division (行政区划) under its national code. What is above it is said by dated links, never by its code's digits:
// a district of 北京 lies under 110000, 石河子市 (659001) under 650000, 雄关街道 (620201001) under 620200.
import type { Day } from '../time.ts';

/** 省级、地级、县级、乡级. */
export type DivisionLevel = 'province' | 'prefecture' | 'county' | 'township';

/** What a division lies under, from a day (as far back as the data go when absent) up to a day on which it no more does. */
export interface ParentLink {
  /** The code above; null at the top. */
  parent: string | null;
  from?: Day;
  to?: Day;
}

export interface Division {
  /** Six digits down to the county, nine for a township. A string: `01` and `1` differ. */
  code: string;
  name: string;
  /** The first letter of each syllable of its name in pinyin: 马山县 → `msx`. */
  initials: string;
  /** In order of days, without overlap. A division is there on the days on which a link holds. */
  links: readonly ParentLink[];
  /** The codes its area has had since it was abolished; an abolished code is never given again (民政部令第79号). */
  successors: readonly string[];
}

export type Divisions = ReadonlyMap<string, Division>;

/** The levels from the top down. */
export const LEVELS: readonly DivisionLevel[] = ['province', 'prefecture', 'county', 'township'];

/** The level a code is given to (GB/T 2260, GB/T 10114); undefined for what is no code. */
export function levelOf(code: string): DivisionLevel | undefined {
  if (/^[1-9]\d{8}$/.test(code)) return 'township';
  if (!/^[1-9]\d{5}$/.test(code)) return undefined;
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** The link that holds on a day; undefined on days on which the division is not there. */
export function linkOn(division: Division, day: Day): ParentLink | undefined {
  return division.links.find(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to));
}
