// Batches of the journal and results of mock papers as what somebody did: as they come in the table's stream, and as they are now.
import type { Result } from '../domain/attempts/result.ts';
import type { Batch } from '../domain/practice/journal.ts';
import type { Instant } from '../domain/time.ts';
import { readBatch } from './batches.ts';
import type { Item } from './ranges.ts';
import { readResult } from './results.ts';
import type { Key } from './tally.ts';

/** A batch of somebody's journal or a result of theirs, in one of its versions. */
export interface PracticeChange {
  source: Key;
  person: string;
  version: number;
  /** Missing: it is no more where it was. */
  work?: { kind: 'batch'; batch: Batch } | { kind: 'result'; result: Result };
  /** When it was written; missing: nobody knows. */
  at?: Instant;
}

const WORK = /^(?:JOURNAL#([^#]+) |ATTEMPTS#([^#]+) [^#]+#RESULT$)/;

/** Whether a key is of a batch or a result. */
export function isPractice({ PK, SK }: Key): boolean {
  return WORK.test(`${PK} ${SK}`);
}

/** What an item says; `gone`: it was the last that was there. Throws CorruptItem. */
export function practiceIn(item: Item, { gone, at }: { gone?: boolean; at?: Instant }): PracticeChange {
  const source = { PK: item.PK, SK: item.SK };
  const written = { source, person: personIn(source), ...(at !== undefined && { at }) };
  if (source.PK.startsWith('JOURNAL#')) {
    const batch = readBatch(item);
    return { ...written, version: 1, ...(!gone && { work: { kind: 'batch', batch } }) };
  }
  const result = readResult(item);
  return { ...written, version: result.version, ...(!gone && { work: { kind: 'result', result } }) };
}

/** That nothing is at a key. */
export function practiceGone(source: Key): PracticeChange {
  return { source, person: personIn(source), version: 0 };
}

function personIn({ PK, SK }: Key): string {
  const [, ofBatch, ofResult] = WORK.exec(`${PK} ${SK}`) ?? [];
  return ofBatch ?? ofResult ?? '';
}
