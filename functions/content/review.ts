// The blind review of an item: when it counts as reviewed, what stands in the way, and how well readers and keys agree.
import { canonicalJson, contentHash } from './canonical.ts';
import type { Item } from './schema.ts';

export type BlindAnswer = NonNullable<Item['review']>['blind'][number];

/** So many independent readers have picked the key before an item is released. */
const READERS = 2;

/** The last answer of each reader to the words as they are now. */
export function readingsOf(item: Item): BlindAnswer[] {
  const words = wordsHash(item);
  const current = (item.review?.blind ?? []).filter((b) => b.version === item.version && b.of === words);
  return [...new Map(current.map((answer) => [answer.reader, answer])).values()];
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
  return readingFault(item) ?? stateFault(item);
}

/** Whether the item may be released. */
export function isReviewed(item: Item): boolean {
  return reviewFault(item) === undefined;
}

/** The state that the readings on record give an item. */
export function stateOf(item: Item): 'draft' | 'reviewed' {
  return readingFault(item) === undefined ? 'reviewed' : 'draft';
}

/** Of all readings of the words as they are now: how many there are, and how many of them picked the key. */
export function agreementOf(items: readonly Item[]): { readings: number; agreed: number } {
  const readings = items.flatMap(readingsOf);
  return { readings: readings.length, agreed: readings.filter((r) => r.agreed).length };
}

function readingFault(item: Item): string | undefined {
  const readings = readingsOf(item);
  if (readings.length === 0) return unreadFault(item);
  if (readings.some((r) => r.agreed !== sameOptions(r.picked, item.key))) {
    return 'A blind answer on record does not fit the key any more: count the version up and have it read again.';
  }
  const other = readings.find((r) => !r.agreed);
  if (other !== undefined && item.review?.stands === undefined) {
    return `A blind reader picked ${other.picked.join('')}, the key is ${item.key.join('')}: mend or drop the item.`;
  }
  const agreed = readings.filter((r) => r.agreed).length;
  if (agreed >= READERS) return undefined;
  return `${agreed} of ${READERS} independent readers have picked the key: have it read with the ask and blind commands.`;
}

function unreadFault(item: Item): string {
  const ofVersion = (item.review?.blind ?? []).some((b) => b.version === item.version);
  return ofVersion
    ? 'The words were changed after the blind answers were given: have the item read again.'
    : `No blind answer to version ${item.version}: have it read with the ask and blind commands.`;
}

function stateFault(item: Item): string | undefined {
  if (item.review?.state === 'reviewed') return undefined;
  return 'The blind answers agree, but the state is draft: run the blind command again.';
}
