// What applications come to as figures: by rule and state, how many and how much, in the year of the application, at the unit of the person.
import type { Piece, Shelves } from '../figures/additions.ts';
import type { Source } from '../figures/source.ts';
import { addTo, type Sums } from '../statistics/item-sums.ts';
import type { Application, State } from './application.ts';

/** Cents are missing where nobody knows yet what it comes to. */
interface SubsidyPiece extends Piece {
  rule: string;
  state: State;
  cents?: number;
}

/** Names of shelf `subsidy#YYYY`: `n:<rule>:<state>` applications · `f:<rule>:<state>` their cents. */
export function subsidySums(pieces: readonly SubsidyPiece[]): Shelves {
  const shelves: Record<string, Sums> = {};
  for (const { day, rule, state, cents = 0 } of pieces) {
    const shelf = shelfOf(day.slice(0, 4));
    shelves[shelf] = addTo(shelves[shelf] ?? {}, { [`n:${rule}:${state}`]: 1, [`f:${rule}:${state}`]: cents });
  }
  return shelves;
}

/** One piece an application. */
export function subsidyPieces({ unit, day, rule, state, cents }: Application): SubsidyPiece[] {
  return [{ unit, day, rule, state, ...(cents === undefined ? {} : { cents }) }];
}

/** The shelf of a year. */
export function shelfOf(year: string): string {
  return `subsidy#${year}`;
}

/** The family, as the tally takes it. */
export const subsidySource: Source<Application, SubsidyPiece> = {
  kind: 'subsidy',
  stamp: ({ version, at }) => ({ version, at }),
  unitsOf: ({ unit }) => [unit],
  pieces: subsidyPieces,
  sumsOf: subsidySums,
};
