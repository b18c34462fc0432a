// The committed list of what was released: an item, the version and a hash of all that is released of it. An attempt pins item and version, so what was
// released under a version never changes: an edit asks for a higher one. What is dropped stays on the list, for its id is taken.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Candidate } from './bank.ts';
import { canonicalJson, contentHash, prettyJson } from './canonical.ts';
import { RELEASED_FILE } from './load.ts';

const releasedList = z.record(
  z.string(),
  z.strictObject({ version: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{20}$/) }),
);

/** Item id → what was released of it last. */
export type ReleasedList = z.output<typeof releasedList>;

/** The list of a mock bank; empty where there is none yet. Throws, naming the file, for one that cannot be read. */
export function readReleased(folder: string): ReleasedList {
  const path = join(folder, RELEASED_FILE);
  if (!existsSync(path)) return {};
  const parsed = releasedList.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is no list of released items:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Writes the list, an item a line, by id. */
export function writeReleased(folder: string, list: ReleasedList): void {
  const sorted = Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(
    join(folder, RELEASED_FILE),
    prettyJson(sorted, (value) => 'hash' in value),
  );
}

/** How an item stands to the list. `new`: not on it, or a higher version; `edited`: other than what was released under this version, or an older one. */
export type Standing = 'listed' | 'new' | 'edited';

export function standingOf({ item }: Candidate, list: ReleasedList): Standing {
  const before = list[item.id];
  if (before === undefined || item.version > before.version) return 'new';
  return item.version === before.version && hashOf(item) === before.hash ? 'listed' : 'edited';
}

/** The list with every one of these as it is now. */
export function listed(candidates: readonly Candidate[], list: ReleasedList): ReleasedList {
  const now = candidates.map(({ item }) => [item.id, { version: item.version, hash: hashOf(item) }] as const);
  return { ...list, ...Object.fromEntries(now) };
}

function hashOf(item: Candidate['item']): string {
  return contentHash(canonicalJson(item));
}
