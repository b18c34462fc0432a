// The facts behind figures: which there are on a book of some units, as they were at an instant. From the history that the tally keeps, so that what is
// counted and what is shown of it are the same; nobody's name is in it.
import { bookOf } from '../domain/figures/source.ts';
import type { Instant } from '../domain/time.ts';
import type { KeptFact } from '../store/fact-history.ts';
import type { BureauDeps } from './deps.ts';

export interface FactsAsked {
  /** Those at which the facts stand themselves: a unit's figures are of its facts and of those of all below it. */
  units: readonly string[];
  /** `training#2026`, `staff`: see bookOf. */
  book: string;
  /** `now()` for the facts of now; what was written in the last minutes may not be there yet. */
  cutOff: Instant;
  /** Where to read on: of the last fact that was taken. */
  after?: FactPlace;
}

/** A unit, and past which of its facts. */
export interface FactPlace {
  unit: string;
  pointer: string;
}

export interface FoundFact extends KeptFact {
  place: FactPlace;
}

type FactsDeps = Pick<BureauDeps, 'sources'> & {
  store: Pick<BureauDeps['store'], 'factHistory' | 'factPointers'>;
};

/** Pointers that are read at once, and the facts that they lead to. */
const AT_ONCE = 50;

/** Each fact once, unit by unit in the order of ids, with all its pieces: also those of other units and books. */
export async function* factsAsOf(deps: FactsDeps, asked: FactsAsked): AsyncGenerator<FoundFact> {
  const known = new Set(asked.units);
  const from = asked.after?.unit ?? '';
  for (const unit of [...known].sort().filter((id) => id >= from)) {
    for await (const fact of factsAt(deps, asked, unit)) {
      // One of several units is found at each, and given at the first.
      if (firstOf(deps, fact, { known, book: asked.book }) === unit) yield fact;
    }
  }
}

async function* factsAt(deps: FactsDeps, asked: FactsAsked, unit: string): AsyncGenerator<FoundFact> {
  for (let after = asked.after?.unit === unit ? asked.after.pointer : undefined; ; ) {
    const on = after === undefined ? {} : { after };
    const { found, next } = await deps.store.factPointers.of(unit, asked.book, { limit: AT_ONCE, ...on });
    const pointers = new Map(found.map((pointer) => [textOf(pointer.source), pointer.at]));
    const sources = found.map(({ source }) => source);
    for await (const fact of deps.store.factHistory.asOf(sources, asked.cutOff)) {
      yield { ...fact, place: { unit, pointer: pointers.get(textOf(fact.source)) ?? '' } };
    }
    if (next === undefined) return;
    after = next;
  }
}

/** The first of the units at which a fact has something on the book. */
function firstOf(
  { sources }: FactsDeps,
  { kind, pieces }: KeptFact,
  { known, book }: { known: ReadonlySet<string>; book: string },
): string | undefined {
  const source = sources.find((one) => one.kind === kind);
  if (source === undefined) throw new Error(`no family counts facts of the kind ${kind}`);
  const units = [...new Set(pieces.map(({ unit }) => unit))].filter((unit) => known.has(unit)).sort();
  return units.find((unit) => {
    const shelves = source.sumsOf(pieces.filter((piece) => piece.unit === unit));
    return Object.entries(shelves).some(([shelf, sums]) => bookOf(shelf) === book && Object.values(sums).some(Boolean));
  });
}

function textOf({ PK, SK }: { PK: string; SK: string }): string {
  return `${PK} ${SK}`;
}
