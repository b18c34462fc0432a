// Puts the options of a subject's items in another order, so that the right letters are spread evenly. The order depends on nothing but
// the items' ids and texts: running it twice changes nothing. It relabels options, so it is for items that are not released yet.
import { drawer, shuffled } from '../domain/practice/shuffle.ts';
import type { Item } from './schema.ts';

/** How often each letter has been dealt. */
type Used = Map<string, number>;

/**
 * The items of one subject with their options reordered: ids, key and the blind answers to the current version follow the texts.
 * Takes sound items only (official shape, keys among the options, no id twice): options of others could get lost.
 */
export function balanced(items: readonly Item[]): Item[] {
  const byId = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const targets = new Map<string, readonly string[]>();
  const singles = byId.filter((item) => item.kind === 'single');
  const used = usage('ABCD');
  for (const [chapter, group] of Map.groupBy(singles, (item) => item.id.slice(0, -4))) {
    const letters = chapterLetters(used, group.length, chapter);
    group.forEach((item, i) => void targets.set(item.id, letters.slice(i, i + 1)));
  }
  const usedTogether = usage('ABCDE');
  for (const item of byId) {
    if (item.kind === 'multiple') targets.set(item.id, leastUsed(usedTogether, item.key.length, item.id));
  }
  return items.map((item) => relabelled(item, targets.get(item.id) ?? item.key));
}

/** A 32-bit seed from a text (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function usage(letters: string): Used {
  return new Map([...letters].map((letter) => [letter, 0]));
}

/** The letters least used so far, ties drawn by the seed; counts them as used. */
function leastUsed(used: Used, count: number, seed: string): string[] {
  const order = shuffled([...used.keys()], seedOf(seed)).sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
  const picked = order.slice(0, count).sort();
  for (const letter of picked) used.set(letter, (used.get(letter) ?? 0) + 1);
  return picked;
}

/** One right letter for each single of a chapter: even over the chapter, the odd ones even over the subject, and in no order to guess from. */
function chapterLetters(used: Used, items: number, seed: string): string[] {
  const rounds = Array.from({ length: Math.floor(items / used.size) }, () => [...used.keys()]).flat();
  return shuffled([...rounds, ...leastUsed(used, items % used.size, seed)], seedOf(`${seed}+`));
}

/** The item with its right options under the target letters and the wrong ones under the rest, each in an order drawn by the id. */
function relabelled(item: Item, target: readonly string[]): Item {
  const draw = drawer(seedOf(item.id));
  const drawn = item.options
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map((option) => ({ option, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ option }) => option);
  const right = drawn.filter((o) => item.key.includes(o.id));
  const wrong = drawn.filter((o) => !item.key.includes(o.id));
  const letters = item.options.map((o) => o.id).sort();
  const moved = letters.flatMap((letter) => {
    const from = target.includes(letter) ? right.shift() : wrong.shift();
    return from === undefined ? [] : [{ from, letter }];
  });
  const letterOf = new Map(moved.map(({ from, letter }) => [from.id, letter]));
  const follow = (ids: readonly string[]): string[] => ids.map((id) => letterOf.get(id) ?? id).sort();
  return {
    ...item,
    options: moved.map(({ from, letter }) => ({ ...from, id: letter })),
    key: follow(item.key),
    ...(item.review === undefined ? {} : { review: followedReview(item.review, item.version, follow) }),
  };
}

function followedReview(
  review: NonNullable<Item['review']>,
  version: number,
  follow: (ids: readonly string[]) => string[],
): NonNullable<Item['review']> {
  return {
    ...review,
    blind: review.blind.map((b) => (b.version === version ? { ...b, picked: follow(b.picked) } : b)),
  };
}
