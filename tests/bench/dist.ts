// Where the built product stands.
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const dist = join(root, 'dist');

/** The file of a function's bundle. */
export function bundleFile(name: string): string {
  return join(dist, 'functions', name, 'index.mjs');
}
