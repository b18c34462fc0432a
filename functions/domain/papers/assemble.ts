// 组卷: draws a paper from a pool. The same seed, pool and history give the same paper, in whatever order the pool comes; what the pool lacks is an
// answer, not a loop.
import { drawer, shuffled } from '../practice/shuffle.ts';
import type { Difficulty, OptionId } from '../questions/question.ts';
import { type Blueprint, ITEM_KINDS, type ItemKind } from './blueprint.ts';
import type { ItemRef } from './set-paper.ts';

export interface PoolItem extends ItemRef {
  kind: ItemKind;
  chapter: string;
  difficulty: Difficulty;
}

export interface Draw {
  /** Any 32-bit integer. */
  seed: number;
  /** What somebody was asked already → when last, as any number that grows with time. */
  seen: ReadonlyMap<string, number>;
  /** The chapters and their weights; one that is not named here has the weight 1. */
  chapters: readonly { id: string; weight: number }[];
}

/** A kind of which the pool has too few. */
export interface Lacking {
  kind: ItemKind;
  wanted: number;
  have: number;
}

export type Assembled =
  /** `repeated`: how many of them were asked before. */
  { ok: true; refs: ItemRef[]; repeated: number } | { ok: false; lacking: Lacking[] };

/**
 * A paper: of each kind as many as the blueprint says, from each chapter by its weight as far as it has them, what was never asked before what was asked
 * longest ago, the three difficulties as even as these allow. Kind after kind as on the real paper, in drawn order within each.
 */
export function assemble(blueprint: Blueprint, pool: readonly PoolItem[], draw: Draw): Assembled {
  const lacking = lackingFor(blueprint, pool);
  if (lacking.length > 0) return { ok: false, lacking };
  const chance = drawer(draw.seed);
  const drawn = inDrawnOrder(pool, chance);
  const chosen = ITEM_KINDS.flatMap((kind, i) => {
    const own = drawn.filter((item) => item.kind === kind);
    return shuffled(chosenOf(own, blueprint.counts[kind] ?? 0, draw), draw.seed + i + 1);
  });
  const repeated = chosen.filter(({ id }) => draw.seen.has(id)).length;
  return { ok: true, refs: chosen.map(({ id, version }) => ({ id, version })), repeated };
}

/** The kinds of which a pool has too few for a blueprint. */
export function lackingFor({ counts }: Blueprint, pool: readonly PoolItem[]): Lacking[] {
  const have = Map.groupBy(pool, ({ kind }) => kind);
  return ITEM_KINDS.map((kind) => ({ kind, wanted: counts[kind] ?? 0, have: have.get(kind)?.length ?? 0 })).filter(
    (one) => one.have < one.wanted,
  );
}

/** The options of the nth question in the order in which an attempt shows them: as they are written, or drawn. */
export function shownOptions(
  options: readonly OptionId[],
  { seed, shuffle, n }: { seed: number; shuffle: boolean; n: number },
): OptionId[] {
  return shuffle ? shuffled(options, Math.imul(seed, 31) + n) : [...options];
}

/** The pool in an order of chance that does not depend on how it came. */
function inDrawnOrder(pool: readonly PoolItem[], chance: () => number): PoolItem[] {
  return pool
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** So many of the items of one kind, chapter by chapter. */
function chosenOf(items: readonly PoolItem[], wanted: number, draw: Draw): PoolItem[] {
  const byChapter = Map.groupBy(items, ({ chapter }) => chapter);
  const quotas = quotasOf(byChapter, wanted, draw);
  const taken: Record<Difficulty, number> = { easy: 0, medium: 0, hard: 0 };
  return [...byChapter.keys()].sort().flatMap((chapter) => {
    const left = [...(byChapter.get(chapter) ?? [])];
    return Array.from({ length: quotas.get(chapter) ?? 0 }, () => {
      const at = bestOf(left, draw, taken);
      const [item] = left.splice(at, 1) as [PoolItem];
      taken[item.difficulty] += 1;
      return item;
    });
  });
}

/** The place of the item to take next: asked longest ago or never, then of the difficulty that is rarest so far, then first drawn. */
function bestOf(left: readonly PoolItem[], { seen }: Draw, taken: Readonly<Record<Difficulty, number>>): number {
  const rank = ({ id, difficulty }: PoolItem): [number, number] => [
    seen.get(id) ?? Number.NEGATIVE_INFINITY,
    taken[difficulty],
  ];
  let best = 0;
  for (let i = 1; i < left.length; i += 1) {
    const [a, b] = [rank(left[i] as PoolItem), rank(left[best] as PoolItem)];
    if (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])) best = i;
  }
  return best;
}

/**
 * How many each chapter gives: by weight, the remainders first to those that have something new or long not asked, never more than it has; what one
 * lacks, the others give.
 */
function quotasOf(
  byChapter: ReadonlyMap<string, readonly PoolItem[]>,
  wanted: number,
  { chapters, seen }: Draw,
): Map<string, number> {
  const weights = new Map(chapters.map(({ id, weight }) => [id, weight]));
  const asked = new Map([...byChapter].map(([chapter, items]) => [chapter, lastAsked(items, seen)]));
  // In drawn order, so that chapters of one weight take turns.
  const quotas = new Map([...byChapter.keys()].map((chapter) => [chapter, 0]));
  const roomIn = (chapter: string) => (byChapter.get(chapter)?.length ?? 0) - (quotas.get(chapter) ?? 0);
  let left = wanted;
  // Each round fills a chapter up or gives out all that is left: as many rounds as chapters at most.
  while (left > 0) {
    const open = [...quotas.keys()].filter((chapter) => roomIn(chapter) > 0);
    const sharers = open.map((chapter) => ({
      weight: weights.get(chapter) ?? 1,
      asked: asked.get(chapter)?.slice(quotas.get(chapter) ?? 0) ?? [],
    }));
    const shares = shared(left, sharers);
    for (const [i, chapter] of open.entries()) {
      const given = Math.min(shares[i] ?? 0, roomIn(chapter));
      quotas.set(chapter, (quotas.get(chapter) ?? 0) + given);
      left -= given;
    }
  }
  return quotas;
}

/** When each item was last asked, never first. */
function lastAsked(items: readonly PoolItem[], seen: Draw['seen']): number[] {
  return items.map(({ id }) => seen.get(id) ?? Number.MIN_SAFE_INTEGER).sort((a, b) => a - b);
}

/**
 * A whole number shared out by weights: the whole parts first, the rest to those whose next item was asked longest ago, then to the largest remainders,
 * then to the first.
 */
function shared(amount: number, sharers: readonly { weight: number; asked: readonly number[] }[]): number[] {
  const total = sharers.reduce((sum, { weight }) => sum + weight, 0);
  const exact = sharers.map(({ weight }) => (amount * weight) / total);
  const given = exact.map(Math.floor);
  const rest = amount - given.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, i) => ({ i, remainder: share % 1, next: sharers[i]?.asked[Math.floor(share)] ?? Number.MAX_VALUE }))
    .sort((a, b) => a.next - b.next || b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, rest)) given[i] = (given[i] ?? 0) + 1;
  return given;
}
