// Source facts of figures become facts to be counted: cut into pieces by their family, kept in the history, pointed at from the units, and turned into what
// they add at every unit above. The order matters: what points at a fact is written before its units are read for the last time, so that whoever changes
// the tree meanwhile either finds the fact or is seen by it.
import type { TallyDeps } from '../../app/deps.ts';
import {
  type Addition,
  additionsFrom,
  additionsOf,
  additionsText,
  type Piece,
} from '../../domain/figures/additions.ts';
import { chainsOf, reachOf } from '../../domain/figures/chains.ts';
import { bookOf, type Source } from '../../domain/figures/source.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { Lookup } from '../../domain/units/tree.ts';
import type { SourceChange } from '../../store/changes.ts';
import type { Fact, Key, Receipt } from '../../store/tally.ts';
import { finishTaken } from './count.ts';

/** A source fact as it adds up. `pieces` of one that is no more are none. */
export interface Cut {
  source: Key;
  kind: string;
  /** See Source. */
  daily?: boolean;
  version: number;
  at: Instant;
  pieces: readonly Piece[];
  additions: readonly Addition[];
}

export interface CutAll {
  cuts: Cut[];
  /** What could not be cut, and why: its family does not know it, or the tree above it is broken. */
  failed: { change: SourceChange; error: unknown }[];
}

/** Pointers that are written at once. */
const AT_ONCE = 16;

/** Cuts facts by the units as they are now. */
export async function cutAll(deps: TallyDeps, changes: readonly SourceChange[]): Promise<CutAll> {
  const found: CutAll = { cuts: [], failed: [] };
  const wanted = changes.flatMap((change) => {
    try {
      return [{ change, source: sourceOf(deps, change.kind), units: sourceOf(deps, change.kind).unitsOf(change.fact) }];
    } catch (error) {
      found.failed.push({ change, error });
      return [];
    }
  });
  const units = await reachOf(
    wanted.flatMap((one) => one.units),
    (ids) => deps.store.units.getMany(ids),
  );
  for (const { change, source } of wanted) {
    try {
      found.cuts.push(cutOf(source, change, (id) => units.get(id)));
    } catch (error) {
      found.failed.push({ change, error });
    }
  }
  return found;
}

/** Facts ready to be counted: the newest version of each; all versions are kept in the history, and pointed at. */
export async function sourceFacts(
  deps: TallyDeps,
  changes: readonly SourceChange[],
): Promise<{ facts: Fact[]; failed: CutAll['failed'] }> {
  const first = await cutAll(deps, changes);
  const newest = newestOf(first.cuts);
  const receipts = await deps.store.tally.receipts(newest.map(({ source }) => deps.store.tally.receiptKey(source)));
  for (const cut of keptOf(first.cuts)) {
    // What is counted was kept before.
    if (receipts.get(textOf(deps.store.tally.receiptKey(cut.source)))?.version === cut.version) continue;
    await deps.store.factHistory.keep(cut);
  }
  const isPointed = await point(deps, newest, receipts);
  if (!isPointed) return { facts: newest.map((cut) => factOf(deps, cut)), failed: first.failed };
  const names = new Set(newest.map(({ source, version }) => `${textOf(source)} ${version}`));
  const again = await cutAll(
    deps,
    changes.filter((change) => names.has(`${textOf(change.key)} ${versionOf(deps, change)}`)),
  );
  return { facts: newestOf(again.cuts).map((cut) => factOf(deps, cut)), failed: [...first.failed, ...again.failed] };
}

/** Facts of items that are no more, as they were counted: a redrive takes them out, when the stream has given up their end. */
export async function goneFacts(deps: TallyDeps, keys: readonly Key[]): Promise<Fact[]> {
  const { store, now } = deps;
  const named = keys.flatMap((source) => {
    const kind = store.changes.kindOf(source);
    return kind === undefined ? [] : [{ source, kind, key: store.tally.receiptKey(source) }];
  });
  const receipts = await store.tally.receipts(named.map(({ key }) => key));
  await finishTaken(store, [...receipts.values()]);
  const facts: Fact[] = [];
  for (const { source, kind, key } of named) {
    const receipt = receipts.get(textOf(key));
    if (receipt?.text === undefined) continue;
    const version = receipt.version + 1;
    const daily = sourceOf(deps, kind).daily ?? false;
    await store.factHistory.keep({ source, kind, version, at: now(), pieces: [], daily });
    facts.push({ kind: 'source', key, version, more: { of: kind } });
  }
  return facts;
}

