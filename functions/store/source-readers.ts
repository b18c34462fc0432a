// The items that figures are counted from, and how each is read. Their families are in domain/figures/sources.ts; a new one has a line there, one here, and
// its filter in entry/manifest.ts.
import { examReader } from './exam-records.ts';
import { heldReader } from './held.ts';
import { practisedReader } from './practised.ts';
import type { Item } from './ranges.ts';
import { staffReader } from './staff-facts.ts';
import { subsidyReader } from './subsidies.ts';
import type { Key } from './tally.ts';
import { trainedReader } from './trained.ts';
import { workReader } from './work-facts.ts';

/** A kind of source facts. `read` throws CorruptItem for an item that is not of its form. */
export interface SourceReader {
  kind: string;
  is(key: Key): boolean;
  read(item: Item): unknown;
}

export const SOURCE_READERS: readonly SourceReader[] = [
  workReader,
  examReader,
  trainedReader,
  heldReader,
  subsidyReader,
  staffReader,
  practisedReader,
];

/** A source fact as it was found: its kind, where it stands, and what its reader gave. */
export interface FoundSource {
  kind: string;
  key: Key;
  fact: unknown;
}

/** The source fact of an item; undefined when it is none. */
export function sourceIn(readers: readonly SourceReader[], item: Item): FoundSource | undefined {
  const key = { PK: item.PK, SK: item.SK };
  const reader = readers.find(({ is }) => is(key));
  return reader === undefined ? undefined : { kind: reader.kind, key, fact: reader.read(item) };
}
