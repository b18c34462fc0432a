// Facts become counters: taken in by the dozens, each batch in one transaction with what it adds, then added up. Whatever an earlier run has left undone
// of the same facts, or in the same lane, is done first.
import type { TallyDeps } from '../../app/deps.ts';
import { additionsFrom } from '../../domain/figures/additions.ts';
import { countedFrom, itemSumsOf } from '../../domain/statistics/counted.ts';
import { addTo, minus } from '../../domain/statistics/item-sums.ts';
import type { Delta, Fact, FactKind, Lane, Receipt } from '../../store/tally.ts';

/** Facts that are taken in at once: a transaction holds a hundred writes, and one of them is the lane's. */
const AT_ONCE = 90;

/** How often a batch is tried anew that somebody else got in the way of. */
const TRIES = 8;

/** Counts facts that differ in their keys. Rejects when the table fails, or is too busy with others. */
export async function count(deps: TallyDeps, facts: readonly Fact[]): Promise<void> {
  for (let first = 0; first < facts.length; first += AT_ONCE) await takeIn(deps, facts.slice(first, first + AT_ONCE));
}

/** By halves, when what they add is too much for one item. */
async function takeIn(deps: TallyDeps, facts: readonly Fact[]): Promise<void> {
  try {
    await counted(deps, facts);
  } catch (error) {
    if ((error as Error).name !== 'BatchTooLarge' || facts.length === 1) throw error;
    const middle = Math.ceil(facts.length / 2);
    await takeIn(deps, facts.slice(0, middle));
    await takeIn(deps, facts.slice(middle));
  }
}

async function counted({ store }: TallyDeps, facts: readonly Fact[]): Promise<void> {
  const own = store.tally.laneOf(facts[0] === undefined ? '' : textOf(facts[0]));
  for (let left = TRIES; left > 0; left -= 1) {
    const receipts = await store.tally.receipts(facts.map(({ key }) => key));
    const lane = await emptied(store, own, receipts);
    const news = facts.map((fact) => ({ fact, was: receipts.get(textOf(fact)) })).filter(isNews);
    if (news.length === 0) return;
    const deltas = deltasOf(store, news);
    if (!(await store.tally.take(lane, { facts: news, deltas }))) continue;
    return store.tally.finish({ ...lane, number: lane.number + 1, pending: deltas });
  }
  throw Object.assign(new Error('table busy: others count the same'), { name: 'TableBusy' });
}

/** The lane, with nothing pending; and every lane in which one of these facts was taken in and may be pending. */
async function emptied(store: TallyDeps['store'], own: number, receipts: ReadonlyMap<string, Receipt>): Promise<Lane> {
  await finishTaken(
    store,
    [...receipts.values()].filter(({ lane }) => lane !== own),
  );
  const lane = await store.tally.lane(own);
  if (lane.pending !== undefined) await store.tally.finish(lane);
  return { lane: own, number: lane.number };
}

/** Adds up what was taken in with these receipts and may be pending: whoever took it in may be no more. */
export async function finishTaken(store: TallyDeps['store'], receipts: readonly Receipt[]): Promise<void> {
  for (const number of new Set(receipts.map(({ lane }) => lane))) {
    const lane = await store.tally.lane(number);
    const isTheirs = receipts.some((receipt) => receipt.lane === number && receipt.number === lane.number);
    if (isTheirs && lane.pending !== undefined) await store.tally.finish(lane);
  }
}

interface News {
  fact: Fact;
  was: Receipt | undefined;
}

function isNews({ fact, was }: News): boolean {
  if (was === undefined || was.version < fact.version) return true;
  const isOver = fact.over?.lane === was.lane && fact.over.number === was.number;
  return isOver && was.version === fact.version && was.text !== fact.text;
}

/** What the text of a fact adds to which counters, for each kind of facts. */
const ADDED: Record<FactKind, (store: TallyDeps['store'], text: string) => Delta[]> = {
  result({ statistics }, text) {
    const counted = countedFrom(text);
    if (counted === undefined) throw new Error('a receipt holds what was never counted');
    return itemSumsOf(counted).map(statistics.delta);
  },
  source: ({ counters }, text) => additionsFrom(text).map(counters.delta),
};

/** What counts now less what was counted, counter by counter. */
function deltasOf(store: TallyDeps['store'], news: readonly News[]): Delta[] {
  const byKey = new Map<string, Delta>();
  const put = (kind: FactKind, text: string | undefined, step: typeof addTo) => {
    for (const { key, sums } of text === undefined ? [] : ADDED[kind](store, text)) {
      const name = `${key.PK} ${key.SK}`;
      byKey.set(name, { key, sums: step(byKey.get(name)?.sums ?? {}, sums) });
    }
  };
  for (const { fact, was } of news) {
    put(fact.kind, was?.text, minus);
    put(fact.kind, fact.text, addTo);
  }
  return [...byKey.values()].filter(({ sums }) => Object.keys(sums).length > 0);
}

function textOf({ key }: Fact): string {
  return `${key.PK} ${key.SK}`;
}
