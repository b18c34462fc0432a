// The files of the built site as the stack needs to know them: all but those under a content hash, which only the bucket has to know.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { immutablePrefixes } from '../functions/contract/headers.ts';

/** Paths from the site's root, sorted: '/index.html', '/practice/index.html'. */
export function pageFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => !immutablePrefixes.some((prefix) => path.startsWith(prefix)))
    .sort();
}

/** SHA-256 of a file of the site, in hex. */
export function fileHash(site: string, path: string): string {
  return createHash('sha256')
    .update(readFileSync(join(site, path)))
    .digest('hex');
}
