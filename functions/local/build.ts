// What is built before anything runs: the bundles, the bank's release, the site. Only what is stale is built, one build at a time.
import { join } from 'node:path';
import { bankPart } from './bundle-bank.ts';
import { functionsPart } from './bundle-functions.ts';
import { alone } from './bundle-lock.ts';
import { BuildError, isStale, type Log, type Part, remake } from './bundle-part.ts';
import { sitePart } from './bundle-site.ts';

const ROOT = join(import.meta.dirname, '../..');

/** In the order they need each other: the site names the bank's catalogue. */
const PARTS = [functionsPart, bankPart, sitePart];

/**
 * Builds what is stale and says so, a line a part; says nothing when nothing is. Throws BuildError, a sentence and its details, when a part
 * does not build; its old output then stays.
 */
export async function buildStale(log: Log): Promise<void> {
  await buildParts(ROOT, PARTS, log);
}

/** The same for parts of another root: the seam for tests. */
export async function buildParts(root: string, parts: readonly Part[], log: Log): Promise<void> {
  if (!parts.some((part) => isStale(root, part))) return;
  await alone(root, log, async () => {
    // Asked again: the build that was waited for may have done it, and a part may have made the next one stale.
    for (const part of parts) if (isStale(root, part)) await remake(root, part, log);
  });
}

if (import.meta.main) {
  await buildStale(console.log).catch((error: unknown) => {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = 1;
  });
}
