// After a change of the tree: every fact that stands at a changed unit, below it on any day, or at a unit that went into one of those, is counted again in
// its new chains. In slices; where it stands is written down after each, so that a run that ends anywhere is gone on with by the next.
import type { ReckonerDeps, TallyDeps } from '../../app/deps.ts';
import type { Instant } from '../../domain/time.ts';
import type { Key, Receipt } from '../../store/tally.ts';
import type { TreeChange, TreeStep } from '../../store/tree-changes.ts';
import { count, finishTaken } from './count.ts';
import { type Cut, cutAll, factOf, point, textOf } from './sources.ts';

/** Facts of a slice, and units that are passed through in one. */
const FACTS_AT_ONCE = 60;
const UNITS_AT_ONCE = 40;

/** How often facts are counted again that others count meanwhile. */
const TRIES = 8;

/** Works on changed units for some milliseconds; gives how many are done. Rejects when the table fails. */
export function rechain(deps: ReckonerDeps) {
  return async (budgetMs: number): Promise<number> => {
    const end = deps.clockMs() + budgetMs;
    let done = 0;
    for (const found of await deps.store.treeChanges.list()) {
      let change: TreeChange | undefined = found;
      while (change !== undefined && change.stack.length > 0 && deps.clockMs() < end)
        change = await slice(deps, change);
      if (change?.stack.length === 0) done += 1;
    }
    return done;
  };
}

async function slice(deps: TallyDeps, change: TreeChange): Promise<TreeChange | undefined> {
  let stack = [...change.stack];
  for (let left = UNITS_AT_ONCE; left > 0 && stack.length > 0; left -= 1) {
    const { next, worked } = await step(deps, stack, change.at);
    stack = next;
    if (worked) break;
  }
  return deps.store.treeChanges.advance(change, stack);
}

/** The next page of facts of the unit at the end of the way, or, when there are none, on to its next child, or up. */
async function step(deps: TallyDeps, stack: readonly TreeStep[], at: Instant) {
  const top = stack.at(-1) as TreeStep;
  const above = stack.slice(0, -1);
  if (top.child === undefined) {
    const on = top.after === undefined ? {} : { after: top.after };
    const { found, next } = await deps.store.factPointers.of(top.unit, '', { limit: FACTS_AT_ONCE, ...on });
    await recountFacts(deps, distinct(found.map(({ source }) => source)), at);
    const place = next === undefined ? { unit: top.unit, child: '' } : { unit: top.unit, after: next };
    return { next: [...above, place], worked: found.length > 0 };
  }
  const child = (await below(deps, top.unit)).find(
    (id) => id > (top.child ?? '') && !stack.some(({ unit }) => unit === id),
  );
  if (child === undefined) return { next: above, worked: false };
  return { next: [...above, { unit: top.unit, child }, { unit: child }], worked: false };
}

/** What was ever below a unit, and what went into it, by id. */
export async function below({ store }: TallyDeps, unit: string): Promise<string[]> {
  const [children, merged] = await Promise.all([
    store.units.childrenFrom(unit, '0000-00-00'),
    store.factPointers.mergedInto(unit),
  ]);
  return [...new Set([...children, ...merged])].sort();
}

/** Counts facts in the chains that they have now, until nothing of it changes any more. */
export async function recountFacts(deps: TallyDeps, keys: readonly Key[], at: Instant): Promise<void> {
  for (let left = TRIES, open = keys; open.length > 0; left -= 1) {
    if (left === 0) throw Object.assign(new Error('table busy: others count the same'), { name: 'TableBusy' });
    // The receipts first: a fact comes over the very one that its chains were read after.
    const receipts = await deps.store.tally.receipts(open.map((key) => deps.store.tally.receiptKey(key)));
    await finishTaken(deps.store, [...receipts.values()]);
    const { found, corrupt } = await deps.store.changes.sources(open);
    const { cuts, failed } = await cutAll(deps, found);
    // They stay as they were counted; a redrive counts them when they can be read again.
    for (const key of [...corrupt, ...failed.map(({ change }) => change.key)]) {
      deps.sink(JSON.stringify({ level: 'error', job: 'rechain', key }));
    }
    const stale = cuts.filter((cut) => {
      const was = receipts.get(textOf(deps.store.tally.receiptKey(cut.source)));
      return was === undefined || was.version < cut.version || (was.version === cut.version && isOther(deps, cut, was));
    });
    for (const cut of stale) await keepCut(deps, cut, at);
    await point(deps, stale, receipts);
    const overs = stale.map((cut) => factOf(deps, cut, receipts.get(textOf(deps.store.tally.receiptKey(cut.source)))));
    await count(deps, overs);
    open = stale.map(({ source }) => source);
  }
}

/** Whether a receipt says something else than its fact comes to now. */
export function isOther(deps: TallyDeps, cut: Cut, { text }: Receipt): boolean {
  return text !== factOf(deps, cut).text;
}

/** What is counted is kept before; a version that is cut otherwise now is kept as such. */
async function keepCut({ store }: TallyDeps, cut: Cut, at: Instant): Promise<void> {
  const kept = await store.factHistory.newest(cut);
  if (kept === undefined) await store.factHistory.keep(cut);
  else if (JSON.stringify(kept.pieces) !== JSON.stringify(cut.pieces))
    await store.factHistory.keep({ ...cut, at }, true);
}

function distinct(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [textOf(key), key])).values()];
}
