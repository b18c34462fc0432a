// Finding a division by what people type: a part of its name, the initials of its pinyin, or the beginning of its code.
import type { Day } from '../time.ts';
import { type Division, type Divisions, LEVELS, levelOf, linkOn } from './division.ts';

/** The divisions that are there on a day, higher levels first, then by code. Build it once and search it often. */
export type SearchIndex = readonly Division[];

/** Exact before prefix before substring. */
const RANKS = 3;

export function searchIndex(divisions: Divisions, day: Day): SearchIndex {
  const present = [...divisions.values()].filter((division) => linkOn(division, day) !== undefined);
  const byLevel = Map.groupBy(present, ({ code }) => levelOf(code));
  return LEVELS.flatMap((level) => byLevel.get(level)?.sort((a, b) => (a.code < b.code ? -1 : 1)) ?? []);
}

/**
 * At most `limit` divisions for a text, the best first: the whole name, initials or code before the beginning of one, before a part of a
 * name; a higher level before a lower one. Digits are looked for in codes, letters in initials, all else in names. Letters' case, the
 * width of letters and digits, and spaces do not matter. Nothing is found for no text.
 */
export function search(index: SearchIndex, text: string, limit: number): Division[] {
  const typed = text.replace(/\s+/g, '');
  if (typed === '') return [];
  const narrow = typed.normalize('NFKC').toLowerCase();
  if (/^\d+$/.test(narrow)) return ranked(index, limit, ({ code }) => rankOf(code, narrow));
  if (/^[a-z0-9]+$/.test(narrow)) return ranked(index, limit, ({ initials }) => rankOf(initials, narrow));
  return ranked(index, limit, ({ name }) => rankOf(name, typed) ?? (name.includes(typed) ? 2 : undefined));
}

/** The found by rank, each rank in the order of the index: one walk, and no more kept than asked for. */
function ranked(index: SearchIndex, limit: number, rank: (division: Division) => number | undefined): Division[] {
  const found: Division[][] = Array.from({ length: RANKS }, () => []);
  for (const division of index) {
    const at = found[rank(division) ?? RANKS];
    if (at !== undefined && at.length < limit) at.push(division);
  }
  return found.flat().slice(0, limit);
}

function rankOf(field: string, wanted: string): number | undefined {
  if (!field.startsWith(wanted)) return undefined;
  return field.length === wanted.length ? 0 : 1;
}