/** Points at facts from where they are not pointed at yet; gives whether there were any. */
export async function point(
  { store }: TallyDeps,
  cuts: readonly Cut[],
  receipts: ReadonlyMap<string, Receipt>,
): Promise<boolean> {
  const missing = cuts.flatMap(({ source, additions }) => {
    const known = new Set(placesIn(additionsIn(receipts.get(textOf(store.tally.receiptKey(source))))));
    const places = [...new Set(placesIn(additions))].filter((place) => !known.has(place));
    return places.map((place) => {
      const [unit, book] = JSON.parse(place) as [string, string];
      return { unit, book, source };
    });
  });
  for (let first = 0; first < missing.length; first += AT_ONCE) {
    await Promise.all(missing.slice(first, first + AT_ONCE).map((pointer) => store.factPointers.add(pointer)));
  }
  return missing.length > 0;
}

/** What a receipt says was counted. */
export function additionsIn(receipt: Receipt | undefined): Addition[] {
  return receipt?.text === undefined ? [] : additionsFrom(receipt.text);
}

/** The fact of a cut; `over` the receipt that it may replace in the same version. */
export function factOf({ store }: TallyDeps, { source, kind, version, additions }: Cut, over?: Receipt): Fact {
  return {
    kind: 'source',
    key: store.tally.receiptKey(source),
    version,
    ...(additions.length === 0 ? {} : { text: additionsText(additions) }),
    more: { of: kind },
    ...(over === undefined ? {} : { over }),
  };
}

/** Where a fact stands itself: its own units and the books it has something on. */
export function placesIn(additions: readonly Addition[]): string[] {
  return additions.filter(({ part }) => part === 'own').map(({ unit, shelf }) => JSON.stringify([unit, bookOf(shelf)]));
}

function cutOf(source: Source, { kind, key, fact, goneAt }: SourceChange, lookup: Lookup): Cut {
  const { version, at } = source.stamp(fact);
  const of = { source: key, kind, ...(source.daily && { daily: true }) };
  if (goneAt !== undefined) return { ...of, version: version + 1, at: goneAt, pieces: [], additions: [] };
  const pieces = source.pieces(fact, lookup);
  const additions = additionsOf(pieces, (some) => source.sumsOf(some), chainsOf(lookup));
  return { ...of, version, at, pieces, additions };
}

function versionOf(deps: TallyDeps, { kind, fact, goneAt }: SourceChange): number {
  return sourceOf(deps, kind).stamp(fact).version + (goneAt === undefined ? 0 : 1);
}

function sourceOf({ sources }: TallyDeps, kind: string): Source {
  const source = sources.find((one) => one.kind === kind);
  if (source === undefined) throw new Error(`no family counts facts of the kind ${kind}`);
  return source;
}

/** All versions; of a daily fact the last of each day. */
function keptOf(cuts: readonly Cut[]): Cut[] {
  const daily = Map.groupBy(
    cuts.filter((cut) => cut.daily),
    ({ at }) => dayOf(at),
  );
  return [...cuts.filter((cut) => !cut.daily), ...[...daily.values()].flatMap(newestOf)];
}

function newestOf(cuts: readonly Cut[]): Cut[] {
  const byKey = new Map<string, Cut>();
  for (const cut of cuts) {
    const before = byKey.get(textOf(cut.source));
    if (before === undefined || before.version < cut.version) byKey.set(textOf(cut.source), cut);
  }
  return [...byKey.values()];
}

/** A key as one text. */
export function textOf({ PK, SK }: Key): string {
  return `${PK} ${SK}`;
}
