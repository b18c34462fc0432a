// What one fact adds to the figures of which units. A fact is cut into pieces, each of a unit and a day; a family of figures says what pieces come to,
// and because it is asked for all pieces that stand under a unit at once, people are counted once at every unit, however many units they belong to.
import { addTo, minus, type Sums } from '../statistics/item-sums.ts';
import type { Day } from '../time.ts';
import type { Chains } from './chains.ts';

/** A part of a fact: what it is, of which unit, on which day. Plain data: it is kept as JSON. */
export interface Piece {
  unit: string;
  day: Day;
}

/** Sums by shelf: `training#2026` and the like. A shelf of a unit is one item of the table. */
export type Shelves = Readonly<Record<string, Sums>>;

/** What pieces come to. Must not depend on their order. All pieces are of one fact. */
export type SumsOf<P extends Piece> = (pieces: readonly P[]) => Shelves;

/**
 * `then`: the unit with all that was below it on each day · `own`: the unit alone · `moved`: what must be added to `then` to come to the figures in the
 * newest boundaries; there is none where nothing ever moved.
 */
export type Part = 'then' | 'own' | 'moved';

export interface Addition {
  unit: string;
  shelf: string;
  part: Part;
  sums: Sums;
}

/** All that a fact adds, without what comes to nothing; the same for the same pieces in any order. */
export function additionsOf<P extends Piece>(pieces: readonly P[], sumsOf: SumsOf<P>, chains: Chains): Addition[] {
  const then = byUnit(pieces, ({ unit, day }) => chains.onDay(unit, day));
  const newest = byUnit(pieces, ({ unit }) => chains.newest(unit));
  const own = byUnit(pieces, ({ unit }) => [unit]);
  const shelves = shelvesOf(pieces, sumsOf);
  const moved = [...new Set([...then.keys(), ...newest.keys()])].map((unit): [string, Shelves] => [
    unit,
    less(shelves(newest.get(unit)), shelves(then.get(unit))),
  ]);
  return [
    ...[...then].flatMap(([unit, places]) => additions(unit, 'then', shelves(places))),
    ...[...own].flatMap(([unit, places]) => additions(unit, 'own', shelves(places))),
    ...moved.flatMap(([unit, differing]) => additions(unit, 'moved', differing)),
  ].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Additions as the text that a receipt keeps: the same for the same additions, whatever order their names came in. */
export function additionsText(additions: readonly Addition[]): string {
  return JSON.stringify(
    additions.map(({ unit, shelf, part, sums }) => [
      unit,
      shelf,
      part,
      Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
}

/** The text read back. Throws SyntaxError for what is none of ours. */
export function additionsFrom(text: string): Addition[] {
  const rows: [string, string, Part, Sums][] = JSON.parse(text);
  return rows.map(([unit, shelf, part, sums]) => ({ unit, shelf, part, sums }));
}

/** Which pieces, by their places in the list, stand under each unit. */
function byUnit<P>(pieces: readonly P[], chainOf: (piece: P) => readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [place, piece] of pieces.entries()) {
    for (const unit of chainOf(piece)) {
      const held = found.get(unit);
      if (held === undefined) found.set(unit, [place]);
      else held.push(place);
    }
  }
  return found;
}

/** What pieces come to; asked once for the same ones, for a whole line of units mostly has the same. */
function shelvesOf<P extends Piece>(pieces: readonly P[], sumsOf: SumsOf<P>): (places?: readonly number[]) => Shelves {
  const known = new Map<string, Shelves>();
  return (places) => {
    if (places === undefined) return {};
    const name = places.join(' ');
    const shelves = known.get(name) ?? sumsOf(places.map((place) => pieces[place] as P));
    known.set(name, shelves);
    return shelves;
  };
}

function less(shelves: Shelves, taken: Shelves): Shelves {
  const names = new Set([...Object.keys(shelves), ...Object.keys(taken)]);
  return Object.fromEntries([...names].map((name) => [name, minus(shelves[name] ?? {}, taken[name] ?? {})]));
}

function additions(unit: string, part: Part, shelves: Shelves): Addition[] {
  return Object.entries(shelves).flatMap(([shelf, given]) => {
    const sums = addTo({}, given);
    return Object.keys(sums).length === 0 ? [] : [{ unit, shelf, part, sums }];
  });
}

function nameOf({ unit, shelf, part }: Addition): string {
  return `${unit} ${shelf} ${part}`;
}
