// A report counted from its facts, page after page of what points at them, for as long as one request may take; then what was counted is kept, and the next
// request goes on with it. A fact of several units is found at each, and goes in at the first.
import { additionsOf, type Piece, type SumsOf } from '../domain/figures/additions.ts';
import { chainsOf } from '../domain/figures/chains.ts';
import { bookOf } from '../domain/figures/source.ts';
import { addShelves, changesOf, shelvesAt, type UnitShelves, type ValuesOf } from '../domain/reports/reckoning.ts';
import { type Instant, msOf } from '../domain/time.ts';
import type { BureauDeps } from './deps.ts';
import type { KnownTree } from './report-walk.ts';

type KeptFact = { kind: string; at: Instant; pieces: readonly Piece[] };
type Key = { PK: string; SK: string };

/** What is counted. With `later`, also what the same facts add as of that instant. */
export interface Plan {
  unit: string;
  /** Under which the state is kept between requests. */
  name: string;
  cutOff: Instant;
  later?: Instant;
  /** All units whose facts go in. */
  units: readonly string[];
  known: ReadonlySet<string>;
  shown: ReadonlySet<string>;
  shelves: ReadonlySet<string>;
  /** The books that the shelves stand on. */
  books: ReadonlySet<string>;
  tree: KnownTree;
  laterTree?: KnownTree;
  valuesOf: ValuesOf;
}

/** Plain data, for it is kept between requests. */
export interface Counted {
  cutOff: Instant;
  later?: Instant;
  /** The place in the list of units, and past which pointer of that one. */
  at: number;
  after?: string;
  sums: UnitShelves;
  laterSums: UnitShelves;
  since: Record<string, Instant>;
}

/** How long a request counts, in milliseconds: a page waits fifteen seconds for an answer, a function has twenty-nine. */
const SLICE_MS = 8_000;

/** Pointers that are read at once, and the facts that they lead to. */
const POINTERS_AT_ONCE = 96;

/** What is kept of a count is of use for an hour. */
const KEPT_SECONDS = 3_600;

export type Reckoned = { done: true; counted: Counted } | { done: false; units: number; of: number };

/** Counts on from where the last request stopped. */
export async function reckon(deps: BureauDeps, plan: Plan): Promise<Reckoned> {
  const end = deps.clockMs() + SLICE_MS;
  const held = await deps.store.bureauReports.work(plan.unit, plan.name);
  let counted = heldFor(plan, held?.state) ?? begin(plan);
  const step = counted.at === 0 && counted.after === undefined ? 0 : (held?.head.step ?? 0);
  while (counted.at < plan.units.length) {
    counted = await page(deps, plan, counted);
    if (deps.clockMs() >= end && counted.at < plan.units.length) {
      const ttl = Math.ceil(msOf(deps.now()) / 1000) + KEPT_SECONDS;
      await deps.store.bureauReports.putWork(plan.unit, plan.name, {
        head: { step: step + 1, ttl },
        state: JSON.stringify(counted),
      });
      return { done: false, units: counted.at, of: plan.units.length };
    }
  }
  if (held !== undefined) await deps.store.bureauReports.dropWork(plan.unit, plan.name);
  return { done: true, counted };
}

function begin({ cutOff, later }: Plan): Counted {
  return { cutOff, ...(later === undefined ? {} : { later }), at: 0, sums: {}, laterSums: {}, since: {} };
}

/** What was counted as of the same instants; anything else is of no use. */
function heldFor({ cutOff, later }: Plan, state: string | undefined): Counted | undefined {
  if (state === undefined) return undefined;
  const counted: Counted = JSON.parse(state);
  return counted.cutOff === cutOff && counted.later === later ? counted : undefined;
}

/** One page of the pointers of the unit that is next. */
async function page(deps: BureauDeps, plan: Plan, counted: Counted): Promise<Counted> {
  const unit = plan.units[counted.at] as string;
  const on = counted.after === undefined ? {} : { after: counted.after };
  const { found, next } = await deps.store.factPointers.of(unit, '', { limit: POINTERS_AT_ONCE, ...on });
  const pointers = found.filter(({ book }) => plan.books.has(book));
  const taken = await taking(deps, plan, { counted, pointers });
  const { after: _, ...rest } = taken;
  return next === undefined ? { ...rest, at: counted.at + 1 } : { ...rest, after: next };
}

