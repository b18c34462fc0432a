// The blind review of an item: when it counts as reviewed, and what stands in the way.
import { canonicalJson, contentHash } from './canonical.ts';
import type { Item } from './schema.ts';

export type BlindAnswer = NonNullable<Item['review']>['blind'][number];

/** The last blind answer to the item's current version; undefined when nobody has read that version. */
export function lastBlind(item: Item): BlindAnswer | undefined {
  return item.review?.blind.filter((b) => b.version === item.version).at(-1);
}

/** The hash of what a blind reader sees: the stem and the options' texts, whatever letters and order they have. */
export function wordsHash(item: Pick<Item, 'kind' | 'stem' | 'options'>): string {
  const { kind, stem, options } = item;
  return contentHash(canonicalJson({ kind, stem, options: options.map((o) => o.text).sort() }));
}

/** Whether two answers are the same options, whatever their order. */
export function sameOptions(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

/** Why an item does not count as reviewed, as a sentence that says what to do; undefined when it does. */
export function reviewFault(item: Item): string | undefined {
  const last = lastBlind(item);
  if (last === undefined)
    return `No blind answer to version ${item.version}: have it read with the ask and blind commands.`;
  if (last.of !== wordsHash(item)) {
    return 'The words were changed after the blind answer was given: have the item read again.';
  }
  if (last.agreed !== sameOptions(last.picked, item.key)) {
    return 'The blind answer on record does not fit the key any more: count the version up and have it read again.';
  }
  if (!last.agreed)
    return `The blind reader picked ${last.picked.join('')}, the key is ${item.key.join('')}: mend or drop the item.`;
  if (item.review?.state !== 'reviewed')
    return 'The blind answer agrees, but the state is draft: run the blind command again.';
  return undefined;
}

/** Whether the item may be released. */
export function isReviewed(item: Item): boolean {
  return reviewFault(item) === undefined;
}
