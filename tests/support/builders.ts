// Small builders: a valid thing with what matters to the test put in its place.
import type { Batch, Entry, Stamped } from '../../functions/domain/practice/journal.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';

export const NOON = '2026-03-01T04:00:00.000Z';

/** The instant `seconds` after noon. */
export function at(seconds: number): string {
  return instantOf(msOf(NOON) + seconds * 1000);
}

type Answered = Extract<Stamped, { kind: 'answer' }>;

export function answer(change: Partial<Answered> = {}): Answered {
  const usual = { question: 'jc-04-001', version: 1, profile: 'official-1', picked: ['A'], earned: 2, possible: 2 };
  return { kind: 'answer', at: NOON, ...usual, ...change };
}

/** Changes of one device in the order given, a second apart unless they say when. */
export function entries(changes: Stamped[], device = 'device-a'): Entry[] {
  return changes.map((change, i) => ({ ...change, device, seq: i + 1 }));
}

/** A batch of answers by `device`, numbered from `first`. */
export function batchOf(device: string, first: number, count = 1): Batch {
  return { device, first, entries: Array.from({ length: count }, (_, i) => answer({ at: at(first + i) })) };
}
