// How far each function has read the table's stream, and what it gave up: a file beside the table. An old one makes records come again, which harms
// nothing; where it is missing everything comes that is kept.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Place {
  /** The last record of each shard that was handed over or passed by. */
  shards: { [shard: string]: string };
  /** Keys of items whose records were given up: they are counted again at the next start. */
  dead: { PK: string; SK: string }[];
}

export interface Progress {
  stream: string;
  functions: { [name: string]: Place };
}

/** The file that belongs to a database file. */
export function progressFile(databaseFile: string): string {
  return join(dirname(databaseFile), 'streams.json');
}

/** The progress in a file; undefined when there is none or it is unreadable. */
export function readProgress(file: string): Progress | undefined {
  try {
    const { stream, functions } = JSON.parse(readFileSync(file, 'utf8'));
    const isWhole = typeof stream === 'string' && Object.values(functions as object).every(isPlace);
    return isWhole ? { stream, functions } : undefined;
  } catch {
    return undefined;
  }
}

function isPlace(place: Partial<Place> | null): boolean {
  return typeof place?.shards === 'object' && Array.isArray(place.dead);
}

/** Written whole or not at all. */
export function writeProgress(file: string, progress: Progress): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, `${JSON.stringify(progress)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** The record up to which every function has read the embedded engine's one shard; undefined when that is not known. */
export function readUpTo(databaseFile: string): number | undefined {
  const { functions = {} } = readProgress(progressFile(databaseFile)) ?? {};
  const read = Object.values(functions).flatMap(({ shards }) => Object.values(shards).map(Number));
  return read.length === 0 ? undefined : Math.min(...read);
}
