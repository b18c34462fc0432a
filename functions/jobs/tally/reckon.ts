// The nightly recount: all counters of a tree compared with what the receipts of its facts say, and the receipts with the facts themselves. It mends nothing.
// What is counted meanwhile looks like drift, so that only what stands still and is off twice is drift.
import type { TallyDeps } from '../../app/deps.ts';
import type { Addition } from '../../domain/figures/additions.ts';
import { addTo, type Sums } from '../../domain/statistics/item-sums.ts';
import type { FigureDrift } from '../../store/reckonings.ts';
import type { Key } from '../../store/tally.ts';
import { below, isOther } from './rechain.ts';
import { additionsIn, type Cut, cutAll, placesIn, textOf } from './sources.ts';

/** Units whose figures are held at once, and facts that are read at once. */
const UNITS_AT_ONCE = 3_000;
const FACTS_AT_ONCE = 90;

export interface Recounted {
  facts: number;
  /** Facts that are counted otherwise than they are now: on their way, or given up by the stream. They go in as they were counted. */
  behind: Key[];
  drifts: FigureDrift[];
}

/** Sums by unit and by shelf and part. */
type Held = Map<string, Map<string, Sums>>;

/** Recounts a tree: the root, all that was ever below it, and what went into those. */
export function recountTree(deps: TallyDeps) {
  return async (root: string): Promise<Recounted> => {
    const units = await unitsOf(deps, root);
    const found: Recounted = { facts: 0, behind: [], drifts: [] };
    for (let first = 0; first < units.length; first += UNITS_AT_ONCE) {
      const part = new Set(units.slice(first, first + UNITS_AT_ONCE));
      const pass = await compared(deps, units, part);
      Object.assign(found, { facts: pass.facts, behind: pass.behind });
      if (pass.drifts.length === 0) continue;
      const seen = new Set(pass.drifts.map(sightOf));
      const again = await compared(deps, units, new Set(pass.drifts.map(({ unit }) => unit)));
      found.drifts.push(...again.drifts.filter((drift) => seen.has(sightOf(drift))));
    }
    return { ...found, behind: await stillBehind(deps, found.behind) };
  };
}

async function unitsOf(deps: TallyDeps, root: string): Promise<string[]> {
  const found = new Set([root]);
  for (const unit of found) for (const id of await below(deps, unit)) found.add(id);
  return [...found].sort();
}

/** One pass over all facts of a tree; the figures of `part` are compared. */
async function compared(deps: TallyDeps, units: readonly string[], part: ReadonlySet<string>): Promise<Recounted> {
  for (const lane of deps.store.tally.lanes) await deps.store.tally.finish(await deps.store.tally.lane(lane));
  const known = new Set(units);
  const held: Held = new Map();
  const behind = new Map<string, Key>();
  let facts = 0;
  for (const unit of units) {
    for await (const placed of pagesOf(deps, unit)) {
      for (const { place, source, additions, isBehind } of await readFacts(deps, placed)) {
        if (isBehind) behind.set(textOf(source), source);
        // A fact of several units is found at each, and goes in at the first.
        if (homeOf(additions, known) !== place) continue;
        facts += 1;
        for (const one of additions) if (part.has(one.unit)) put(held, one);
      }
    }
  }
  const drifts: FigureDrift[] = [];
  for (const unit of part) drifts.push(...(await driftsOf(deps, unit, held.get(unit) ?? new Map())));
  return { facts, behind: [...behind.values()], drifts };
}

interface Placed {
  place: string;
  source: Key;
}

async function* pagesOf({ store }: TallyDeps, unit: string): AsyncGenerator<Placed[]> {
  for (let after: string | undefined; ; ) {
    const on = after === undefined ? {} : { after };
    const { found, next } = await store.factPointers.of(unit, '', { limit: FACTS_AT_ONCE, ...on });
    yield found.map(({ book, source }) => ({ place: JSON.stringify([unit, book]), source }));
    if (next === undefined) return;
    after = next;
  }
}

/** What facts add as they were counted, and whether that is what they are now. */
async function readFacts(deps: TallyDeps, placed: readonly Placed[]) {
  const keys = [...new Map(placed.map(({ source }) => [textOf(source), source])).values()];
  const receipts = await deps.store.tally.receipts(keys.map(deps.store.tally.receiptKey));
  const { found, corrupt } = await deps.store.changes.sources(keys);
  const { cuts, failed } = await cutAll(deps, found);
  const broken = new Set([...corrupt, ...failed.map(({ change }) => change.key)].map(textOf));
  const cutBy = new Map(cuts.map((cut) => [textOf(cut.source), cut]));
  return placed.map((one) => {
    const receipt = receipts.get(textOf(deps.store.tally.receiptKey(one.source)));
    const cut = cutBy.get(textOf(one.source));
    const isBehind =
      broken.has(textOf(one.source)) || (cut === undefined ? receipt?.text !== undefined : !isCounted(cut));
    return { ...one, additions: additionsIn(receipt), isBehind };
    function isCounted(now: Cut): boolean {
      return receipt?.version === now.version && !isOther(deps, now, receipt);
    }
  });
}

/** Those that are behind yet: what was on its way has mostly come. */
async function stillBehind(deps: TallyDeps, keys: readonly Key[]): Promise<Key[]> {
  const behind: Key[] = [];
  for (let first = 0; first < keys.length; first += FACTS_AT_ONCE) {
    const placed = keys.slice(first, first + FACTS_AT_ONCE).map((source) => ({ place: '', source }));
    for (const { source, isBehind } of await readFacts(deps, placed)) if (isBehind) behind.push(source);
  }
  return behind;
}

function homeOf(additions: readonly Addition[], units: ReadonlySet<string>): string | undefined {
  return placesIn(additions.filter(({ unit }) => units.has(unit))).sort()[0];
}

function put(held: Held, { unit, shelf, part, sums }: Addition): void {
  const own = held.get(unit) ?? new Map<string, Sums>();
  held.set(unit, own);
  const key = JSON.stringify([shelf, part]);
  own.set(key, addTo(own.get(key) ?? {}, sums));
}

async function driftsOf({ store }: TallyDeps, unit: string, own: ReadonlyMap<string, Sums>): Promise<FigureDrift[]> {
  const all = await store.counters.all(unit);
  const counted = new Map(all.map(({ shelf, part, sums }) => [JSON.stringify([shelf, part]), sums]));
  return [...new Set([...counted.keys(), ...own.keys()])].flatMap((key) => {
    const [shelf, part] = JSON.parse(key) as [string, Addition['part']];
    const [now, then] = [counted.get(key) ?? {}, own.get(key) ?? {}];
    return [...new Set([...Object.keys(now), ...Object.keys(then)])]
      .map((name) => ({ unit, shelf, part, name, counted: now[name] ?? 0, facts: then[name] ?? 0 }))
      .filter((one) => one.counted !== one.facts)
      .map((one): FigureDrift => ({ ...one, state: 'found' }));
  });
}

/** A figure with what was counted and what the facts say: while it moves no two sights are the same. */
function sightOf({ unit, shelf, part, name, counted, facts }: FigureDrift): string {
  return JSON.stringify([unit, shelf, part, name, counted, facts]);
}
