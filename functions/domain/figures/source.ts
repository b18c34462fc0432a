// What the tally asks of a family of figures: how one of its facts is cut into pieces, and what pieces come to. Pure; the registry is sources.ts.
import type { Instant } from '../time.ts';
import type { Lookup } from '../units/tree.ts';
import type { Piece, Shelves } from './additions.ts';

/** A family of figures, over its source facts. Facts are items of the table; the store's readers (store/source-readers.ts) give them. */
export interface Source<F = unknown, P extends Piece = Piece> {
  kind: string;
  /**
   * Of facts that are written many times a day the history keeps what each day (in China) ended with. As of an instant such a fact is what it was at the end
   * of the day before.
   */
  daily?: true;
  /** Rises with every write, and the instant of the write. */
  stamp(fact: F): { version: number; at: Instant };
  /** The units that pieces may be of, and those by whose past they are cut. */
  unitsOf(fact: F): readonly string[];
  /** Ids, units, days and numbers: no name of anybody. `units` knows all of `unitsOf`, and all that stands above them or came after them. */
  pieces(fact: F, units: Lookup): readonly P[];
  /** Must not depend on the order of the pieces. All are of one fact. */
  sumsOf(pieces: readonly P[]): Shelves;
}

const YEAR = /^\d{4}$/;

/** What facts are found by under a unit: the shelf's family with its year, `training#2026`; without a year the family alone, `staff`. */
export function bookOf(shelf: string): string {
  const [family = '', year = ''] = shelf.split('#');
  return YEAR.test(year) ? `${family}#${year}` : family;
}
