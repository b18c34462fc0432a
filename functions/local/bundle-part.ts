// One part of the build: what it is made from, and whether what stands in dist/ still is made from that. Staleness is told by content,
// so a checkout or a touched file rebuilds nothing; a failed build leaves the old output where it was.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Log = (line: string) => void;

export interface Job {
  /** The project's root. */
  root: string;
  /** The empty folder to fill. */
  into: string;
  log: Log;
}

export interface Part {
  /** Its folder in dist/ is called so too. */
  name: string;
  /** The files and folders it is made from, from the root; one that is not there counts as empty. */
  inputs: readonly string[];
  make(job: Job): Promise<void>;
}

/** An expected failure of the build: the message is for people, without a stack. */
export class BuildError extends Error {
  override name = 'BuildError';
}

interface Stamp {
  inputs: string;
  outputs: string[];
}

/** Whether the part has to be made again: other inputs than its stamp names, or an output gone. */
export function isStale(root: string, part: Part): boolean {
  const stamp = readStamp(stampPath(root, part));
  if (stamp === undefined || stamp.inputs !== inputsHash(root, part)) return true;
  return stamp.outputs.some((path) => !existsSync(join(root, 'dist', part.name, path)));
}

/** Makes the part beside its old output and then puts it in its place. Kill it anywhere: the next build finds it stale, or done. */
export async function remake(root: string, part: Part, log: Log): Promise<void> {
  const [into, place, old] = ['.new', '', '.old'].map((end) => join(root, 'dist', `${part.name}${end}`)) as [
    string,
    string,
    string,
  ];
  const inputs = inputsHash(root, part);
  for (const folder of [into, old]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  try {
    await part.make({ root, into, log });
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw error;
  }
  rmSync(stampPath(root, part), { force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(into, place);
  rmSync(old, { recursive: true, force: true });
  writeStamp(stampPath(root, part), { inputs, outputs: filesUnder(place) });
}

/** The hash of everything the part is made from, names and bytes. */
function inputsHash(root: string, part: Part): string {
  const hash = createHash('sha256');
  for (const input of part.inputs) {
    for (const path of filesUnder(join(root, input))) {
      const bytes = readFileSync(join(root, input, path));
      hash.update(`${input}/${path}\n${bytes.byteLength}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** Every file under a folder, sorted, from that folder; [''] for a file, [] for nothing. Hidden files and folders are left out. */
function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [''];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap(({ name }) => filesUnder(join(path, name)).map((below) => (below === '' ? name : `${name}/${below}`)))
    .sort();
}

function stampPath(root: string, part: Part): string {
  return join(root, 'dist/stamps', `${part.name}.json`);
}

/** A stamp that cannot be read is none: the part is made again. */
function readStamp(path: string): Stamp | undefined {
  try {
    const { inputs, outputs } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof inputs === 'string' && Array.isArray(outputs) ? { inputs, outputs } : undefined;
  } catch {
    return undefined;
  }
}

function writeStamp(path: string, stamp: Stamp): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(stamp));
}