interface Pointers {
  counted: Counted;
  pointers: readonly { unit: string; book: string; source: Key }[];
}

async function taking(deps: BureauDeps, plan: Plan, { counted, pointers }: Pointers): Promise<Counted> {
  const sources = [...new Map(pointers.map(({ source }) => [textOf(source), source])).values()];
  if (sources.length === 0) return counted;
  const places = new Set(pointers.map(({ unit, book, source }) => `${placeOf(unit, book)} ${textOf(source)}`));
  const then = await factsAsOf(deps, sources, plan.cutOff);
  const later = plan.later === undefined ? then : await factsAsOf(deps, sources, plan.later);
  let next = counted;
  for (const source of sources) {
    const [before, after] = [then.get(textOf(source)), later.get(textOf(source))];
    const home = homeOf(deps, plan, [before, after]);
    if (home !== undefined && places.has(`${home} ${textOf(source)}`)) {
      next = await counting(deps, plan, { counted: next, source, before, after });
    }
  }
  return next;
}

interface Taking {
  counted: Counted;
  source: Key;
  before: KeptFact | undefined;
  after: KeptFact | undefined;
}

async function counting(deps: BureauDeps, plan: Plan, { counted, source, before, after }: Taking): Promise<Counted> {
  const added = addedBy(deps, plan, before, plan.tree);
  const sums = addShelves(counted.sums, added);
  if (plan.later === undefined || plan.laterTree === undefined) return { ...counted, sums };
  const now = addedBy(deps, plan, after, plan.laterTree);
  const laterSums = addShelves(counted.laterSums, now);
  if (JSON.stringify(added) === JSON.stringify(now)) return { ...counted, sums, laterSums };
  const at = (await deps.store.factHistory.firstAfter(source, plan.cutOff)) ?? after?.at ?? plan.later;
  return {
    ...counted,
    sums,
    laterSums,
    since: changesOf(counted.since, { before: added, after: now, at }, plan.valuesOf),
  };
}

function addedBy(deps: BureauDeps, plan: Plan, fact: KeptFact | undefined, { chains }: KnownTree): UnitShelves {
  if (fact === undefined || fact.pieces.length === 0) return {};
  const all = shelvesAt(fact.pieces, { sumsOf: sumsOf(deps, fact.kind), chains, shown: plan.shown });
  return Object.fromEntries(
    Object.entries(all).map(([unit, shelves]) => [
      unit,
      Object.fromEntries(Object.entries(shelves).filter(([shelf]) => plan.shelves.has(shelf))),
    ]),
  );
}

async function factsAsOf(deps: BureauDeps, sources: readonly Key[], instant: Instant): Promise<Map<string, KeptFact>> {
  const found = new Map<string, KeptFact>();
  for await (const fact of deps.store.factHistory.asOf(sources, instant)) found.set(textOf(fact.source), fact);
  return found;
}

/** The first of the places at which a fact is found, of the units and books that go in. */
function homeOf(deps: BureauDeps, plan: Plan, facts: readonly (KeptFact | undefined)[]): string | undefined {
  const places = facts.flatMap((fact) => (fact === undefined ? [] : placesOf(fact, sumsOf(deps, fact.kind))));
  return places
    .filter(({ unit, book }) => plan.known.has(unit) && plan.books.has(book))
    .map(({ unit, book }) => placeOf(unit, book))
    .sort()[0];
}

/** Where a fact is pointed at from: its pieces' own units, and the books they stand on. */
function placesOf({ pieces }: KeptFact, sums: SumsOf<Piece>): { unit: string; book: string }[] {
  const alone = chainsOf(() => undefined);
  return additionsOf(pieces, sums, alone)
    .filter(({ part }) => part === 'own')
    .map(({ unit, shelf }) => ({ unit, book: bookOf(shelf) }));
}

function sumsOf({ sources }: BureauDeps, kind: string): SumsOf<Piece> {
  const source = sources.find((one) => one.kind === kind);
  if (source === undefined) throw new Error(`no family counts facts of the kind ${kind}`);
  return (pieces) => source.sumsOf(pieces);
}

function placeOf(unit: string, book: string): string {
  return `${unit}~${book}`;
}

function textOf({ PK, SK }: Key): string {
  return `${PK} ${SK}`;
}
