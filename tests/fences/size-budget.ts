// The size budget: what a function's bundle and a page's scripts and styles may weigh (goals P1 and P5). Run directly, a step of the check.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { manifest } from '../../functions/entry/manifest.ts';
import { projectFiles, ROOT } from './files.ts';
import { pageWeight } from './page-weight.ts';

/** Bytes of a function's bundle, minified: what Lambda reads and compiles at a cold start. */
export const BUNDLE_MOST = 400_000;

/** Gzipped bytes of JavaScript and CSS of one page, all it may ever load: what a slow phone has to fetch and run. */
export const PAGE_MOST = 45_000;

export interface Weighed {
  what: string;
  bytes: number;
  most: number;
}

/** Every bundle and every page of dist/ with its budget. */
export async function weighAll(root: string = ROOT): Promise<Weighed[]> {
  const bundles = manifest.map(({ name }) => ({
    what: `function ${name}`,
    bytes: statSync(join(root, 'dist/functions', name, 'index.mjs')).size,
    most: BUNDLE_MOST,
  }));
  const site = join(root, 'dist/site');
  const pages = projectFiles('', site).filter((path) => path.endsWith('.html'));
  const weights = await Promise.all(pages.map((page) => pageWeight(site, page)));
  return [...bundles, ...weights.map(({ page, bytes }) => ({ what: `page ${page}`, bytes, most: PAGE_MOST }))];
}

/** What is over its budget, each as a sentence. */
export function overweight(weighed: readonly Weighed[]): string[] {
  return weighed
    .filter(({ bytes, most }) => bytes > most)
    .map(({ what, bytes, most }) => `${what} weighs ${bytes} bytes, ${bytes - most} more than its ${most}.`);
}

if (import.meta.main) {
  const weighed = await weighAll();
  const over = overweight(weighed);
  if (!weighed.some(({ what }) => what.startsWith('page practice/'))) over.push('There is no practice page to weigh.');
  for (const sentence of over) console.log(sentence);
  process.exitCode = over.length === 0 ? 0 : 1;
}
