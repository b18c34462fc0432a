// A report's sums, fact by fact: what each adds to the units that are shown, and, where it was changed after the cut-off, which figures it has made others.
// Order-free, so that it can be done in slices and taken up again.
import { additionsOf, type Piece, type Shelves, type SumsOf } from '../figures/additions.ts';
import type { Chains } from '../figures/chains.ts';
import { addTo, minus, type Sums } from '../statistics/item-sums.ts';
import type { Instant } from '../time.ts';
import { placeOf, type Values } from './content.ts';

/** Shelves by unit; plain data, for it is kept between slices. */
export type UnitShelves = Readonly<Record<string, Shelves>>;

/** The values of indicators that shelves come to. */
export type ValuesOf = (shelves: Shelves) => Values;

/** What pieces add at the units that are shown, with all below each on the pieces' days. */
export function shelvesAt(
  pieces: readonly Piece[],
  { sumsOf, chains, shown }: { sumsOf: SumsOf<Piece>; chains: Chains; shown: ReadonlySet<string> },
): UnitShelves {
  const found: Record<string, Record<string, Sums>> = {};
  for (const { unit, shelf, part, sums } of additionsOf(pieces, sumsOf, chains)) {
    if (part !== 'then' || !shown.has(unit)) continue;
    found[unit] = { ...found[unit], [shelf]: sums };
  }
  return found;
}

/** The sums of both. */
export function addShelves(all: UnitShelves, more: UnitShelves): UnitShelves {
  const found: Record<string, Shelves> = { ...all };
  for (const [unit, shelves] of Object.entries(more)) found[unit] = merged(found[unit] ?? {}, shelves, addTo);
  return found;
}

/** Which figures a fact has changed that added `before` and adds `after` since `at`: by unit and indicator, the earliest instant of all. */
export function changesOf(
  known: Readonly<Record<string, Instant>>,
  { before, after, at }: { before: UnitShelves; after: UnitShelves; at: Instant },
  valuesOf: ValuesOf,
): Record<string, Instant> {
  const since: Record<string, Instant> = { ...known };
  for (const unit of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const differing = merged(after[unit] ?? {}, before[unit] ?? {}, minus);
    for (const [indicator, { now }] of Object.entries(valuesOf(differing))) {
      if (now === null || (now.n === 0 && (now.of ?? 0) === 0)) continue;
      const place = placeOf(unit, indicator);
      const first = since[place];
      since[place] = first === undefined || at < first ? at : first;
    }
  }
  return since;
}

function merged(all: Shelves, more: Shelves, by: (a: Sums, b: Sums) => Sums): Shelves {
  const names = new Set([...Object.keys(all), ...Object.keys(more)]);
  return Object.fromEntries([...names].map((name) => [name, by(all[name] ?? {}, more[name] ?? {})]));
}
